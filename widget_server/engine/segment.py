"""The base or the delta of a layer as memory-mapped arrays: what a Whoosh index holds, laid out to be read.

A term is found by one byte for its field and its UTF-8 text; all terms of all fields stand in one
sorted list, so that a field, or a prefix in a field, is a range of it.

    terms       sorted list; term i owns the postings from `posting_offsets[i]` to `[i + 1]`
    postings    `posting_numbers` (documents, ascending) and `posting_weights`, which are places in `weight_values`
    lengths     a row a field, a column a document: the length that BM25 sees
    masses      the same, but exact: their sum divided by the documents is the average length
    keys        sorted list; document n has the nth key
    tags        sorted list, with `tag_offsets` and `tag_numbers` as for terms
    expires     the last day of a document as a proleptic ordinal; `NEVER` without one
    payloads    a blob with offsets
"""

from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

import numpy as np

from widget_server.engine import packed
from widget_server.engine.arrays import Codes, Mask, Numbers, Offsets, Positions, Weights
from widget_server.engine.lexicon import Lexicon

NEVER: Final = date.max.toordinal()

#: Payloads whose pages are let go together.
_RELEASED_AT: Final = 4


class Segment:
    """An opened segment. Immutable, so any number of threads may read it."""

    def __init__(self, path: Path) -> None:
        """Open the segment at `path`.

        Raises:
            IndexMissingError: the file is missing, damaged or of another version.
        """
        file = packed.read(path)
        self.arrays = arrays = file.arrays
        #: The number of each field, which is also its row in `lengths` and `masses`.
        self.fields: dict[str, int] = {field: number for number, field in enumerate(file.meta["fields"])}
        self._firsts = {field: bytes((number,)) for field, number in self.fields.items()}
        self.terms = Lexicon(arrays, "term")
        self._offsets: Offsets = arrays["posting_offsets"]
        self._starts = self._offsets.data  # one number at a time, in half of numpy's time
        self._numbers: Numbers = arrays["posting_numbers"]
        self._weights: Codes = arrays["posting_weights"]
        self._values: Weights = arrays["weight_values"]
        self.lengths: Weights = arrays["lengths"]
        self.masses: Weights = arrays["masses"]
        self.keys = Lexicon(arrays, "key")
        self.size = len(self.keys)
        self.expires: Numbers = arrays["expires"]
        self._tags = Lexicon(arrays, "tag_name")
        self._tag_offsets = arrays["tag_offsets"].data
        self._tag_numbers: Numbers = arrays["tag_numbers"]
        self._payload_offsets = arrays["payload_offsets"].data
        self._payloads = arrays["payload_blob"].data
        self._release = partial(file.release, "payload_blob")
        self._released = count(1)

    def find(self, field: str, term: str) -> int:
        """The index of `term` in `terms`, or -1."""
        first = self._firsts.get(field)
        return -1 if first is None else self.terms.find(first + _encode(term))

    def span(self, field: str, prefix: str = "") -> range:
        """The indexes of the terms of `field` that begin with `prefix`."""
        number = self.fields.get(field)
        return range(0) if number is None else self.terms.span(bytes((number,)) + _encode(prefix))

    def text(self, index: int) -> str:
        """The term at `index`."""
        return self.terms[index][1:].decode()

    def postings_of(self, field: str, term: str) -> tuple[int, int]:
        """The half-open range of the postings of a term; empty for one that is not here."""
        index = self.find(field, term)
        return (0, 0) if index < 0 else (self._starts[index], self._starts[index + 1])

    def documents(self, start: int, end: int) -> Numbers:
        """The documents of a range of postings."""
        return self._numbers[start:end]

    def taken(self, places: Positions) -> tuple[Numbers, Weights]:
        """The documents of the postings at `places`, and the weight in each."""
        return self._numbers.take(places), self._values.take(self._weights.take(places))

    def frequencies(self, span: range, live: Mask | None) -> Numbers:
        """For each term of `span`, how many documents hold it; only those that are `live`, when given."""
        offsets = self._offsets[span.start : span.stop + 1].astype(np.intp)
        if live is None or not span:
            return np.diff(offsets).astype(np.int32)
        counted = live[self._numbers[offsets[0] : offsets[-1]]]
        return np.add.reduceat(counted, offsets[:-1] - offsets[0], dtype=np.int32)

    def tagged(self, tag: str) -> Numbers:
        """The documents that carry `tag`."""
        index = self._tags.find(_encode(tag))
        start, end = (self._tag_offsets[index], self._tag_offsets[index + 1]) if index >= 0 else (0, 0)
        return self._tag_numbers[start:end]

    def key(self, number: int) -> str:
        """The key of a document."""
        return self.keys[number].decode()

    def number(self, key: str) -> int:
        """The document of `key`, or -1."""
        return self.keys.find(_encode(key))

    def payload(self, number: int) -> memoryview:
        """The bytes that were stored with a document."""
        return self._payloads[self._payload_offsets[number] : self._payload_offsets[number + 1]]

    def release_payloads(self) -> None:
        """Let the payloads leave the memory of this process, for a caller that keeps what it made of them: at every fourth call.

        Each would take as long as reading a payload does.
        """
        if next(self._released) % _RELEASED_AT == 0:
            self._release()


def _encode(text: str) -> bytes:
    """UTF-8, also of half a character: what a reader typed is looked up as it is, and not found."""
    return text.encode(errors="surrogatepass")
