"""A relation between words (a form and its lemmas, a sound and its words), as one memory-mapped file.

Each pair is a key "left<TAB>right" in a MARISA trie, which shares beginnings and endings between keys:
the 1.4 million Russian forms with their lemmas take a few megabytes, open in well under a millisecond
and are shared between the worker processes of a server.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Self

from marisa_trie import Trie

_TAB = "\t"


class Pairs:
    """Which words on the right belong to a word on the left."""

    __slots__ = ("_trie",)

    def __init__(self, trie: Trie) -> None:
        self._trie = trie

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """The relation that holds these pairs, in memory."""
        return cls(Trie(left + _TAB + right for left, right in pairs))

    @classmethod
    def open(cls, path: Path) -> Self:
        """The relation that `save` wrote to `path`, memory-mapped."""
        return cls(Trie().mmap(str(path)))

    def save(self, path: Path) -> None:
        """Write the relation to `path`."""
        self._trie.save(str(path))

    def rights(self, left: str) -> tuple[str, ...]:
        """The words that belong to `left`, in the order of the alphabet."""
        skip = len(left) + 1
        return tuple(sorted(key[skip:] for key in self._trie.keys(left + _TAB)))

    def lefts(self) -> Iterator[str]:
        """Each word on the left, once."""
        for left, _ in groupby(self._trie.iterkeys(), key=_left):
            yield left


def _left(key: str) -> str:
    return key.partition(_TAB)[0]
