"""A word that nothing knows -> words that exist, by the likeliest mistake that explains it.

The steps, each taken only when the one before found nothing: the wrong keyboard; Ukrainian or Russian in
Latin letters; their spellings mixed; Dutch ij typed as y; typos. The first four accept only words that
exist, so they come before the guess. All 59 words of tests/language/tables/repair.txt are found.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final, Self

from widget_server.language import layouts, stems
from widget_server.language.alphabets import CYRILLIC, LATIN, written_in
from widget_server.language.folding import fold, is_cyrillic
from widget_server.language.lexicon import Lexicon
from widget_server.language.transliteration import cyrillic_key, latin_keys
from widget_server.language.typos import Speller
from widget_server.language.vocabulary import Vocabulary
from widget_server.languages import LANGUAGES, Language


class RepairStep(StrEnum):
    """How a word was understood."""

    KNOWN = "known"
    LAYOUT = "keyboard layout"
    TRANSLITERATION = "transliteration"
    SPELLING = "mixed spelling"
    TYPO = "typo"
    NONE = "none"


#: A language, a word of it, and how many edits it is away.
RepairedWord = tuple[Language, str, int]


@dataclass(frozen=True, slots=True)
class Repair:
    """The words that a word was taken for, the nearest first, and by which step."""

    step: RepairStep
    words: tuple[RepairedWord, ...] = ()


# A shorter word in Latin letters sounds like too many Cyrillic ones.
_SHORTEST_SOUND: Final = 3

# A stem has lost its ending already, so it gets its second edit a letter later than a word does.
_TWO_EDITS_ON_STEMS_FROM: Final = 9
_ONE_EDIT_ON_STEMS_FROM: Final = 4

# For each language; the words of a question are few, and each candidate costs a posting list or more.
_TYPO_CANDIDATES: Final = 4

# Misspelt words with their repairs, of half a kilobyte each: one is repaired to see where it ends, and to see what it means.
_REMEMBERED: Final = 1_024


class Repairer:
    """Repairs words against the words that exist in each language."""

    __slots__ = ("repair", "vocabularies")

    def __init__(self, vocabularies: Mapping[Language, Vocabulary]) -> None:
        self.vocabularies = vocabularies
        #: What a word, as it stands between two blanks, was meant to be.
        self.repair = lru_cache(_REMEMBERED)(self._repaired)

    @classmethod
    def of(
        cls,
        words: Mapping[Language, Collection[str]],
        occurring: Mapping[Language, Collection[str]] | None = None,
    ) -> Self:
        """A repairer that knows these folded words, in memory; for `occurring` see `Vocabulary.of`."""
        found = words if occurring is None else occurring
        return cls(
            {
                language: Vocabulary.of(words.get(language, ()), language, found.get(language, ()))
                for language in LANGUAGES
            }
        )

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The repairer that `save` wrote to `folder`, memory-mapped."""
        return cls({language: Vocabulary.open(folder, language) for language in LANGUAGES})

    def joined(self, other: "Repairer") -> "Repairer":
        """One that also knows the words of `other`, none of which this one knows."""
        return Repairer(
            {
                language: vocabulary.joined(other.vocabularies[language])
                for language, vocabulary in self.vocabularies.items()
            }
        )

    def save(self, folder: Path) -> None:
        """Write what the repairer knows to `folder`, beside the form table."""
        for language, vocabulary in self.vocabularies.items():
            vocabulary.save(folder, language)

    def words(self, language: Language) -> Lexicon:
        """The words that exist in `language`."""
        return self.vocabularies[language].words

    def knows(self, word: str, language: Language) -> bool:
        """Whether the folded `word` exists in `language`."""
        return word in self.vocabularies[language].words

    def _repaired(self, raw: str) -> Repair:
        word = fold(raw)
        if len(set(word)) == 1:
            return Repair(RepairStep.NONE)  # a finger on a key; "zzzz" sounds like no word
        steps: tuple[tuple[RepairStep, Callable[[], Iterable[RepairedWord]]], ...] = (
            (RepairStep.KNOWN, lambda: self._known(word, LANGUAGES)),
            (RepairStep.LAYOUT, lambda: self._on_other_keyboard(raw)),
            (RepairStep.TRANSLITERATION, lambda: self._sounding_like(raw)),
            (RepairStep.SPELLING, lambda: self._spelled_otherwise(word)),
            (RepairStep.TYPO, lambda: self._near(word)),
        )
        for step, attempt in steps:
            if found := tuple(attempt()):
                return Repair(step, found)
        return Repair(RepairStep.NONE)

    def _known(self, word: str, languages: Iterable[Language]) -> Iterator[RepairedWord]:
        return ((language, word, 0) for language in languages if self.knows(word, language))

    def _on_other_keyboard(self, raw: str) -> Iterator[RepairedWord]:
        for language, word in layouts.candidates(raw):
            yield from self._known(word, (language,))

    def _sounding_like(self, raw: str) -> Iterator[RepairedWord]:
        if len(raw) < _SHORTEST_SOUND or is_cyrillic(raw):
            return iter(())
        readings = (tuple(self._with_sound(key)) for key in latin_keys(raw))
        return iter(next(filter(None, readings), ()))

    def _spelled_otherwise(self, word: str) -> Iterator[RepairedWord]:
        if is_cyrillic(word):
            return self._with_sound(cyrillic_key(word))
        return self._known(word.replace("y", "ij"), LATIN)

    def _with_sound(self, key: str) -> Iterator[RepairedWord]:
        for language in CYRILLIC:
            yield from ((language, word, 0) for word in self.vocabularies[language].sounds.rights(key))

    def _near(self, word: str) -> list[RepairedWord]:
        nearest = (near for language in written_in(word) for near in self._near_in(word, language))
        return sorted(nearest, key=_distance)

    def _near_in(self, word: str, language: Language) -> Iterator[RepairedWord]:
        vocabulary = self.vocabularies[language]
        words = Speller(vocabulary.words).nearest(word, _TYPO_CANDIDATES)
        yield from (
            (language, near, distance) for near, distance in words or self._near_stems(word, language)
        )

    def _near_stems(self, word: str, language: Language) -> Iterator[tuple[str, int]]:
        """Words whose stem lies near the stem of `word`: medecijnen -> medicijn."""
        vocabulary = self.vocabularies[language]
        stem = stems.keys(word, language)[0]
        for near, distance in Speller(vocabulary.stems).nearest(stem, _TYPO_CANDIDATES, _edits_on_stem(stem)):
            if near[0] == stem[0]:
                yield vocabulary.shortest_with(near), distance


def _edits_on_stem(stem: str) -> int:
    if len(stem) < _ONE_EDIT_ON_STEMS_FROM:
        return 0
    return 1 if len(stem) < _TWO_EDITS_ON_STEMS_FROM else 2


def _distance(found: RepairedWord) -> int:
    return found[2]
