"""How Whoosh lays down our postings: one stroke a term instead of one call a posting.

Whoosh's own codec spends 9 microseconds on a posting: it sorts all of them as tuples, reads the
field length back from disk for each, and pickles and compresses blocks of 128. This one, by Whoosh's
own extension point, gathers the postings of a term while documents arrive (in ascending order, so that
nothing is left to sort but the terms) and writes them as two arrays, and the terms as `whoosh_terms` tells. All else
(documents, lengths, segments, atomic commit) is Whoosh's own `W3Codec`.

    document numbers   int32, ascending, as many as the term's document frequency
    weights            float32
"""

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter
from whoosh.matching import ListMatcher

from widget_server.engine.arrays import Numbers, Positions, Weights
from widget_server.engine.whoosh_terms import TermTable, info

_NUMBER: Final = np.dtype("<i4")
_WEIGHT: Final = np.dtype("<f4")

#: The bytes of a posting.
_SIZE: Final = _NUMBER.itemsize + _WEIGHT.itemsize

#: Whether this machine writes the other end of a number first.
_FOREIGN_ORDER: Final = sys.byteorder != "little"


class TermBlock:
    """All postings of one term."""

    __slots__ = ("numbers", "weights")

    def __init__(self) -> None:
        self.numbers = array("i")
        self.weights = array("f")

    def to_bytes(self) -> bytes:
        """The block as this module's docstring lays it out."""
        if _FOREIGN_ORDER:
            return np.array(self.numbers, _NUMBER).tobytes() + np.array(self.weights, _WEIGHT).tobytes()
        return self.numbers.tobytes() + self.weights.tobytes()


class GroupingPool:
    """Stands in for Whoosh's sorting pool of a writer: postings by field and term, in memory."""

    def __init__(self) -> None:
        self._fields: defaultdict[str, defaultdict[str, TermBlock]]
        self._fields = defaultdict(lambda: defaultdict(TermBlock))

    def add(self, item: tuple[str, bytes, int, float, Any]) -> None:
        """Take an item as Whoosh's writer hands it over: one posting, or all of a document in a field."""
        field, term, number, weight, whole = item
        blocks = self._fields[field]
        for each, own in whole.items() if isinstance(whole, Mapping) else ((term.decode(), weight),):
            block = blocks[each]
            block.numbers.append(number)
            block.weights.append(own)

    def iter_postings(self) -> Iterator[tuple[tuple[str, bytes], TermBlock]]:
        """All postings, in the order of fields and terms; that of code points is that of their UTF-8."""
        for field, blocks in sorted(self._fields.items()):
            for term in sorted(blocks):
                yield (field, term.encode()), blocks[term]

    def cleanup(self) -> None:
        """Let go of everything."""
        self._fields.clear()


class _BlockWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh publishes no types
    """Writes what a `GroupingPool` yields. `W3FieldWriter` numbers the fields and closes the files."""

    def __init__(self, codec: Any, storage: Any, segment: Any) -> None:
        self._tindex: Any
        super().__init__(codec, storage, segment)
        self._tindex.dbfile.close()  # ours comes in its place
        self._tindex = TermTable(self._create_file(W3Codec.TERMS_EXT))
        self._tindex.extras["fieldmap"] = self._fieldmap

    def add_postings(
        self, schema: Any, _lengths: Any, items: Iterator[tuple[tuple[str, bytes], TermBlock]]
    ) -> None:
        field = None
        end = self._postfile.tell()
        for (name, term), block in items:
            if name != field:
                self.start_field(name, schema[name])
                prefix = int(self._fieldid).to_bytes(2, "big")
                field = name
            data = block.to_bytes()
            self._tindex.add(prefix + term, info(block.numbers, block.weights, end, len(data)))
            self._postfile.write(data)
            end += len(data)


class BlockCodec(W3Codec):  # type: ignore[misc]  # Whoosh publishes no types
    """Whoosh's codec with postings in blocks. A writer with this codec needs a `GroupingPool`."""

    length_stats = False  # else Whoosh reads the length of a document back for each posting

    def field_writer(self, storage: Any, segment: Any) -> _BlockWriter:
        """What Whoosh calls to write terms."""
        return _BlockWriter(self, storage, segment)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> Any:
        """What Whoosh calls to search."""
        numbers, weights = read_block(dbfile, terminfo)
        return ListMatcher(
            numbers.tolist(), weights.tolist(), None, format_, scorer, term=term, terminfo=terminfo
        )


def read_block(file: Any, info: Any) -> tuple[Numbers, Weights]:
    """The documents and weights of the term that `info` describes, from a posting file."""
    offset, _ = info.extent()
    numbers, weights = read_blocks(file, np.array([offset]), np.array([info.doc_frequency()]))
    return numbers, weights


def read_blocks(file: Any, offsets: Positions, counts: Positions) -> tuple[Numbers, Weights]:
    """The documents of terms, one after another, and the weights, from a posting file; the terms have neighbouring blocks.

    `offsets` are in bytes and ascend, `counts` are the numbers of documents.
    """
    start, end = offsets[0], offsets[-1] + counts[-1] * _SIZE
    words = np.frombuffer(file.get(start, end - start), _NUMBER)
    own = np.arange(counts.sum()) - (counts.cumsum() - counts).repeat(counts)
    numbers = own + ((offsets - start) // _NUMBER.itemsize).repeat(counts)
    return words[numbers], words.view(_WEIGHT)[numbers + counts.repeat(counts)]
