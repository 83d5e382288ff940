"""Text -> terms: what the index stores of a word, and what a question asks for.

A word gives terms of four kinds. The surface form finds what was typed; stem keys find its other
forms; the parts of a Dutch compound find its members; 4-grams find what looks alike. Each kind in each
language is a field of its own, named "nl.stem", so that each can have its own weight.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from widget_server.language import stems
from widget_server.language.compounds import Splitter
from widget_server.language.grams import grams
from widget_server.language.lemmas import FormTable
from widget_server.languages import LANGUAGES, Language

#: Changes with anything that changes a term, or what this package keeps in an index. An index of another version is not readable.
ANALYSIS_VERSION: Final = "10"

# The words of questions, each in up to four languages; each takes about a kilobyte.
_CACHED_WORDS: Final = 8_192


class Kind(StrEnum):
    """What a term is of its word."""

    WORD = "word"
    STEM = "stem"
    PART = "part"
    GRAM = "gram"


def field(language: Language, kind: Kind) -> str:
    """The name of the field that holds the terms of this kind.

    >>> field("nl", Kind.STEM)
    'nl.stem'
    """
    return _NAMES[language, kind]


_NAMES: Final = {(language, kind): f"{language}.{kind}" for language in LANGUAGES for kind in Kind}


@dataclass(frozen=True, slots=True)
class WordTerms:
    """The terms of one word in one language, by kind; `parts` are the stem keys of a compound's members."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    parts: tuple[str, ...] = ()
    grams: tuple[str, ...] = ()


class Analyzer:
    """Turns words into terms; a word that returns is analysed once."""

    __slots__ = ("_forms", "_splitter", "_terms")

    def __init__(self, forms: FormTable, splitter: Splitter, cached_words: int = _CACHED_WORDS) -> None:
        """`cached_words` are remembered with their terms."""
        self._forms = forms
        self._splitter = splitter
        self._terms = lru_cache(cached_words)(self._analyse_word)

    def word_terms(self, word: str, language: Language) -> WordTerms:
        """The terms of a folded word."""
        return self._terms(word, language)

    def keys(self, word: str, language: Language) -> tuple[str, ...]:
        """The stem keys of a folded word alone, not remembered: for those of which nothing else is asked."""
        if word.isdigit():
            return (word,)
        return stems.keys(word, language, self._forms.lemmas(language, word))

    def _analyse_word(self, word: str, language: Language) -> WordTerms:
        keys = self.keys(word, language)
        if word.isdigit():
            return WordTerms((word,), keys)
        parts = self._part_keys(word, keys) if language == "nl" else ()
        return WordTerms((word,), keys, parts, grams(word))

    def _part_keys(self, word: str, own: tuple[str, ...]) -> tuple[str, ...]:
        keys = (key for part in self._splitter.parts(word) for key in self.keys(part, "nl"))
        return tuple(key for key in dict.fromkeys(keys) if key not in own)
