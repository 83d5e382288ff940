"""A sorted list of byte strings in four arrays: found by hash, ranged by prefix, no object a word.

    blob      the words, one after another, in ascending order
    offsets   where each begins, and the end of the last
    slots     a hash table: at the CRC-32 of a word, or after it, its index plus 1; 0 ends the search
    heads     the first eight bytes of each, the first the highest, as one number: ascending too

A dictionary of 100,000 words would take 15 MB in each process. Bisection, the other way without one,
takes 17 comparisons; most words of a question are in no text, and the table says so after one or two.
Words are UTF-8, which sorts as its code points do and never holds the byte 0xFF.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final
from zlib import crc32

import numpy as np

from widget_server.engine.arrays import Heads, Offsets
from widget_server.engine.packed import Array

_AFTER: Final = b"\xff"  # sorts behind every continuation of a prefix
_HEAD: Final = 8  # bytes of a word in one number


class Lexicon:
    """The words that `pack` packed under `name`."""

    __slots__ = ("_blob", "_heads", "_mask", "_offsets", "_slots")

    def __init__(self, arrays: Mapping[str, Array], name: str) -> None:
        # A memoryview hands out one number in half the time of a numpy array.
        self._blob = arrays[f"{name}_blob"].data
        self._offsets = arrays[f"{name}_offsets"].data
        self._slots = arrays[f"{name}_slots"].data
        self._heads = arrays[f"{name}_heads"].data
        self._mask = len(self._slots) - 1

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._offsets) - 1

    def __getitem__(self, index: int) -> bytes:
        """The word at `index`."""
        return bytes(self._blob[self._offsets[index] : self._offsets[index + 1]])

    def __iter__(self) -> Iterator[bytes]:
        """The words in their order."""
        return (self[index] for index in range(len(self)))

    def find(self, word: bytes) -> int:
        """The index of `word`, or -1."""
        slots, mask, offsets = self._slots, self._mask, self._offsets
        slot = crc32(word) & mask
        while entry := slots[slot]:
            if self._blob[offsets[entry - 1] : offsets[entry]] == word:
                index: int = entry - 1
                return index
            slot = (slot + 1) & mask
        return -1

    def shared(self, other: "Lexicon") -> Iterator[int]:
        """The indexes of the words that `other` has too. Most begin otherwise than all of these, which is quick to see."""
        if not len(self):
            return
        own, others = np.asarray(self._heads), np.asarray(other._heads)  # noqa: SLF001  one of its kind
        alike = own.take(own.searchsorted(others), mode="clip") == others
        for index in np.flatnonzero(alike).tolist():
            found = self.find(other[index])
            if found >= 0:
                yield found

    def span(self, prefix: bytes) -> range:
        """The indexes of the words that begin with `prefix`."""
        head = prefix[:_HEAD]
        start = bisect_left(self._heads, int.from_bytes(head.ljust(_HEAD, b"\0")))
        end = bisect_right(self._heads, int.from_bytes(head.ljust(_HEAD, _AFTER)), start)
        if len(prefix) > _HEAD:
            start = bisect_left(self, prefix, start, end)
            end = bisect_left(self, prefix + _AFTER, start, end)
        return range(start, end)


def pack(name: str, words: Sequence[bytes]) -> dict[str, Array]:
    """The arrays of a lexicon of `words`, which are unique and in ascending order."""
    return blobs(name, words) | {f"{name}_slots": _slots(words), f"{name}_heads": _heads(words)}


def blobs(name: str, items: Sequence[bytes]) -> dict[str, Array]:
    """`items` as one blob and its offsets."""
    return {
        f"{name}_offsets": offsets([len(item) for item in items]),
        f"{name}_blob": np.frombuffer(b"".join(items), dtype=np.uint8),
    }


def offsets(counts: Sequence[int]) -> Offsets:
    """Where each of several runs of `counts` items begins, and the end of the last."""
    return np.fromiter(accumulate(counts, initial=0), dtype=np.uint32, count=len(counts) + 1)


def _slots(words: Sequence[bytes]) -> Offsets:
    """The hash table. In the order of their homes each word takes the first slot that is free, so that none stands before its own."""
    size = 2 << len(words).bit_length()  # between two and four slots a word keep searches short
    homes = np.fromiter(map(crc32, words), np.int64, len(words)) & (size - 1)
    order = homes.argsort(kind="stable")
    ranks = np.arange(len(words))
    places = np.maximum.accumulate(homes[order] - ranks) + ranks
    inside = int(places.searchsorted(size))
    slots = np.zeros(size, np.uint32)
    slots[places[:inside]] = order[:inside] + 1
    slots[np.flatnonzero(slots == 0)[: len(words) - inside]] = order[inside:] + 1  # on from the beginning
    return slots


def _heads(words: Sequence[bytes]) -> Heads:
    heads: Heads = np.array(words, dtype=f"S{_HEAD}").view(">u8").astype(np.uint64)
    return heads
