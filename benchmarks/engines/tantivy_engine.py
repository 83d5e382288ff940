"""tantivy, the search library in Rust, through its own Python package."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from benchmarks.engines import BEST
from benchmarks.texts import TextEntry
from widget_server.languages import LANGUAGES, Language


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", stored=True, tokenizer_name="raw")
    for language in LANGUAGES:
        builder.add_text_field(language, tokenizer_name="whitespace")
    return builder.build()


def build(folder: Path, entries: Iterator[TextEntry]) -> None:
    # One thread, so that one segment comes out of it, which is what searches fastest.
    writer = tantivy.Index(_schema(), path=str(folder)).writer(heap_size=512 << 20, num_threads=1)
    for entry in entries:
        writer.add_document(tantivy.Document(title=entry.title, **entry.texts))
    writer.commit()
    writer.wait_merging_threads()


def open(folder: Path) -> "OpenedTantivy":  # noqa: A001  the name that every engine has for it
    return OpenedTantivy(folder)


class OpenedTantivy:
    """An index, its schema and its searcher."""

    def __init__(self, folder: Path) -> None:
        self._schema = _schema()
        self._index = tantivy.Index.open(str(folder))
        self._searcher = self._index.searcher()

    def terms(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        return self._titles([Query.term_query(self._schema, language, word) for word in words])

    def prefix(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`. A prefix is a fuzzy query without an edit."""
        *whole, begun = words
        queries = [Query.term_query(self._schema, language, word) for word in whole]
        return self._titles([*queries, self._near(language, begun, distance=0, prefix=True)])

    def typo(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        return self._titles([self._near(language, words[0], distance=1, prefix=False)])

    def _near(self, language: Language, word: str, *, distance: int, prefix: bool) -> Query:
        return Query.fuzzy_term_query(self._schema, language, word, distance, True, prefix)  # noqa: FBT003  its own way

    def _titles(self, queries: Sequence[Query]) -> list[str]:
        query = Query.boolean_query([(Occur.Should, each) for each in queries])
        hits = self._searcher.search(query, BEST, count=False).hits
        return [self._searcher.doc(address)["title"][0] for _, address in hits]
