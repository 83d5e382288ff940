"""docs/content.md is true: its examples are one sound content folder, whose questions are answered."""

import re
from datetime import date
from pathlib import Path

import pytest

from widget_server import cli
from widget_server.content.deadlines import deadlines
from widget_server.content.loader import load
from widget_server.content.model import Channel, Corpus
from widget_server.engine.generations import GenerationStore
from widget_server.evaluation.judging import judge
from widget_server.indexing.reindex import publish_corpus
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf
from widget_server.terminal import notes

PAGE = (Path(__file__).parents[2] / "docs" / "content.md").read_text()
EXAMPLE = re.compile(r"^```yaml\n# index_data/(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMOTION = re.compile(r"`(promote: .*?)`", re.DOTALL)
TODAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The examples, each in its file."""
    for path, text in EXAMPLE.findall(PAGE):
        file = tmp_path / "index_data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path / "index_data"


@pytest.fixture
def corpus(root: Path) -> Corpus:
    return load(root, today=TODAY)


def test_every_example_says_which_file_it_is() -> None:
    assert len(EXAMPLE.findall(PAGE)) == PAGE.count("```yaml") == 11


def test_the_examples_are_a_sound_content_folder(corpus: Corpus) -> None:
    assert [entry.id for entry in corpus.entries] == ["room-at-home", "room-bureau", "gemeente-zilverdam"]
    assert list(corpus.municipalities) == ["zilverdam"]
    assert (len(corpus.synonyms), len(corpus.judged)) == (2, 3)


def test_the_judged_questions_of_the_page_are_answered(corpus: Corpus, cache: Path, tmp_path: Path) -> None:
    store = GenerationStore(tmp_path / "state")
    publish_corpus(corpus, store, cache=cache)
    assert judge(SearchService(EditionShelf(store)), corpus.judged).losses == ()


def test_an_entry_may_be_promoted_as_the_page_says(root: Path) -> None:
    (promotion,) = PROMOTION.findall(PAGE)
    entry = root / "national/entries/room-at-home.yaml"
    entry.write_text(f"{promotion}\n{entry.read_text()}")
    (promoted,) = [entry.promote for entry in load(root, today=TODAY).entries if entry.promote]
    assert (promoted.words, promoted.until) == (("kamer",), date(2026, 12, 31))


def test_what_ends_is_noted_as_the_page_says(root: Path, corpus: Corpus) -> None:
    noted = [*notes(deadlines(corpus, today=date(2027, 12, 1)), root)]
    assert noted == re.findall(r"^note: .*$", PAGE, re.MULTILINE)


def test_the_page_names_every_channel() -> None:
    assert all(f"`{channel}`" in PAGE for channel in Channel)


def test_the_page_names_commands_that_exist() -> None:
    named = set(re.findall(r"terecht ([a-z]+)", PAGE))
    assert {"validate", "reindex", "rollback", "serve", "search", "evaluate"} == named
    assert named <= set(cli.main.commands)


def test_the_page_links_to_pages_that_exist() -> None:
    links = re.findall(r"\]\((\w+\.md)\)", PAGE)
    assert links
    assert all((Path(__file__).parents[2] / "docs" / link).exists() for link in links)
