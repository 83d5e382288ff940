"""All words of one language that a question can be led to, as memory-mapped files.

A MARISA trie says whether a word is in it; beside it lie two arrays, sorted by first letter and length,
that let `typos` look at the few words that come near without touching the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
from marisa_trie import Trie
from numpy.typing import NDArray

# A shelf is a first letter and a length; words longer than this share a shelf, as nobody mistypes so long a word
# into one that is much shorter.
_LENGTH_BITS: Final = 6
_LONGEST: Final = 2**_LENGTH_BITS - 1
_LETTER_BITS: Final = 64  # Latin and Cyrillic letters fall on different bits, each within its alphabet


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language. `ids` are keys of the trie, one a word, in the order of their shelves.

    `shelves` (uint32) holds for each word its first letter and length, `letters` (uint64) its set of
    letters as bits; both run along `ids`. `further` are words that came later.
    """

    trie: Trie
    ids: NDArray[np.uint32]
    shelves: NDArray[np.uint32]
    letters: NDArray[np.uint64]
    further: "tuple[Lexicon, ...]" = ()

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """The lexicon of these folded words, in memory."""
        trie = Trie(word for word in words if word)
        known, numbers = zip(*trie.items(), strict=True) if len(trie) else ((), ())
        shelves, letters = _places(known)
        order = shelves.argsort(kind="stable")
        ids = np.array(numbers, np.uint32)
        return cls(trie, ids[order], shelves[order], letters[order])

    @classmethod
    def open(cls, folder: Path, name: str) -> Self:
        """The lexicon that `save` wrote, memory-mapped."""
        return cls(
            Trie().mmap(str(folder / f"{name}.marisa")),
            _mapped(folder / f"{name}.ids.npy"),
            _mapped(folder / f"{name}.shelves.npy"),
            _mapped(folder / f"{name}.letters.npy"),
        )

    def save(self, folder: Path, name: str) -> None:
        """Write the lexicon, if it is not joined of others, as four files of `folder` whose names begin with `name`."""
        self.trie.save(str(folder / f"{name}.marisa"))
        np.save(folder / f"{name}.ids.npy", self.ids)
        np.save(folder / f"{name}.shelves.npy", self.shelves)
        np.save(folder / f"{name}.letters.npy", self.letters)

    def joined(self, other: "Lexicon") -> "Lexicon":
        """These words and those of `other`, none of which is among these."""
        return replace(self, further=(*self.further, other))

    def __contains__(self, word: object) -> bool:
        """Whether this folded word is one of them."""
        return word in self.trie or (bool(self.further) and any(word in other for other in self.further))

    def __iter__(self) -> Iterator[str]:
        """Each word once, in no order that means anything."""
        return chain(self.trie.iterkeys(), *self.further)

    def alike(self, word: str, edits: int) -> Iterator[str]:
        """The words with the first letter of `word` that `edits` edits may lead to.

        None that they lead to is missing; some that they do not lead to are among them. An edit changes
        the length by one at most, and the set of letters by two (one letter goes, one comes).
        """
        first = shelf(word[0], max(len(word) - edits, 1))
        last = shelf(word[0], len(word) + edits)
        # In the array's own type: numpy would copy the whole array to compare it with another.
        start, end = np.searchsorted(self.shelves, np.array((first, last + 1), np.uint32))
        differences = np.bitwise_count(self.letters[start:end] ^ np.uint64(letter_set(word)))
        near = self.ids[start:end][differences <= 2 * edits]
        found = map(self.trie.restore_key, near.tolist())
        return chain(found, *(other.alike(word, edits) for other in self.further)) if self.further else found


def shelf(letter: str, length: int) -> int:
    """The number under which words with this first letter and length stand together."""
    return ord(letter) << _LENGTH_BITS | min(length, _LONGEST)


def letter_set(word: str) -> int:
    """The letters of `word` as the bits of a 64-bit number."""
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % _LETTER_BITS
    return bits


def _places(words: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
    """For each word its `shelf` and its `letter_set`: all of a language in a few strokes."""
    if not words:
        return np.empty(0, np.uint32), np.empty(0, np.uint64)
    lengths = np.fromiter(map(len, words), np.intp, len(words))
    starts = lengths.cumsum() - lengths
    codes = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32)
    shelves = codes[starts] << np.uint32(_LENGTH_BITS) | np.minimum(lengths, _LONGEST).astype(np.uint32)
    bits = np.left_shift(np.uint64(1), (codes % _LETTER_BITS).astype(np.uint64))
    return shelves, np.bitwise_or.reduceat(bits, starts)


def _mapped(path: Path) -> NDArray[Any]:
    """The array in `path`, memory-mapped; as a plain array, whose slices are four times quicker to take."""
    return np.asarray(np.load(path, mmap_mode="r"))
