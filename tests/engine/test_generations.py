"""Publishing, rolling back and reading while both go on."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from widget_server.engine import manifest, packed
from widget_server.engine.document import Document
from widget_server.engine.generation import Generation
from widget_server.engine.generations import GenerationStore
from widget_server.errors import IndexBusyError, IndexMissingError, StateError, UnknownError

KILLED_BUILDS = Path(__file__).with_name("killed_builds.py")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def store(tmp_path: Path) -> GenerationStore:
    return GenerationStore(tmp_path / "state")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def entry(text: str) -> Document:
    return Document(key="a", fields={"nl.word": {text: 1.0}}, payload=text.encode())


def publish(store: GenerationStore, text: str) -> str:
    with store.build() as build:
        build.add_layers({"national": {"a": text}}, lambda _name, _keys: [entry(text)])
        build.pack()
        build.add_file("catalogue.json", text.encode())
        build.seal({"text": text})
        return build.publish()


def text_of(generation: Generation) -> str:
    payload = generation.view([("national", frozenset())], date(2026, 11, 21)).get("a")
    assert payload == bytes(generation.files["catalogue.json"])
    return payload.decode()


def generations(state: Path) -> list[str]:
    return sorted(path.name for path in (state / "generations").iterdir())


def test_nothing_published_is_told(store: GenerationStore) -> None:
    for ask in (store.current, store.current_id, store.open_current, store.rollback):
        with pytest.raises(IndexMissingError):
            ask()


def test_a_published_generation_is_served_and_says_what_it_is_about(store: GenerationStore) -> None:
    id_ = publish(store, "one")
    generation = store.current()
    assert (generation.id, store.current_id(), text_of(generation)) == (id_, id_, "one")
    assert generation.manifest.about == {"text": "one"}
    assert store.current() is generation


def test_a_reader_moves_to_the_next_generation_by_itself(store: GenerationStore, state: Path) -> None:
    publish(store, "one")
    reader = GenerationStore(state)
    assert text_of(reader.current()) == "one"
    publish(store, "two")
    assert text_of(reader.current()) == "two"


def test_three_are_kept_and_an_opened_one_outlives_its_folder(store: GenerationStore, state: Path) -> None:
    publish(store, "one")
    held = store.current()
    ids = [publish(store, text) for text in ("two", "three", "four")]
    assert generations(state) == ids
    assert text_of(held) == "one"


def test_a_sealed_generation_can_be_judged_and_left_unpublished(store: GenerationStore, state: Path) -> None:
    publish(store, "one")
    with store.build() as build:
        build.add_layers({"national": {"a": "two"}}, lambda _name, _keys: [entry("two")])
        build.pack()
        build.add_file("catalogue.json", b"two")
        assert text_of(build.seal({})) == "two"
    assert text_of(store.current()) == "one"
    assert generations(state) == ["000001"]
    assert list((state / "building").iterdir()) == []


def test_a_failure_while_building_changes_nothing(store: GenerationStore) -> None:
    publish(store, "one")
    with pytest.raises(ZeroDivisionError), store.build() as build:
        build.add_layers({"national": {"a": "two"}}, lambda _name, _keys: [entry(str(1 / 0))])
    assert text_of(store.current()) == "one"
    assert publish(store, "two") == "000002"


def test_what_was_not_sealed_cannot_be_published(store: GenerationStore) -> None:
    with store.build() as build, pytest.raises(IndexMissingError):
        build.publish()


def test_rollback_goes_back_one_by_one_until_none_is_left(store: GenerationStore) -> None:
    ids = [publish(store, text) for text in ("one", "two", "three")]
    assert (store.rollback(), text_of(store.current())) == (ids[1], "two")
    assert (store.rollback(), text_of(store.current())) == (ids[0], "one")
    with pytest.raises(IndexMissingError, match="older than 000001"):
        store.rollback()
    assert text_of(store.current()) == "one"


def test_after_a_rollback_and_a_publish_the_way_back_passes_by_the_bad_one(
    store: GenerationStore, state: Path
) -> None:
    for text in ("good", "bad"):
        publish(store, text)
    store.rollback()
    assert publish(store, "better") == "000003"
    assert generations(state) == ["000001", "000003"]
    store.rollback()
    assert text_of(store.current()) == "good"


def test_what_was_rolled_back_from_twice_is_no_way_back_and_three_are_kept_again_later(
    store: GenerationStore, state: Path
) -> None:
    for text in ("one", "good", "bad", "worse"):
        publish(store, text)
    store.rollback()
    store.rollback()
    publish(store, "better")
    assert generations(state) == ["000002", "000005"]
    publish(store, "best")
    assert generations(state) == ["000002", "000005", "000006"]


def test_a_second_build_is_refused_while_one_runs(store: GenerationStore, state: Path) -> None:
    other = GenerationStore(state)
    with store.build():
        for attempt in (other.build().__enter__, other.rollback):
            with pytest.raises(IndexBusyError):
                attempt()
    publish(other, "one")


def test_ids_are_numbers_and_not_texts(store: GenerationStore, state: Path) -> None:
    publish(store, "one")
    (state / "generations/000001").rename(state / "generations/999999")
    (state / "current").write_text("999999")
    assert [publish(store, text) for text in ("two", "three")] == ["1000000", "1000001"]
    assert text_of(store.current()) == "three"
    assert [store.rollback(), store.rollback()] == ["1000000", "999999"]


def test_what_somebody_else_laid_beside_the_generations_stays(store: GenerationStore, state: Path) -> None:
    publish(store, "one")
    shutil.copytree(state / "generations/000001", state / "generations/000001.bak")
    (state / "generations/.gitkeep").touch()
    publish(store, "two")
    assert generations(state) == [".gitkeep", "000001", "000001.bak", "000002"]


def test_a_rollback_starts_from_what_readers_have(store: GenerationStore, state: Path) -> None:
    ids = [publish(store, text) for text in ("one", "two", "three")]
    BREAKAGES["the postings are gone"](state / "generations" / ids[2])
    assert text_of(store.open_current()) == "two"
    store.rollback()
    assert text_of(store.open_current()) == "one"


@pytest.mark.parametrize("attempt", ["build", "roll back"])
def test_a_full_disk_is_told_and_readers_keep_what_they_have(
    store: GenerationStore, state: Path, monkeypatch: pytest.MonkeyPatch, attempt: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for text in ("one", "two"):
        publish(store, text)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StateError, match=f"{state}: No space left on device; readers keep what is published"):
        publish(store, "three") if attempt == "build" else store.rollback()
    assert text_of(GenerationStore(state).current()) == "two"


def test_each_generation_that_goes_into_service_is_logged_once(
    store: GenerationStore, state: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    reader = GenerationStore(state)
    for text in ("one", "two"):
        publish(store, text)
        caplog.clear()
        assert [text_of(reader.current()) for _ in range(3)] == [text] * 3
        assert [record.getMessage() for record in caplog.records] == [
            f"generation {store.current_id()} is in service"
        ]
    shutil.rmtree(state)
    caplog.clear()
    assert text_of(reader.current()) == "two"
    assert [record.getMessage() for record in caplog.records] == ["generation 000002 stays in service"]


def test_a_published_generation_that_is_not_there_is_logged(
    store: GenerationStore, state: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for text in ("one", "two"):
        publish(store, text)
    shutil.rmtree(state / "generations/000002")
    assert text_of(GenerationStore(state).current()) == "one"
    assert "generation 000002 is published and cannot be found, or may not be read" in caplog.text


def test_that_nobody_reads_our_progress_any_more_is_no_fault_of_the_state(store: GenerationStore) -> None:
    with pytest.raises(BrokenPipeError), store.build():
        raise BrokenPipeError


def test_a_state_folder_that_may_not_be_read_is_told_as_such(
    store: GenerationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(store, "one")
    monkeypatch.setattr(os, "access", lambda *_: False)  # these tests may run as root, who may read anything
    with pytest.raises(IndexMissingError, match="give it the right"):
        store.open_current()


def test_what_is_published_is_on_the_disk_before_readers_are_led_to_it(
    store: GenerationStore, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []

    def synced(descriptor: int) -> None:
        steps.append(f"sync {Path(f'/proc/self/fd/{descriptor}').readlink().relative_to(state)}")

    def moved(source: Path, target: Path) -> None:
        steps.append(f"move to {Path(target).relative_to(state)}")
        move(source, target)

    move = os.replace
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "rename", moved)
    monkeypatch.setattr(os, "replace", moved)
    publish(store, "one")
    moves = [steps.index(f"move to {name}") for name in ("generations/000001", "current")]
    written, made_known, pointed = steps[: moves[0]], steps[moves[0] : moves[1]], steps[moves[1] :]
    files = [path for path in (state / "generations/000001").rglob("*") if path.is_file()]
    assert {f"sync building/{path.relative_to(state / 'generations')}" for path in files} <= set(written)
    assert "sync building/000001" in written
    assert made_known == ["move to generations/000001", "sync generations", "sync current.new"]
    assert pointed == ["move to current", "sync ."]


def test_where_files_cannot_be_linked_they_are_copied(
    store: GenerationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    publish(store, "one")
    monkeypatch.setattr(os, "link", refuse)
    publish(store, "one")
    assert text_of(store.current()) == "one"


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


BREAKAGES = {
    "the postings are cut off": lambda folder: os.truncate(
        folder / "segments/national/base/postings.bin", 200
    ),
    "the postings are gone": lambda folder: (folder / "segments/national/base/postings.bin").unlink(),
    "a file has changed": lambda folder: (folder / "catalogue.json").write_bytes(b"other"),
    "the manifest is no JSON": lambda folder: (folder / "manifest.json").write_bytes(b"{"),
    "the manifest is of another shape": lambda folder: (folder / "manifest.json").write_bytes(b"[]"),
    "a letter of the manifest has changed": lambda folder: rewrite(folder / "manifest.json", "text", "texd"),
    "the format is another one": lambda folder: manifest.write(
        replace(manifest.read(folder), format=packed.VERSION + 1), folder
    ),
    "the folder is gone": shutil.rmtree,
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_when_the_published_generation_is_broken_the_one_before_serves(
    store: GenerationStore, state: Path, breakage: str
) -> None:
    for text in ("one", "two", "three"):
        publish(store, text)
    BREAKAGES[breakage](state / "generations" / store.current_id())
    assert text_of(store.open_current()) == "two"
    assert text_of(GenerationStore(state).current()) == "two"
    publish(store, "four")
    assert text_of(store.current()) == "four"


@pytest.mark.parametrize("pointer", [b"", b"000009", b"../..", b"\xff\xfe"])
def test_a_pointer_to_nowhere_is_survived(store: GenerationStore, state: Path, pointer: bytes) -> None:
    publish(store, "one")
    (state / "current").write_bytes(pointer)
    assert text_of(store.open_current()) == "one"


def test_a_server_keeps_what_it_has_when_the_state_folder_disappears(
    store: GenerationStore, state: Path
) -> None:
    publish(store, "one")
    reader = GenerationStore(state)
    reader.current()
    shutil.rmtree(state)
    assert text_of(reader.current()) == "one"


def test_threads_that_read_while_generations_are_published_see_whole_ones(
    store: GenerationStore, state: Path
) -> None:
    publish(store, "0")
    reader = GenerationStore(state)
    done = False

    def read() -> Iterator[int]:
        while not done:
            yield int(text_of(reader.current()))

    with ThreadPoolExecutor(2) as threads:
        readings = [threads.submit(lambda: list(read())) for _ in range(2)]
        for number in range(1, 5):
            publish(store, str(number))
        done = True
    for reading in readings:
        assert reading.result() == sorted(reading.result())
    assert text_of(reader.current()) == "4"


def test_a_view_is_made_once_a_day_and_an_unknown_segment_is_told(
    store: GenerationStore, today: date
) -> None:
    publish(store, "one")
    generation = store.current()
    layers = [("national", frozenset({"b"}))]
    assert generation.view(layers, today) is generation.view(layers, today)
    assert generation.view(layers, date(2026, 11, 22)) is not generation.view(layers, today)
    with pytest.raises(UnknownError, match="nowhere"):
        generation.view([("nowhere", frozenset())], today)


def test_views_of_long_ago_are_forgotten(
    store: GenerationStore, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widget_server.engine.generation.MAX_VIEWS", 2)
    publish(store, "one")
    first, _, third = (
        store.current().view([("national", frozenset({key}))], today) for key in ("a", "b", "c")
    )
    assert store.current().view([("national", frozenset({"c"}))], today) is third
    assert store.current().view([("national", frozenset({"a"}))], today) is not first


@pytest.mark.parametrize("kind", ["whole", "stacked"])
def test_a_build_killed_at_any_step_leaves_a_good_generation_and_a_way_on(tmp_path: Path, kind: str) -> None:
    output = subprocess.run(
        [sys.executable, KILLED_BUILDS, tmp_path, kind],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
    ).stdout
    tries = [tuple(line.split()) for line in output.splitlines()]
    before = [text for text, _, _ in tries]
    assert set(tries) == {("old", "next", "0"), ("new", "next", "0")}
    # The change comes in one step: once "new" is served, it is after each later kill as well.
    assert before == sorted(before, reverse=True)
    assert len(tries) > 20
