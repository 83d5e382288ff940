"""The tables of tests/language/tables, and a vocabulary made of all words in them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from widget_server.language.folding import fold
from widget_server.language.lemmas import FormTable
from widget_server.language.repair import Repairer
from widget_server.language.store import LemmaStore
from widget_server.languages import LANGUAGES, Language

TABLES = Path(__file__).parent / "tables"

Table = Callable[[str], list[str]]


def _rows(name: str) -> list[str]:
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="session")
def table() -> Table:
    """The rows of a table by its name without `.txt`."""
    return _rows


@pytest.fixture(scope="session")
def store(request: pytest.FixtureRequest) -> LemmaStore:
    """The real lemma store; made at the first run on a machine and kept in pytest's own cache."""
    return LemmaStore.open(Path(request.config.cache.mkdir("lemmas")))


def _words(language: Language) -> Iterator[str]:
    for row in _rows(f"inflection.{language}"):
        yield from row.split()[1:]
    for row in _rows(f"typos.{language}"):
        yield row.split()[1]
    for row in _rows("repair"):
        if row.split(" | ")[2] == language:
            yield from row.split(" | ")[1].split(",")
    if language in {"uk", "ru"}:
        yield from (row.split()[1] for row in _rows("latin-held-out"))


@pytest.fixture(scope="session")
def words() -> dict[Language, set[str]]:
    """What a small index would hold, folded."""
    return {language: set(map(fold, _words(language))) for language in LANGUAGES}


@pytest.fixture(scope="session")
def forms(
    words: dict[Language, set[str]], store: LemmaStore, tmp_path_factory: pytest.TempPathFactory
) -> FormTable:
    """The form table of `words`."""
    return FormTable.build(words, tmp_path_factory.mktemp("forms"), store)


@pytest.fixture(scope="session")
def repairer(forms: FormTable, tmp_path_factory: pytest.TempPathFactory) -> Repairer:
    """A repairer that knows every form of `words`, opened from its files as a server does."""
    folder = tmp_path_factory.mktemp("repairer")
    Repairer.of({language: set(forms.forms(language)) for language in LANGUAGES}).save(folder)
    return Repairer.open(folder)
