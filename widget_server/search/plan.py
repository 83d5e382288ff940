"""A question's plan: each of its words, how it was understood, and the engine's clause for it."""

from dataclasses import dataclass
from itertools import count
from typing import Final, NamedTuple

from widget_server.engine.query import Clause
from widget_server.language.wording import Sought
from widget_server.languages import Language
from widget_server.search import weights
from widget_server.search.steps import REPAIRS, Step

#: Which the last words of a very long question have in common.
_LAST_BIT: Final = 63


class Reading(NamedTuple):
    """A word that a typed word may stand for, in one language.

    `weight` is what it is worth, `edits` how many edits away it is. Taken `apart`, it is a compound that no
    entry holds, whose parts must do.
    """

    language: Language
    word: str
    weight: float = 1.0
    edits: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """How a word was understood, wherever it stands; the same for all questions over one view.

    `information` is what knowing this word would tell about the answer: the idf of its rarest posting
    (the highest there can be, if nothing knows it) times how rare the word is in its language.
    `certainty`, 0 to 1, is how sure its readings are. `keys` are the stem keys of its readings, `finds` the digests of
    the words of the texts that its anchors find.
    """

    step: Step
    readings: tuple[Reading, ...]
    clause: Clause
    information: float
    certainty: float
    keys: frozenset[tuple[Language, str]] = frozenset()
    finds: bytes = b""

    @property
    def understood(self) -> float:
        """The part of its information that an entry which matches it holds."""
        return self.information * self.certainty

    @property
    def is_repaired(self) -> bool:
        """Whether the word typed was taken for another one."""
        return self.step in REPAIRS or (self.step is Step.FILLER and bool(self.readings))


@dataclass(frozen=True, slots=True)
class PlannedWord:
    """One word of a question, the half-open range of code points where it was typed, and its meaning."""

    typed: str
    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A question, understood."""

    query: str
    words: tuple[PlannedWord, ...]

    @property
    def asked(self) -> float:
        """All that the question asks, in units of information."""
        return sum(word.meaning.information for word in self.words)

    @property
    def understood(self) -> float:
        """What of it was understood."""
        return sum(word.meaning.understood for word in self.words)

    @property
    def is_understood(self) -> bool:
        """Whether enough was understood for an answer to be one: about half of what is asked, or several telling words.

        These are not enough beside a word that belongs elsewhere.
        """
        if self.understood > self.asked * weights.LEAST_UNDERSTOOD:
            return True
        if any(word.meaning.step is Step.ELSEWHERE for word in self.words):
            return False
        telling = sum(word.meaning.understood >= weights.TELLING for word in self.words)
        return telling >= weights.ENOUGH_TELLING

    @property
    def sought(self) -> Sought:
        """The words of texts that the question finds, each with the question's words that find it, as bits: the first from the right."""
        bits = (1 << min(place, _LAST_BIT) for place in count())
        return Sought(zip((word.meaning.finds for word in self.words), bits, strict=False))

    @property
    def repaired(self) -> str | None:
        """The question with its misspelt words replaced; None when none was."""
        text, end, changed = "", 0, False
        for word in self.words:
            if word.meaning.is_repaired:
                text += self.query[end : word.start] + word.meaning.readings[0].word
                end, changed = word.end, True
        return text + self.query[end:] if changed else None
