"""SQLite's FTS5. It knows no typos: the nearest words come from its vocabulary, held in memory, by rapidfuzz."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from benchmarks.engines import BEST
from benchmarks.texts import TextEntry
from widget_server.languages import LANGUAGES, Language

_FILE: Final = "fts5.sqlite"
_NEAREST: Final = 4
_SEARCH: Final = f"SELECT title FROM entries WHERE entries MATCH ? ORDER BY rank LIMIT {BEST}"  # noqa: S608  a constant


def build(folder: Path, entries: Iterator[TextEntry]) -> None:
    connection = sqlite3.connect(folder / _FILE)
    connection.execute(f"CREATE VIRTUAL TABLE entries USING fts5(title UNINDEXED, {', '.join(LANGUAGES)})")
    connection.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(entries, col)")
    rows = ((entry.title, *(entry.texts[language] for language in LANGUAGES)) for entry in entries)
    connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute("INSERT INTO entries(entries) VALUES ('optimize')")
    connection.commit()
    connection.close()


def open(folder: Path) -> "OpenedFts5":  # noqa: A001  the name that every engine has for it
    return OpenedFts5(folder)


class OpenedFts5:
    """A connection, and the words of each language."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(f"file:{folder / _FILE}?mode=ro", uri=True)
        self._connection.execute("PRAGMA mmap_size = 1073741824")
        self._words: dict[Language, list[str]] = {}

    def terms(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        return self._titles(language, [f'"{word}"' for word in words])

    def prefix(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        *whole, begun = words
        return self._titles(language, [*(f'"{word}"' for word in whole), f'"{begun}"*'])

    def typo(self, language: Language, words: Sequence[str]) -> list[str]:
        """See `Opened`."""
        near = process.extract(
            words[0], self._vocabulary(language), scorer=OSA.distance, score_cutoff=1, limit=_NEAREST
        )
        return self._titles(language, [f'"{word}"' for word, _, _ in near]) if near else []

    def _vocabulary(self, language: Language) -> list[str]:
        if language not in self._words:
            rows = self._connection.execute("SELECT term FROM vocabulary WHERE col = ?", (language,))
            self._words[language] = [term for (term,) in rows]
        return self._words[language]

    def _titles(self, language: Language, terms: Sequence[str]) -> list[str]:
        return [
            title for (title,) in self._connection.execute(_SEARCH, (f"{language} : ({' OR '.join(terms)})",))
        ]
