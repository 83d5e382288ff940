"""How Whoosh lays down our postings: one stroke a term instead of one call a posting.

Whoosh's own codec spends 9 microseconds on a posting: it sorts all of them as tuples, reads the
field length back from disk for each, and pickles and compresses blocks of 128. This one, by Whoosh's
own extension point, gathers the postings of a term while documents arrive (in ascending order, so that
nothing is left to sort but the terms) and writes them as two arrays. All else (documents, lengths,
term table, segments, atomic commit) is Whoosh's own `W3Codec`.

    document numbers   int32, ascending, as many as the term's document frequency
    weights            float32
"""

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import ListMatcher

from widget_server.engine.arrays import Numbers, Weights

_NUMBER: Final = np.dtype("<i4")
_WEIGHT: Final = np.dtype("<f4")

#: Whether this machine writes the other end of a number first.
_FOREIGN_ORDER: Final = sys.byteorder != "little"


class TermBlock:
    """All postings of one term; also what Whoosh asks to sum a term up (`W3TermInfo.add_block`)."""

    __slots__ = ("numbers", "weights")

    def __init__(self) -> None:
        self.numbers = array("i")
        self.weights = array("f")

    def to_bytes(self) -> bytes:
        """The block as this module's docstring lays it out."""
        if _FOREIGN_ORDER:
            return np.array(self.numbers, _NUMBER).tobytes() + np.array(self.weights, _WEIGHT).tobytes()
        return self.numbers.tobytes() + self.weights.tobytes()

    @property
    def _weights(self) -> "array[float]":
        """By the name that Whoosh sums them up by."""
        return self.weights

    def __len__(self) -> int:
        """How many documents hold the term."""
        return len(self.numbers)

    def min_id(self) -> int:
        """The first document."""
        return self.numbers[0]

    def max_id(self) -> int:
        """The last document."""
        return self.numbers[-1]

    def max_weight(self) -> float:
        """The highest weight: Whoosh's bound for what the term can score."""
        return max(self.weights)

    def min_length(self) -> int:
        """The length of the shortest document; 0 is a safe bound, and spares a look-up a posting."""
        return 0

    max_length = min_length


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


class _Counted:
    """A new file that counts what is written, to tell where it stands. Others ask the system, and Whoosh asks them twice a term."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._end = 0

    def write(self, data: bytes) -> int:
        """See `io.BufferedIOBase`."""
        self._end += len(data)
        return int(self._file.write(data))

    def tell(self) -> int:
        """The number of bytes so far."""
        return self._end

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


class _BlockWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh publishes no types
    """Writes what a `GroupingPool` yields. `W3FieldWriter` keeps the term table and the posting file."""

    def add_postings(
        self, schema: Any, _lengths: Any, items: Iterator[tuple[tuple[str, bytes], TermBlock]]
    ) -> None:
        field = None
        self._end = self._postfile.tell()
        for (name, term), block in items:
            if name != field:
                self.start_field(name, schema[name])
                field = name
            self._btext = term
            self._tindex.add(self._key(term), self._write(block).to_bytes())

    def _create_file(self, ext: str) -> Any:
        created = super()._create_file(ext)
        created.file = _Counted(created.file)
        return created

    def _key(self, term: bytes) -> bytes:
        return int(self._fieldid).to_bytes(2, "big") + term

    def _write(self, block: TermBlock) -> Any:
        info = W3TermInfo()
        info.add_block(block)
        data = block.to_bytes()
        info.set_extent(self._end, len(data))
        self._postfile.write(data)
        self._end += len(data)
        return info


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
    count = info.doc_frequency()
    offset, _ = info.extent()
    data = file.get(offset, count * (_NUMBER.itemsize + _WEIGHT.itemsize))
    return np.frombuffer(data, _NUMBER, count), np.frombuffer(data, _WEIGHT, count, count * _NUMBER.itemsize)
