from typing import Any

import pytest


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("national/entries/room.yml", "stray-file"),
        ("national/entries/room.YAML", "stray-file"),
        ("national/entries/room.yaml~", "stray-file"),
        ("national/room.yaml", "stray-file"),
        ("room.yaml", "stray-file"),
        ("national/municipality.yaml", "stray-file"),
        ("national/entries/housing/room.yaml", "stray-file"),
        ("national/entry/room.yaml", "stray-file"),
        ("national/synonyms/nl.txt", "stray-file"),
        ("national/entries/Room.yaml", "bad-name"),
        ("national/entries/room_at_home.yaml", "bad-name"),
        ("national/entries/room--at.yaml", "bad-name"),
        ("national/entries/комната.yaml", "bad-name"),
        ("national/entries/municipality.yaml", "bad-name"),
        ("national/synonyms/ua.yaml", "unknown-language"),
        ("zilverdam/judged/de.yaml", "unknown-language"),
    ],
)
def test_a_file_that_would_be_silently_missing_is_told(folder: Any, path: str, code: str) -> None:
    entry = (folder.root / "national/entries/dog.yaml").read_text()
    folder.write(path, entry)
    assert folder.told() == [f"{path}:1:1 {code}"]


def test_a_yml_file_is_told_its_right_name(folder: Any) -> None:
    folder.write("national/entries/room.yml", "a: b")
    assert [fault.hint for fault in folder.faults()] == ["call it room.yaml"]


def test_a_misspelt_folder_is_told_the_name_that_is_meant(folder: Any) -> None:
    folder.write("national/entires/room.yaml", "a: b")
    assert [fault.hint for fault in folder.faults()] == ["did you mean entries?"]


def test_a_folder_without_a_municipality_file_is_told(folder: Any) -> None:
    folder.write("Goud Stad/synonyms/nl.yaml", "- {words: [a, b]}")
    assert folder.told() == ["Goud Stad:1:1 bad-name", "Goud Stad/municipality.yaml:1:1 missing-file"]


def test_a_municipality_cannot_take_an_address_of_the_server(folder: Any) -> None:
    (folder.root / "zilverdam").rename(folder.root / "api")
    assert "api:1:1 bad-name" in folder.told()


@pytest.mark.parametrize("name", ["sources", "topics", "places"])
def test_a_missing_national_file_shows_as_one_fault_not_as_dead_references(folder: Any, name: str) -> None:
    (folder.root / "national" / f"{name}.yaml").unlink()
    assert folder.told() == [f"national/{name}.yaml:1:1 missing-file"]
