from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from widget_server.content.model import Corpus, Entry
from widget_server.engine import changes
from widget_server.engine.document import Document
from widget_server.engine.generation import Generation, segment_path
from widget_server.engine.generations import GenerationStore
from widget_server.engine.manifest import Stack
from widget_server.errors import ContentError, IndexBusyError, IndexMissingError, RelevanceError
from widget_server.indexing import documents, layer
from widget_server.indexing import reindex as reindexing
from widget_server.indexing.recipe import recipe
from widget_server.indexing.reindex import Published
from widget_server.language.guidance import FOLDER as GUIDANCE
from widget_server.language.linguist import FOLDER as LANGUAGE
from widget_server.language.terms import Analyzer, WordTerms
from widget_server.languages import Language
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf

Run = Callable[..., Published]
Rewrite = Callable[[str, str, str], None]

ROOM = "national/entries/room-at-home.yaml"
OWN = "zilverdam/entries/gemeente-zilverdam.yaml"
ZEELAND = "national/entries/zeeland-only.yaml"


@pytest.fixture
def service(store: GenerationStore) -> SearchService:
    """A server that runs all the while."""
    return SearchService(EditionShelf(store))


@pytest.fixture
def title(service: SearchService) -> Callable[[], str]:
    """What a reader gets now."""
    request = SearchRequest(query="kamer over", language="nl", municipality="zilverdam")
    return lambda: service.search(request).results[0].title


def test_content_becomes_a_published_generation(run: Run, title: Callable[[], str]) -> None:
    published = run()
    assert (published.generation, published.municipalities, published.changed) == ("000001", 1, True)
    assert (published.entries, published.shown) == (6, 5)  # one is over
    assert [deadline.file for deadline in published.deadlines] == [ZEELAND]
    assert title() == "Ik heb een kamer over"


def test_a_running_server_picks_up_the_next_generation(
    run: Run, rewrite: Rewrite, title: Callable[[], str]
) -> None:
    run()
    assert title() == "Ik heb een kamer over"
    rewrite(ROOM, "title: Ik heb een kamer over", "title: Een kamer over")
    assert run().generation == "000002"
    assert title() == "Een kamer over"


def test_faults_stop_it_and_leave_what_was_published(
    run: Run, rewrite: Rewrite, store: GenerationStore, title: Callable[[], str]
) -> None:
    run()
    rewrite(ROOM, "kind: faq", "kind: fag")
    with pytest.raises(ContentError) as caught:
        run()
    assert "room-at-home.yaml:1:7" in caught.value.faults[0]
    assert (store.current_id(), title()) == ("000001", "Ik heb een kamer over")


def test_a_check_sees_the_new_generation_before_readers_do(run: Run, store: GenerationStore) -> None:
    seen = []

    def look(generation: Generation, corpus: Corpus) -> None:
        with pytest.raises(IndexMissingError):
            store.current_id()
        seen.append((generation.manifest.about["content"], generation.manifest.about["entries"]))
        assert generation.manifest.about["content"] == corpus.digest

    run(checks=[look])
    assert [entries for _, entries in seen] == [6]


def test_a_check_that_refuses_leaves_what_was_published_and_no_trace(
    run: Run, rewrite: Rewrite, store: GenerationStore, state: Path, title: Callable[[], str]
) -> None:
    def refuse(_generation: Generation, _corpus: Corpus) -> None:
        raise RelevanceError(["nl: kamer"])

    run()
    rewrite(ROOM, "title: Ik heb een kamer over", "title: Een kamer over")
    with pytest.raises(RelevanceError):
        run(checks=[refuse])
    assert (store.current_id(), title()) == ("000001", "Ik heb een kamer over")
    assert [path.name for path in (state / "generations").iterdir()] == ["000001"]
    assert list((state / "building").iterdir()) == []


def test_a_layer_that_did_not_change_is_taken_over(
    run: Run, rewrite: Rewrite, store: GenerationStore
) -> None:
    def postings(layer: str) -> int:
        """The file on the disk, however it is called."""
        return segment_path(store.current().folder, layer).stat().st_ino

    run()
    national, own = postings("national"), postings("zilverdam")
    rewrite(OWN, "Bel de gemeente.", "Bel ons.")
    run()
    assert postings("national") == national
    assert postings("zilverdam") != own


def test_one_reindex_at_a_time(run: Run, rewrite: Rewrite, store: GenerationStore) -> None:
    rewrite(ROOM, "kind: faq", "kind: fag")
    with store.build(), pytest.raises(IndexBusyError, match="try again later"):
        run()  # not even read: what is read now may be older than what the other one publishes
    rewrite(ROOM, "kind: fag", "kind: faq")
    assert run().generation == "000001"


def test_only_if_stale_does_nothing_while_the_content_is_the_same(run: Run, rewrite: Rewrite) -> None:
    first = run(only_if_stale=True)
    again = run(only_if_stale=True)
    rewrite(ROOM, "Ik heb een kamer over", "Een kamer over")
    later = run(only_if_stale=True)
    assert [(done.generation, done.changed) for done in (first, again, later)] == [
        ("000001", True),
        ("000001", False),
        ("000002", True),
    ]


@pytest.mark.parametrize("damage", ["pointer", "postings"])
def test_what_readers_do_not_have_is_stale(
    run: Run, state: Path, store: GenerationStore, damage: str
) -> None:
    run()
    run()
    damaged = state / "current" if damage == "pointer" else segment_path(store.current().folder, "national")
    damaged.unlink()  # it is the same file in both generations
    damaged.write_bytes(b"")
    assert run(only_if_stale=True).changed
    assert not run(only_if_stale=True).changed


def test_what_is_up_to_date_is_told_while_another_reindex_runs(run: Run, store: GenerationStore) -> None:
    run()
    with store.build():
        assert not run(only_if_stale=True).changed


def test_a_plain_reindex_publishes_all_the_same(run: Run) -> None:
    assert [run().generation, run().generation] == ["000001", "000002"]


@pytest.mark.parametrize(
    ("part", "other"),
    [("CATALOGUE_VERSION", "of tomorrow"), ("recipe", lambda: {**recipe(), "simplemma": "of tomorrow"})],
)
def test_an_index_of_another_version_is_stale(
    run: Run, monkeypatch: pytest.MonkeyPatch, part: str, other: object
) -> None:
    run()
    monkeypatch.setattr(reindexing, part, other)
    assert run(only_if_stale=True).changed


def test_what_was_rolled_back_from_is_stale(
    run: Run, rewrite: Rewrite, store: GenerationStore, title: Callable[[], str]
) -> None:
    run()
    rewrite(ROOM, "title: Ik heb een kamer over", "title: Een kamer over")
    run()
    assert title() == "Een kamer over"
    assert (store.rollback(), title()) == ("000001", "Ik heb een kamer over")
    assert run(only_if_stale=True).changed
    assert title() == "Een kamer over"


def test_progress_tells_each_step_from_its_beginning_to_its_end(run: Run) -> None:
    told: list[tuple[str, int, int]] = []
    run(progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(what for what, _, _ in told)) == [
        "Reading",
        "Indexing national",
        "Indexing zilverdam",
        "Looking up words",
        "Packing",
    ]
    assert [(done, total) for what, done, total in told if what == "Indexing national"] == [
        (done, 4) for done in range(5)
    ]


def test_progress_does_not_tell_of_a_layer_that_is_taken_over(run: Run, rewrite: Rewrite) -> None:
    told: list[str] = []
    run()
    rewrite(OWN, "Bel de gemeente.", "Bel ons.")
    run(progress=lambda what, _done, _total: told.append(what))
    assert "Indexing national" not in told
    assert "Indexing zilverdam" in told


@pytest.fixture
def stacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample holds six entries; in a larger content, few changes are laid over what was there."""
    monkeypatch.setattr(changes, "LARGEST_DELTA", 1)


@pytest.mark.usefixtures("stacking")
@pytest.mark.parametrize(
    "change",
    [
        ("national/examples/nl.yaml", "mijn bezoek", "mijn tante"),
        ("national/synonyms/nl.yaml", "logeerplek", "onderdak"),
    ],
)
def test_what_lists_teach_is_taken_over_with_a_small_change_of_an_entry_only(
    run: Run, rewrite: Rewrite, store: GenerationStore, change: tuple[str, str, str]
) -> None:
    def taught() -> tuple[str, set[int]]:
        (folder,) = (store.current().folder / GUIDANCE).iterdir()
        return folder.name, {file.stat().st_ino for file in folder.iterdir()}

    run()
    before = taught()
    rewrite(OWN, "Bel de gemeente.", "Bel ons.")
    run()
    assert taught() == before
    rewrite(*change)
    run()
    assert taught()[0] != before[0]
    assert store.current().manifest.about[GUIDANCE] == taught()[0]


def test_what_another_dictionary_made_is_not_taken_over(
    run: Run, store: GenerationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def files() -> set[int]:
        folders = (store.current().folder / name for name in (GUIDANCE, LANGUAGE))
        return {path.stat().st_ino for folder in folders for path in folder.rglob("*") if path.is_file()}

    run()
    before = files()
    for module in (layer, reindexing):
        monkeypatch.setattr(module, "recipe", lambda: {**recipe(), "simplemma": "of tomorrow"})
    run()
    assert before.isdisjoint(files())


@pytest.mark.usefixtures("stacking")
@pytest.mark.parametrize("damaged", [f"{GUIDANCE}/*/thesaurus.json", f"{LANGUAGE}/base/nl.forms.marisa"])
def test_what_was_taken_over_and_then_damaged_is_not_served_and_made_anew(  # noqa: PLR0913, PLR0917  fixtures
    run: Run,
    rewrite: Rewrite,
    store: GenerationStore,
    state: Path,
    title: Callable[[], str],
    damaged: str,
) -> None:
    run()
    rewrite(ROOM, "title: Ik heb een kamer over", "title: Een kamer over")
    run()
    (path,) = store.current().folder.glob(damaged)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    with pytest.raises(IndexMissingError):  # the one before has the same file
        GenerationStore(state).open_current()
    run()
    assert GenerationStore(state).open_current().id == "000003"
    assert title() == "Een kamer over"


@pytest.mark.usefixtures("stacking")
def test_one_changed_entry_is_analysed_alone(
    run: Run, rewrite: Rewrite, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    analysed: set[str] = set()

    def document(entry: Entry, *rest: Any) -> Document:
        made.append(entry.id)
        return documents.document(entry, *rest)

    def analyse(self: Analyzer, word: str, language: Language) -> WordTerms:
        analysed.add(word)
        return analyse_word(self, word, language)

    run()
    analyse_word = Analyzer._analyse_word
    monkeypatch.setattr(layer, "document", document)
    monkeypatch.setattr(Analyzer, "_analyse_word", analyse)
    rewrite(ROOM, "title: Ik heb een kamer over", "title: Een vertrek over")
    run()
    assert made == ["room-at-home"]
    assert "vertrek" in analysed
    assert "hond" not in analysed


@pytest.mark.usefixtures("stacking")
def test_a_change_laid_over_what_was_there_is_found_by_every_form_of_its_words(
    run: Run, rewrite: Rewrite, store: GenerationStore, service: SearchService
) -> None:
    run()
    rewrite(ROOM, "title: Ik heb een kamer over", "title: Vertrekken over")
    run()
    assert store.current().manifest.layers["national"] == Stack(delta=True)
    for query in ("vertrek", "vertrekken", "vetrrekken"):
        request = SearchRequest(query=query, language="nl", municipality="zilverdam")
        assert [result.id for result in service.search(request).results] == ["room-at-home"]


@pytest.mark.usefixtures("stacking")
def test_an_entry_that_was_taken_out_is_not_found(
    run: Run, content: Path, store: GenerationStore, service: SearchService
) -> None:
    run()
    for path in ("national/entries/room-at-home.yaml", "national/judged/nl.yaml"):
        (content / path).unlink()
    run()
    assert store.current().manifest.layers["national"] == Stack(removed=("room-at-home",))
    found = service.search(SearchRequest(query="kamer over", language="nl", municipality="zilverdam"))
    assert "room-at-home" not in [result.id for result in found.results]
