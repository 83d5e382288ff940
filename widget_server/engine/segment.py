"""One layer of content as memory-mapped arrays: what a Whoosh index holds, laid out to be read.

A term is found by one byte for its field and its UTF-8 text; all terms of all fields stand in one
sorted list, so that a field, or a prefix in a field, is a range of it.

    terms       sorted list; term i owns the postings from `posting_offsets[i]` to `[i + 1]`
    postings    `posting_numbers` (documents, ascending) and `posting_weights`
    lengths     a row a field, a column a document: the length that BM25 sees
    masses      the same, but exact: their sum divided by the documents is the average length
    keys        sorted list; document n has the nth key
    tags        sorted list, with `tag_offsets` and `tag_numbers` as for terms
    expires     the last day of a document as a proleptic ordinal; `NEVER` without one
    payloads    a blob with offsets
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np

from widget_server.engine import lexicon, packed
from widget_server.engine.arrays import Mask, Numbers, Offsets, Weights
from widget_server.engine.lexicon import Lexicon
from widget_server.engine.packed import Array
from widget_server.engine.postings import Contents, Posting, Record

NEVER: Final = date.max.toordinal()
MAX_FIELDS: Final = 255  # a field is one byte, and 0xFF ends the range of a prefix


class Segment:
    """An opened segment. Immutable, so any number of threads may read it."""

    def __init__(self, path: Path) -> None:
        """Open the segment at `path`.

        Raises:
            IndexMissingError: the file is missing, damaged or of another version.
        """
        file = packed.read(path)
        arrays = file.arrays
        #: The number of each field, which is also its row in `lengths` and `masses`.
        self.fields: dict[str, int] = {field: number for number, field in enumerate(file.meta["fields"])}
        self.terms = Lexicon(arrays, "term")
        self._offsets: Offsets = arrays["posting_offsets"]
        self._starts = self._offsets.data  # one number at a time, in half of numpy's time
        self._numbers: Numbers = arrays["posting_numbers"]
        self._weights: Weights = arrays["posting_weights"]
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

    def find(self, field: str, term: str) -> int:
        """The index of `term` in `terms`, or -1."""
        number = self.fields.get(field)
        return -1 if number is None else self.terms.find(bytes((number,)) + _encode(term))

    def span(self, field: str, prefix: str = "") -> range:
        """The indexes of the terms of `field` that begin with `prefix`."""
        number = self.fields.get(field)
        return range(0) if number is None else self.terms.span(bytes((number,)) + _encode(prefix))

    def text(self, index: int) -> str:
        """The term at `index`."""
        return self.terms[index][1:].decode()

    def postings(self, index: int) -> tuple[Numbers, Weights]:
        """The documents that hold the term at `index`, and its weight in each."""
        start, end = self._starts[index], self._starts[index + 1]
        return self._numbers[start:end], self._weights[start:end]

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

    def payload(self, number: int) -> bytes:
        """The bytes that were stored with a document."""
        return bytes(self._payloads[self._payload_offsets[number] : self._payload_offsets[number + 1]])


def _encode(text: str) -> bytes:
    """UTF-8, also of half a character: what a reader typed is looked up as it is, and not found."""
    return text.encode(errors="surrogatepass")


def write(contents: Contents, path: Path) -> None:
    """Pack `contents` into a new segment at `path`."""
    fields = sorted(contents.lengths)
    if len(fields) > MAX_FIELDS:
        raise ValueError(f"{len(fields)} fields; a segment holds {MAX_FIELDS}")
    numbers = {field: number for number, field in enumerate(fields)}
    arrays: dict[str, Array] = {"lengths": _rows([contents.lengths[field] for field in fields], contents)}
    arrays |= _terms(contents, numbers)
    arrays |= _records(contents.records)
    packed.write(path, arrays, {"fields": fields})


def _rows(rows: Sequence[Weights], contents: Contents) -> Weights:
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(contents.records))


def _terms(contents: Contents, fields: dict[str, int]) -> dict[str, Array]:
    terms: list[bytes] = []
    counts: list[int] = []
    documents: list[Numbers] = []
    weights: list[Weights] = []
    masses = np.zeros((len(fields), len(contents.records)))
    for posting in contents.postings:
        terms.append(_key(posting, fields))
        counts.append(len(posting.documents))
        documents.append(posting.documents)
        weights.append(posting.weights)
        masses[fields[posting.field], posting.documents] += posting.weights
    return lexicon.pack("term", terms) | {
        "posting_offsets": lexicon.offsets(counts),
        "posting_numbers": _joined(documents, np.dtype(np.int32)),
        "posting_weights": _joined(weights, np.dtype(np.float32)),
        "masses": masses.astype(np.float32),
    }


def _key(posting: Posting, fields: dict[str, int]) -> bytes:
    return bytes((fields[posting.field],)) + posting.term.encode()


def _records(records: Sequence[Record]) -> dict[str, Array]:
    expires = [record.expires.toordinal() if record.expires else NEVER for record in records]
    return {
        **lexicon.pack("key", [record.key.encode() for record in records]),
        **lexicon.blobs("payload", [record.payload for record in records]),
        "expires": np.array(expires, dtype=np.int32),
        **_tags(records),
    }


def _tags(records: Sequence[Record]) -> dict[str, Array]:
    tags = sorted({tag for record in records for tag in record.tags})
    holders = [[number for number, record in enumerate(records) if tag in record.tags] for tag in tags]
    return {
        **lexicon.pack("tag_name", [tag.encode() for tag in tags]),
        "tag_offsets": lexicon.offsets([len(numbers) for numbers in holders]),
        "tag_numbers": np.array([number for numbers in holders for number in numbers], dtype=np.int32),
    }


def _joined(arrays: Sequence[Array], kind: np.dtype[Any]) -> Array:
    return np.concatenate([np.empty(0, kind), *arrays]).astype(kind, copy=False)
