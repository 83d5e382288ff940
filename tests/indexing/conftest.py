"""The sample of tests/content, as a content folder of one's own beside an empty state folder."""

import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from widget_server.content import loader
from widget_server.content.model import Corpus
from widget_server.engine.generations import GenerationStore
from widget_server.indexing.reindex import Published, reindex

SAMPLE = Path(__file__).parent.parent / "content" / "sample"
TODAY = date(2026, 11, 21)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(SAMPLE, tmp_path / "index_data")


@pytest.fixture
def rewrite(content: Path) -> Callable[[str, str, str], None]:
    """Replace a text in a file of the content; it must stand there."""

    def rewritten(path: str, old: str, new: str) -> None:
        text = (content / path).read_text()
        assert old in text
        (content / path).write_text(text.replace(old, new))

    return rewritten


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def store(state: Path) -> GenerationStore:
    return GenerationStore(state)


@pytest.fixture
def run(content: Path, store: GenerationStore, cache: Path) -> Callable[..., Published]:
    """A reindex of the content as it is then."""
    return partial(reindex, content, store, cache=cache, today=TODAY)


@pytest.fixture
def read(content: Path) -> Callable[[], Corpus]:
    """The content as it is then."""
    return lambda: loader.load(content, today=TODAY)
