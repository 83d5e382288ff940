"""Named arrays in one file: versioned, checksummed, memory-mapped, never a pickle.

    magic    8 bytes   "TERECHT" and a zero
    version  uint32    `VERSION`; a file of another version is not read
    header   uint32    length of the header in bytes
    checksum uint32    CRC-32 of all that follows and of the fields above
    header   JSON      {"meta": {...}, "arrays": {name: [type, shape, offset]}}
    body               the arrays, little-endian, each at a multiple of 64 bytes, as is the body itself

The checksum is verified at opening by reading the file once (1 ms a megabyte), through `read` and not
through the map: pages that nobody asks for stay out of the memory of the process. After that, each
offset can be trusted, and the hot path checks nothing.
"""

import json
import mmap
import struct
import sys
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from widget_server.errors import IndexMissingError

#: Raise it at each change of the format or of what `segment` keeps in it: an older file is then rebuilt.
VERSION: Final = 4

_MAGIC: Final = b"TERECHT\0"
_PROLOGUE: Final = struct.Struct("<8sIII")
_ALIGNMENT: Final = 64  # a cache line; numpy's vector loops want at least 16
_TYPES: Final = frozenset({"|u1", "<u2", "<u4", "<u8", "<i4", "<f4"})
_CHUNK: Final = 1 << 20

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Packed:
    """An open file: `meta` as it was written, and read-only `arrays` that lie in the map."""

    meta: Mapping[str, Any]
    arrays: Mapping[str, Array]
    _memory: mmap.mmap
    _starts: Mapping[str, int]

    def release(self, name: str) -> None:
        """Let the pages of an array leave the memory of this process.

        They stay in the cache of the system, from where those that are asked for again come back by themselves.
        """
        start, length = self._starts[name], self.arrays[name].nbytes
        if length:
            within = start % mmap.PAGESIZE
            self._memory.madvise(mmap.MADV_DONTNEED, start - within, within + length)


def write(path: Path, arrays: Mapping[str, Array], meta: Mapping[str, Any]) -> None:
    """Write `arrays` and `meta` (anything JSON can say) to `path`. Who publishes it has it written down to the disk."""
    placed = dict(_place(arrays))
    header = _padded(json.dumps({"meta": meta, "arrays": placed}, ensure_ascii=False).encode())
    prologue = _PROLOGUE.pack(_MAGIC, VERSION, len(header), 0)
    checksum = zlib.crc32(header, zlib.crc32(prologue))
    with path.open("wb") as file:
        file.write(prologue + header)
        written = 0
        for name, array in arrays.items():
            piece = bytes(placed[name][2] - written) + np.ascontiguousarray(array).tobytes()
            written += len(piece)
            checksum = zlib.crc32(piece, checksum)
            file.write(piece)
        file.seek(0)
        file.write(_PROLOGUE.pack(_MAGIC, VERSION, len(header), checksum))


def _padded(header: bytes) -> bytes:
    """The header with blanks behind it, so that the body begins at a multiple of `_ALIGNMENT` bytes in the file."""
    return header + b" " * (-(_PROLOGUE.size + len(header)) % _ALIGNMENT)


def _place(arrays: Mapping[str, Array]) -> Iterator[tuple[str, tuple[str, tuple[int, ...], int]]]:
    offset = 0
    for name, array in arrays.items():
        offset += -offset % _ALIGNMENT
        yield name, (array.dtype.str, array.shape, offset)
        offset += array.nbytes


def read(path: Path) -> Packed:
    """Open `path`.

    Raises:
        IndexMissingError: the file is missing, cut off, damaged, or of another version.
    """
    try:
        with path.open("rb") as file:
            header, body = _verify(file)
            return _map(file, json.loads(header), body)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, struct.error) as error:
        raise IndexMissingError(f"{path} cannot be read ({error}); run `terecht reindex`") from error


def _verify(file: BinaryIO) -> tuple[bytes, int]:
    """The header, and where the body begins."""
    magic, version, length, expected = _PROLOGUE.unpack(file.read(_PROLOGUE.size))
    if (magic, version) != (_MAGIC, VERSION):
        raise ValueError(f"it is no index of version {VERSION}")
    header = file.read(length)
    checksum = zlib.crc32(header, zlib.crc32(_PROLOGUE.pack(magic, version, length, 0)))
    while chunk := file.read(_CHUNK):
        checksum = zlib.crc32(chunk, checksum)
    if checksum != expected:
        raise ValueError("its checksum does not match")
    return header, _PROLOGUE.size + length


def _map(file: BinaryIO, header: dict[str, Any], body: int) -> Packed:
    memory, placed = mapped(file), header["arrays"]
    starts = {name: body + offset for name, (_, _, offset) in placed.items()}
    arrays = {name: _array(memory, starts[name], kind, shape) for name, (kind, shape, _) in placed.items()}
    return Packed(header["meta"], arrays, memory, starts)


def mapped(file: BinaryIO) -> mmap.mmap:
    """All of `file`, which is not empty, as read-only memory; it outlives the file's name and its handle."""
    if sys.version_info >= (3, 13):
        # A map needs no open file on Linux; 350 municipalities would use up the 1,024 that a process may hold.
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ, trackfd=False)
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _array(memory: mmap.mmap, start: int, kind: str, shape: list[int]) -> Array:
    if kind not in _TYPES:
        raise ValueError(f"{kind!r} is no type of this format")
    count = int(np.prod(shape, dtype=np.int64))
    return np.frombuffer(memory, dtype=kind, count=count, offset=start).reshape(shape)
