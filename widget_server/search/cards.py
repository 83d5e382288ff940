"""An entry made ready for presenting: decoded once, its texts cut into words once, then shared by all readers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from widget_server.content.model import Entry
from widget_server.language.terms import Analyzer
from widget_server.languages import Language
from widget_server.search.highlights import Passage, Word

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """An entry's texts in one language, cut into words. `sentences` are those of the body."""

    title: Passage
    summary: Passage
    sentences: tuple[Passage, ...]


class Card:
    """An entry with its faces, each made when it is first asked for. Threads may race; the result is the same."""

    __slots__ = ("_analyzer", "_faces", "entry")

    def __init__(self, entry: Entry, analyzer: Analyzer) -> None:
        self.entry = entry
        self._analyzer = analyzer
        self._faces: dict[Language, Face] = {}

    def face(self, language: Language) -> Face:
        """The texts in `language`."""
        if language not in self._faces:
            self._faces[language] = self._made(language)
        return self._faces[language]

    def _made(self, language: Language) -> Face:
        text = self.entry.texts[language]
        sentences = (sentence for paragraph in text.body for sentence in _SENTENCE_END.split(paragraph))
        return Face(
            title=self._passage(text.title, language),
            summary=self._passage(text.summary, language),
            sentences=tuple(self._passage(sentence, language) for sentence in sentences),
        )

    def _passage(self, text: str, language: Language) -> Passage:
        return Passage(text, tuple(self._words(text, language)))

    def _words(self, text: str, language: Language) -> Iterator[Word]:
        for analysed in self._analyzer.analyse(text, language):
            token, terms = analysed.token, analysed.terms
            yield Word(token.start, token.end, frozenset((*terms.words, *terms.stems, *terms.parts)))
