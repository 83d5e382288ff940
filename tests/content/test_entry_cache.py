"""What is known of an entry spares reading its file, and never changes what is read or told."""

from collections.abc import Callable
from datetime import date
from errno import ENOSPC
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from widget_server.content import drafts, entry_cache
from widget_server.content.loader import load
from widget_server.content.model import Corpus
from widget_server.errors import ContentError

Load = Callable[[], Corpus]

DOG = "national/entries/dog.yaml"
ENTRIES = 6


@pytest.fixture
def known(folder: Any, tmp_path: Path) -> Load:
    """Loads the content by way of a cache, which knows it as it is at first."""

    def loaded() -> Corpus:
        return load(folder.root, today=folder.today, cache=tmp_path / "cache")

    loaded()
    return loaded


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, known: Load) -> list[str]:
    """The ids of the entries that were read from YAML since."""
    assert known
    ids: list[str] = []

    def noted(file: Any, root: Any, entry_id: str, vocabulary: Any) -> Any:
        ids.append(entry_id)
        return read_entry(file, root, entry_id, vocabulary)

    read_entry = drafts.read_entry
    monkeypatch.setattr(drafts, "read_entry", noted)
    return ids


def test_content_that_did_not_change_is_not_read_again(folder: Any, known: Load, read: list[str]) -> None:
    assert known() == folder.corpus()
    assert len(read) == ENTRIES  # by the corpus without a cache


CHANGES = {
    "an entry": (DOG, "verified_on: 2026-03-01", "verified_on: 2026-04-01", {"dog"}),
    "where a reference stands": (DOG, "turn_to:", "\nturn_to:", {"dog"}),
    "an organisation that others point to": (
        "national/entries/room-bureau.yaml",
        "070-44 55 888",
        "070-44 55 889",
        {"room-bureau"},
    ),
    "a judged question": ("national/judged/nl.yaml", "ik heb een kamer", "een kamer over", set()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_read_and_nothing_else(
    folder: Any, known: Load, read: list[str], change: str
) -> None:
    *edit, expected = CHANGES[change]
    folder.change(*edit)
    found = known()
    assert set(read) == expected
    assert found == folder.corpus()


def test_the_names_that_entries_use_are_part_of_what_they_were_read_from(
    folder: Any, known: Load, read: list[str]
) -> None:
    """A source stands whole in each entry that names it."""
    text = (folder.root / "national/sources.yaml").read_text()
    folder.write("national/sources.yaml", text.replace("publisher: ", "publisher: The honourable "))
    found = known()
    assert len(read) == ENTRIES
    assert found == folder.corpus()


FAULTS = {
    "in an entry": (DOG, "kind: faq", "kind: fag"),
    "in a reference to another file": (
        "national/entries/room-at-home.yaml",
        "room-bureau/phone",
        "room-bureau/fax",
    ),
    "in a file of names": ("national/topics.yaml", "animals:", "beasts:"),
    "in a file that cannot be read": ("national/places.yaml", "zeeland:", "zeeland: ["),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_told_at_its_place_each_time(folder: Any, known: Load, fault: str) -> None:
    folder.change(*FAULTS[fault])
    expected = tuple(str(found) for found in folder.faults())
    assert expected
    for _ in range(2):
        with pytest.raises(ContentError) as raised:
            known()
        assert raised.value.faults == expected


@pytest.mark.usefixtures("known")
def test_a_day_that_lies_ahead_of_today_is_a_fault_also_of_an_entry_that_was_sound_tomorrow(
    folder: Any, tmp_path: Path
) -> None:
    with pytest.raises(ContentError) as raised:
        load(folder.root, today=date(2026, 2, 1), cache=tmp_path / "cache")
    assert any("future-date" in fault and "dog.yaml" in fault for fault in raised.value.faults)


def test_other_code_reads_everything_anew(
    known: Load, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry_cache, "_code", lambda: b"of tomorrow")
    known()
    assert len(read) == ENTRIES


@pytest.mark.parametrize("library", ["pyyaml", "opening-hours-py", "phonenumberslite"])
def test_another_release_of_a_library_that_judges_entries_is_other_code(
    monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    before = entry_cache._code.__wrapped__()
    monkeypatch.setattr(entry_cache, "version", lambda name: "0.0.0" if name == library else version(name))
    assert entry_cache._code.__wrapped__() != before


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda content: content[: len(content) // 2],
    "nothing": lambda _: b"",
    "no text": lambda _: b"\xff\xfe\n\n \n",
    "another letter": lambda content: content.replace(b"kamer", b"hamer"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_no_more_than_slow(folder: Any, known: Load, tmp_path: Path, damage: str) -> None:
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    assert known() == folder.corpus()


@pytest.mark.parametrize(
    "record",
    [
        b"no JSON",
        b"[]",
        b"{}\t[]",
        b'{"turn_to": [], "contacts": 1}\t[]',
        b'{"turn_to": [], "contacts": [1, 1], "is_faq": true}',
        b'{"turn_to": [], "contacts": [1, 1], "is_faq": true}\t{}',
        b'{"turn_to": [[]], "contacts": [1, 1], "is_faq": true}\t{}',
    ],
)
def test_a_record_of_another_shape_is_no_more_than_slow(
    folder: Any, known: Load, tmp_path: Path, record: bytes
) -> None:
    """Each with the checksum that it must have: it is whole, and still no entry."""
    (file,) = (tmp_path / "cache").iterdir()
    keys = [line.split(b" ")[0] for line in file.read_bytes().splitlines()]
    file.write_bytes(b"".join(b"%s %08x %s\n" % (key, crc32(record), record) for key in keys))
    assert known() == folder.corpus()


def test_a_cache_that_cannot_be_written_does_not_stop_anyone(folder: Any, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the place of a folder")
    assert load(folder.root, today=folder.today, cache=tmp_path / "cache") == folder.corpus()


def test_where_there_is_no_room_for_a_cache_nothing_stays_behind(
    folder: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path, __: Path) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert load(folder.root, today=folder.today, cache=tmp_path / "cache") == folder.corpus()
    assert list((tmp_path / "cache").iterdir()) == []


def test_what_is_not_asked_for_any_more_is_forgotten(folder: Any, known: Load, tmp_path: Path) -> None:
    (file,) = (tmp_path / "cache").iterdir()
    before = len(file.read_bytes().splitlines())
    folder.change(DOG, "verified_on: 2026-03-01", "verified_on: 2026-04-01")
    known()
    assert len(file.read_bytes().splitlines()) == before == ENTRIES
