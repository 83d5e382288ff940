"""Real words with the frequencies that people use them with, and rare ones behind them.

The first part of a language are the 16,000 to 34,000 words of `widget_server/language/data/commonness.*`
(once in half a million words and more). Nobody ships a list of what comes below that, so the tail is made: two of
those words written as one, as Dutch does with compounds, with frequencies that go on falling as Zipf's law says.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

from marisa_trie import RecordTrie

from widget_server.language.commonness import FORMAT, TENTHS, path
from widget_server.languages import LANGUAGES, Language

SEED: Final = 7

#: Rare words behind the real ones; with them 20,000 entries hold about 50,000 words a language.
_TAIL: Final = 40_000

#: Words as common as this are mostly function words, which a search leaves out: "de", "and", "что".
_FUNCTION: Final = 6.3

_SHORTEST_MEMBER: Final = 4
_LONGEST_MEMBER: Final = 9


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language, the most common first; `weights` are cumulative, `functional` how many lead nowhere."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    functional: int

    def sample(self, dice: random.Random, count: int) -> list[str]:
        """So many words as a text would hold them."""
        return dice.choices(self.words, cum_weights=self.weights, k=count)

    @property
    def fillers(self) -> frozenset[str]:
        """The words that are so common that nobody looks for them."""
        return frozenset(self.words[: self.functional])


def dice(purpose: str) -> random.Random:
    """A seeded generator of its own for each purpose, so that no part changes another."""
    return random.Random(f"{SEED} {purpose}")  # noqa: S311  the same corpus each time is the point


@cache
def words(language: Language) -> Words:
    """The words of `language`."""
    scales = dict(_real(language))
    functional = sum(scale >= _FUNCTION for scale in scales.values())
    frequencies = {word: 10**scale for word, scale in scales.items()}
    rarest = min(frequencies.values())
    for rank, word in enumerate(_made(language, list(frequencies)), start=1):
        frequencies.setdefault(word, rarest * len(scales) / (len(scales) + rank))
    return Words(tuple(frequencies), tuple(accumulate(frequencies.values())), functional)


def _real(language: Language) -> Iterator[tuple[str, float]]:
    table = RecordTrie(FORMAT).mmap(str(path(language)))
    falling = sorted((-value[0], word) for word, value in table.items() if word.isalpha())
    return ((word, -value / TENTHS) for value, word in falling)


def _made(language: Language, real: list[str]) -> Iterator[str]:
    members = [word for word in real if _SHORTEST_MEMBER <= len(word) <= _LONGEST_MEMBER]
    rolled = dice(f"rare words {language}")
    return (rolled.choice(members) + rolled.choice(members) for _ in range(_TAIL))


def sampled(purpose: str) -> dict[Language, random.Random]:
    """A generator for each language."""
    return {language: dice(f"{purpose} {language}") for language in LANGUAGES}
