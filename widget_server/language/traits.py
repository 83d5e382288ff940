"""What the examples hold, to be asked for one by one: stem keys, or words as they were typed. Each with the numbers of its examples."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from math import log
from pathlib import Path
from typing import Final, NamedTuple, Self

import numpy as np
from marisa_trie import BytesTrie
from numpy.typing import NDArray

from widget_server.languages import Language

_NUMBERS: Final = "I"
_NUMBER_BYTES: Final = array(_NUMBERS).itemsize

#: Traits of questions, each with the numbers of the examples that hold it.
_REMEMBERED: Final = 2_048

#: A key, or a word, of a language.
Trait = tuple[Language, str]

#: For each example, whether something holds.
Mask = NDArray[np.bool_]


class Held(NamedTuple):
    """What a trait tells of the question that has it, and the numbers of the examples that have it as well, one after another."""

    worth: float
    numbers: bytes

    @property
    def examples(self) -> int:
        """How many examples these are."""
        return len(self.numbers) // _NUMBER_BYTES


class Worth(NamedTuple):
    """What the traits of a kind are worth: so much times their idf; `unknown` of the highest idf where no example holds them."""

    idf: float
    unknown: float


class Traits:
    """Those of one kind, each with its idf among the examples of its language. Immutable, so any number of threads may read it."""

    __slots__ = ("_counts", "_trie", "_worth", "held")

    def __init__(self, trie: BytesTrie, counts: Mapping[Language, int], worth: Worth) -> None:
        """`counts` are those of the examples in each language."""
        self._trie = trie
        self._counts = counts
        self._worth = worth
        #: The examples that hold a trait.
        self.held = lru_cache(_REMEMBERED)(self._held)

    @classmethod
    def build(
        cls, held: Sequence[Collection[Trait]], counts: Mapping[Language, int], worth: Worth, path: Path
    ) -> Self:
        """Those of the examples in their order, each with the traits that it has; written to `path`."""
        numbers: defaultdict[Trait, list[int]] = defaultdict(list)
        for number, traits in enumerate(held):
            for trait in traits:
                numbers[trait].append(number)
        written = ((_written(trait), array(_NUMBERS, own).tobytes()) for trait, own in numbers.items())
        BytesTrie(written).save(str(path))
        return cls.open(counts, worth, path)

    @classmethod
    def open(cls, counts: Mapping[Language, int], worth: Worth, path: Path) -> Self:
        """What `build` wrote to `path`."""
        return cls(BytesTrie().mmap(str(path)), counts, worth)

    def _held(self, trait: Trait) -> Held:
        highest = log(self._counts.get(trait[0], 0) + 1)
        numbers = self._trie.get(_written(trait), (b"",))[0]
        held = Held(0.0, numbers)
        idf = highest - log(held.examples) if numbers else self._worth.unknown * highest
        return held._replace(worth=self._worth.idf * idf)


def _written(trait: Trait) -> str:
    return "\t".join(trait)
