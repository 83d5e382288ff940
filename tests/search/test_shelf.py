from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from widget_server.content.hours import ZONE
from widget_server.content.model import Corpus
from widget_server.engine.generations import GenerationStore
from widget_server.engine.view import View
from widget_server.errors import IndexMissingError
from widget_server.indexing.reindex import publish_corpus
from widget_server.language.made_by import made_by
from widget_server.search import edition
from widget_server.search import shelf as shelves
from widget_server.search.shelf import EditionShelf


@pytest.fixture
def hamlet(town: Corpus) -> Corpus:
    """One municipality with hardly an entry, indexed in no time."""
    own = tuple(entry for entry in town.entries if entry.id == "gemeente-zilverdam")
    zilverdam = {"zilverdam": town.municipalities["zilverdam"]}
    return replace(town, entries=own, municipalities=zilverdam, synonyms=())


@pytest.fixture
def store(tmp_path: Path) -> GenerationStore:
    return GenerationStore(tmp_path)


def test_an_empty_shelf_says_what_to_do(store: GenerationStore) -> None:
    with pytest.raises(IndexMissingError, match="run `terecht reindex`"):
        EditionShelf(store).current()


def test_a_new_generation_is_picked_up_and_the_old_one_is_kept_until_then(
    store: GenerationStore, hamlet: Corpus, cache: Path
) -> None:
    shelf = EditionShelf(store)
    publish_corpus(hamlet, store, cache=cache)
    first = shelf.current()
    assert shelf.current() is first
    publish_corpus(hamlet, store, cache=cache)
    assert (first.id, shelf.current().id) == ("000001", "000002")


def test_what_is_published_in_a_state_folder_that_was_emptied_is_another_edition(
    store: GenerationStore, hamlet: Corpus, cache: Path, tmp_path: Path
) -> None:
    shelf = EditionShelf(store)
    publish_corpus(hamlet, store, cache=cache)
    before = shelf.current()
    for name in ("generations", "current"):
        (tmp_path / name).rename(tmp_path / f"old-{name}")
    publish_corpus(hamlet, store, cache=cache)
    after = shelf.current()
    assert after.id == before.id
    assert after.number > before.number


def test_no_reader_waits_until_a_view_is_made(
    store: GenerationStore, hamlet: Corpus, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = datetime(2030, 5, 5, 12, 0, tzinfo=ZONE)
    publish_corpus(hamlet, store, cache=cache)
    opened = EditionShelf(store, clock=lambda: at).current()
    monkeypatch.setattr(View, "__init__", lambda *_: pytest.fail("a view was made"))
    assert opened.view(opened.municipality("zilverdam"), at.date()).count


def test_more_municipalities_get_more_room_to_remember_words_in(
    store: GenerationStore, hamlet: Corpus, shelf: EditionShelf, cache: Path
) -> None:
    publish_corpus(hamlet, store, cache=cache)
    one, two = (each.current().meaning.cache_info().maxsize or 0 for each in (EditionShelf(store), shelf))
    assert 0 < one < two


def test_a_server_that_has_an_edition_keeps_it_when_another_version_publishes(
    store: GenerationStore,
    hamlet: Corpus,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    shelf = EditionShelf(store)
    publish_corpus(hamlet, store, cache=cache)
    first = shelf.current()
    monkeypatch.setattr(edition, "ANALYSIS_VERSION", "of tomorrow")
    publish_corpus(hamlet, store, cache=cache)
    assert [shelf.current() for _ in range(3)] == [first] * 3
    assert [record.getMessage() for record in caplog.records] == ["generation 000001 stays in service"]


def test_an_index_made_by_another_analysis_is_not_read(
    store: GenerationStore, hamlet: Corpus, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_corpus(hamlet, store, cache=cache)
    monkeypatch.setattr(edition, "ANALYSIS_VERSION", "of tomorrow")
    with pytest.raises(IndexMissingError, match="this is of tomorrow; run `terecht reindex`"):
        EditionShelf(store).current()


def test_a_server_warns_of_an_index_that_another_stemmer_made(
    store: GenerationStore,
    hamlet: Corpus,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    publish_corpus(hamlet, store, cache=cache)
    EditionShelf(store).current()
    assert not caplog.records
    monkeypatch.setattr(shelves, "made_by", lambda: {**made_by(), "PyStemmer": "of tomorrow"})
    shelf = EditionShelf(store)
    assert [shelf.current().id for _ in range(3)] == ["000001"] * 3
    (warning,) = (record.getMessage() for record in caplog.records)
    assert "PyStemmer" in warning
    assert "of tomorrow" in warning
    assert warning.endswith("run `terecht reindex`")
