"""Whoosh's table of terms, written with two calls a term and read with one.

The file is laid out as Whoosh's `OrderedHashWriter` does, with the term infos of its `W3Codec`, so that its readers open it. Whoosh
itself spends ten calls on a term, and an index of 2,000 entries has 90,000.
"""

from collections.abc import Iterator
from struct import Struct
from typing import Any, Final, NamedTuple
from zlib import crc32

from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.util.numlists import GrowableArray

#: Whoosh's number for this hash function; its readers look it up in the file.
_CRC32: Final = 1

# As `filetables` lays them out: the lengths of key and value; a slot of a hash table with the hash and the place.
_LENGTHS: Final = Struct("!ii")
_SLOT: Final = Struct("!Iq")
_NO_SLOT: Final = bytes(_SLOT.size)

# As `W3TermInfo` does: a flag for postings within the table; the sum of the weights, the number of documents; the shortest and the longest
# of these as one byte each; the highest weight, the first and the last document; where the postings begin, how many bytes they have.
_INFO: Final = Struct("!BfIBBfIIqi")


class Term(NamedTuple):
    """A term of a field, the number of its documents, and where its postings begin in their file."""

    field: str
    text: str
    documents: int
    offset: int


class TermTable(OrderedHashWriter):  # type: ignore[misc]  # Whoosh publishes no types
    """Takes terms in ascending order."""

    def __init__(self, file: Any) -> None:
        HashWriter.__init__(self, file, hashtype=_CRC32)
        self.index = GrowableArray("H")
        self._end = file.tell()

    def add(self, key: bytes, value: bytes) -> None:
        """Write a key with its value."""
        record = _LENGTHS.pack(len(key), len(value)) + key + value
        self.dbfile.write(record)
        self.index.append(self._end)
        hashed = crc32(key)
        self.buckets[hashed & 255].append((hashed, self._end))
        self._end += len(record)

    def _write_hashes(self) -> None:
        for entries in self.buckets:
            size = 2 * len(entries)
            self.directory.append((self._end, size))
            slots = [_NO_SLOT] * size
            for hashed, place in entries:
                slot = (hashed >> 8) % size
                while slots[slot] is not _NO_SLOT:
                    slot = (slot + 1) % size
                slots[slot] = _SLOT.pack(hashed, place)
            table = b"".join(slots)
            self.dbfile.write(table)
            self._end += len(table)


def info(numbers: Any, weights: Any, offset: int, size: int) -> bytes:
    """What is told of a term whose postings, `size` bytes, begin at `offset`.

    0 as a length is a safe bound, and spares a look-up a posting.
    """
    total, highest = sum(weights), max(weights)
    return _INFO.pack(0, total, len(numbers), 0, 0, highest, numbers[0], numbers[-1], offset, size)


def terms(reader: Any) -> Iterator[Term]:
    """All terms of an index whose infos are of this module, in the order of fields and terms."""
    table = reader._terms  # noqa: SLF001  no public way leads to where a term's postings are
    place, end = table._tindex.startofdata, table._tindex.endofdata  # noqa: SLF001  as above
    data = table._dbfile.get(place, end - place)  # noqa: SLF001  as above
    place, end = 0, len(data)
    while place < end:
        key_size, info_size = _LENGTHS.unpack_from(data, place)
        place += _LENGTHS.size + key_size
        field, text = table._keydecoder(data[place - key_size : place])  # noqa: SLF001  as above
        _, _, count, _, _, _, _, _, offset, _ = _INFO.unpack_from(data, place)
        place += info_size
        yield Term(field, text.decode(), count, offset)
