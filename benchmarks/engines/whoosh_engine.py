"""Whoosh 2.7.4 as it comes, but for its parser, and with one searcher kept open."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from whoosh import index
from whoosh.analysis import RegexTokenizer
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.query import FuzzyTerm, Or, Prefix, Query, Term

from benchmarks.engines import BEST
from benchmarks.texts import TextEntry
from widget_server.languages import LANGUAGES, Language


def build(folder: Path, entries: Iterator[TextEntry]) -> None:
    words = RegexTokenizer(r"\S+")
    schema = Schema(key=ID(stored=True), title=STORED, **{each: TEXT(analyzer=words) for each in LANGUAGES})
    writer = index.create_in(folder, schema).writer(limitmb=256)
    for entry in entries:
        writer.add_document(key=entry.key, title=entry.title, **entry.texts)
    writer.commit()


def open(folder: Path) -> "OpenedWhoosh":  # noqa: A001  the name that every engine has for it
    return OpenedWhoosh(folder)


class OpenedWhoosh:
    """An index and its searcher."""

    def __init__(self, folder: Path) -> None:
        self._searcher = index.open_dir(folder, readonly=True).searcher()

    def terms(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        return self._titles(Or([Term(language, word) for word in words]))

    def prefix(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        *whole, begun = words
        return self._titles(Or([*(Term(language, word) for word in whole), Prefix(language, begun)]))

    def typo(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`. A swap counts as two edits here, so that some words are missed."""
        return self._titles(FuzzyTerm(language, words[0], maxdist=1, prefixlength=1))

    def _titles(self, query: Query) -> list[str]:
        return [hit["title"] for hit in self._searcher.search(query, limit=BEST)]
