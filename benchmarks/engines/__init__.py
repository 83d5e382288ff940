"""The engines that are compared, each in the fastest way its documentation offers, over the same plain words.

Every language is a field of its own; positions are kept where an engine always keeps them; words arrive
folded, so that no engine stems or drops any. All give the titles of the best ten. What differs:

* `terecht`: the posting cache alone, over prepared terms; completions and typos come from its vocabulary.
* `whoosh`: 2.7.4 as it comes, a searcher kept open, queries built from objects (its parser costs as much again).
* `tantivy`: 0.27, one segment, queries built from objects, without counting all hits.
* `fts5`: SQLite's own; it knows no typos, so the nearest words come from a list in memory by rapidfuzz.
* MiniSearch, Orama and lunr: in `node/`.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from benchmarks.texts import TextEntry
from widget_server.languages import Language

PYTHON: Final = ("terecht", "whoosh", "tantivy", "fts5")
NODE: Final = ("minisearch", "orama", "lunr")

#: How many titles a search gives, and to how many words a beginning is completed where an engine lets one say so.
BEST: Final = 10
COMPLETIONS: Final = 12


class Opened(Protocol):
    """An index that was opened. Each call gives the titles of the best entries."""

    def terms(self, language: Language, words: Sequence[str]) -> list[str]:
        """Entries that hold any of `words`, best first."""

    def prefix(self, language: Language, words: Sequence[str]) -> list[str]:
        """The same; the last word is only begun."""

    def typo(self, language: Language, words: Sequence[str]) -> list[str]:
        """Entries that hold a word at most one edit away from the only one of `words`."""


class Engine(Protocol):
    """A module of this folder, or one that wraps a program of another language."""

    def build(self, folder: Path, entries: Iterator[TextEntry]) -> None:
        """Write an index of `entries` into `folder`, which is empty."""

    def open(self, folder: Path) -> Opened:
        """Open the index in `folder`."""


def load(name: str) -> Engine:
    """The engine `name`, one of `PYTHON`."""
    return cast("Engine", import_module(f"benchmarks.engines.{name}_engine"))
