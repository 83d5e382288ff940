"""Which words of a result matched, as offsets, also through inflection and compounds.

A word matches when it shares a term with the clauses that found the entry. The words of a
text are analysed once and kept with it (see `edition`); here they are only compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from widget_server.search.page import Spans


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its half-open range of code points, and every term that finds it."""

    start: int
    end: int
    terms: frozenset[str]


class Passage:
    """A text with its words, ready to be marked."""

    __slots__ = ("terms", "text", "words")

    def __init__(self, text: str, words: tuple[Word, ...]) -> None:
        self.text = text
        self.words = words
        #: Every term that finds something in the text.
        self.terms: frozenset[str] = frozenset().union(*(word.terms for word in words))

    def marks(self, sought: frozenset[str]) -> Spans:
        """The ranges of the words that `sought` terms find; overlapping and touching ranges are one."""
        found = self.terms & sought
        if not found:
            return ()
        return _merged((word.start, word.end) for word in self.words if not found.isdisjoint(word.terms))


def best(passages: Sequence[Passage], sought: frozenset[str], *, least: int) -> Passage | None:
    """The passage that holds the most different `sought` terms, if it holds at least `least`; the first of equals."""
    counts = [len(passage.terms & sought) for passage in passages]
    most = max(counts, default=0)
    return passages[counts.index(most)] if most >= max(least, 1) else None


def _merged(ranges: Iterable[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
