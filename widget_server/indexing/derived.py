"""A word -> the terms of other kinds that follow from it: what the engine derives while it packs an index."""

from collections.abc import Iterator
from typing import Final

from widget_server.engine.derivation import Derive, Derived
from widget_server.language.terms import Analyzer, Kind, field
from widget_server.languages import LANGUAGES

_LANGUAGE_OF: Final = {field(language, Kind.WORD): language for language in LANGUAGES}

_NAMES: Final = {
    language: (field(language, Kind.STEM), field(language, Kind.PART), field(language, Kind.GRAM))
    for language in LANGUAGES
}


def derivation(analyzer: Analyzer) -> Derive:
    """What `analyzer` makes of the words of a document."""

    def derive(words: str, word: str) -> Iterator[Derived]:
        language = _LANGUAGE_OF[words]
        stem, part, gram = _NAMES[language]
        terms = analyzer.word_terms(word, language)
        # A word with two stem keys is still one word; two would make its text seem longer.
        yield stem, terms.stems, 1 / len(terms.stems)
        yield part, terms.parts, 1.0
        yield gram, terms.grams, 1.0

    return derive
