"""Ours: documents of terms -> Whoosh -> packed postings; the same calls as `SearchService` makes, without analysis."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.contents import TODAY
from benchmarks.engines import BEST, COMPLETIONS
from benchmarks.texts import TextEntry
from widget_server.engine import segment_writer, whoosh_index
from widget_server.engine.document import Document
from widget_server.engine.query import Clause, Query, WeightedTerms
from widget_server.engine.retrieval import evaluate
from widget_server.engine.segment import Segment
from widget_server.engine.view import View
from widget_server.language.lexicon import Lexicon
from widget_server.language.typos import Speller
from widget_server.languages import LANGUAGES, Language

_POSTINGS: Final = "postings.bin"


def build(folder: Path, entries: Iterator[TextEntry]) -> None:
    documents = [_document(entry) for entry in entries]
    whoosh_index.write(documents, folder / "whoosh")
    contents = whoosh_index.read(folder / "whoosh", whoosh_index.fields_of(documents))
    segment_writer.write(contents, folder / _POSTINGS)
    opened = View([(Segment(folder / _POSTINGS), ())], TODAY)
    for language in LANGUAGES:
        Lexicon.of(opened.terms(_field(language))).save(folder, language)


def _document(entry: TextEntry) -> Document:
    fields = {_field(language): Counter(text.split()) for language, text in entry.texts.items()}
    return Document(key=entry.key, fields=fields, payload=entry.title.encode())


def _field(language: Language) -> str:
    return f"{language}.word"


def open(folder: Path) -> "OpenedTerecht":  # noqa: A001  the name that every engine has for it
    return OpenedTerecht(folder)


class OpenedTerecht:
    """A view of one segment, and a speller a language."""

    def __init__(self, folder: Path) -> None:
        self._view = View([(Segment(folder / _POSTINGS), ())], TODAY)
        self._spellers = {language: Speller(Lexicon.open(folder, language)) for language in LANGUAGES}

    def terms(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        return self._titles(Clause(((WeightedTerms(_field(language), (word,)),),)) for word in words)

    def prefix(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        field = _field(language)
        *whole, begun = words
        completions = (word for word, _ in self._view.prefix(field, begun, COMPLETIONS))
        clauses = [_any(field, (word,)) for word in whole]
        return self._titles([*clauses, _any(field, completions)])

    def typo(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        near = (word for word, _ in self._spellers[language].nearest(words[0], edits=1))
        return self._titles([_any(_field(language), near)])

    def _titles(self, clauses: Iterable[Clause]) -> list[str]:
        hits = evaluate(self._view, Query(clauses=tuple(clauses), limit=BEST))
        return [self._view.payload(hit.position).decode() for hit in hits.best]


def _any(field: str, words: Iterable[str]) -> Clause:
    return Clause(tuple((WeightedTerms(field, (word,)),) for word in words))
