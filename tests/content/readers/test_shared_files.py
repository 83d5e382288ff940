"""The files of a layer beside its entries."""

from typing import Any

import pytest

SOURCES = "national/sources.yaml"
ZILVERDAM = "zilverdam/municipality.yaml"
SYNONYMS = "national/synonyms/nl.yaml"
JUDGED = "national/judged/nl.yaml"


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (SOURCES, 'date: "2025-09"', "date: 2026-12", ["4:9 future-date"]),
        (SOURCES, "  publisher: Rijksdienst\n", "", ["2:3 missing-field"]),
        (SOURCES, "url: www.example.nl/handboek", "url: handboek", ["5:8 malformed-url"]),
        ("national/topics.yaml", ", ru: Жильё", "", ["1:10 missing-translation"]),
        ("national/places.yaml", "zeeland: {", "zeeland: {de: Seeland, ", ["2:11 unknown-language"]),
        (ZILVERDAM, "name: Zilverdam\n", "", ["1:1 missing-field"]),
        (ZILVERDAM, "hide: [dog]", "hide: dog", ["6:7 wrong-shape"]),
        (ZILVERDAM, "hide: [dog]", "hidden: [dog]", ["6:1 unknown-field"]),
        (ZILVERDAM, "organisation: gemeente-zilverdam", "organisation:", ["4:14 empty-value"]),
        (SYNONYMS, "one_way: true", "one_way: ja", ["2:38 unknown-value"]),
        (SYNONYMS, "[kamer, logeerplek]", "[]", ["1:11 empty-value"]),
        (SYNONYMS, "[kamer, logeerplek]", "[kamer, kamer]", ["1:11 lonely-word", "1:19 repeated-value"]),
        (JUDGED, "kind: question, ", "", ["1:3 missing-field"]),
        (JUDGED, "audience: helper", "audience: everyone", ["2:89 unknown-value"]),
        (
            "zilverdam/judged/nl.yaml",
            "kind: word",
            "kind: word, municipality: zilverdam",
            ["1:37 unknown-field"],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    folder: Any, path: str, old: str, new: str, told: list[str]
) -> None:
    folder.change(path, old, new)
    assert folder.told() == [f"{path}:{line}" for line in told]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("mag mijn hond mee: dog, room-at-home\n", []),
        ("mag mijn hond mee: dog room-at-home\n", []),
        ("mag mijn hond mee: dog, dog\n", ["1:20 repeated-value"]),
        ("mag mijn hond mee: dog\nmag mijn hond mee: dog\n", ["2:1 duplicate-key"]),
        ("mag mijn hond mee:\n", ["1:19 empty-value"]),
        ('mag mijn hond mee: ", "\n', ["1:20 empty-value"]),
        ('" ": dog\n', ["1:1 empty-value"]),
        ("mag mijn hond mee: [dog]\n", ["1:20 wrong-shape"]),
        ("- mag mijn hond mee\n", ["1:1 wrong-shape"]),
    ],
)
def test_an_example_is_a_question_with_the_ids_of_its_answers(
    folder: Any, written: str, told: list[str]
) -> None:
    folder.write("national/examples/nl.yaml", written)
    assert folder.told() == [f"national/examples/nl.yaml:{line}" for line in told]


@pytest.mark.parametrize("path", ["national/elsewhere/nl.yaml", SYNONYMS])
def test_a_file_of_words_without_dashes_is_told_to_give_each_its_own_line(folder: Any, path: str) -> None:
    folder.write(path, "parkeren\npaspoort\n")
    assert [(fault.message, fault.hint) for fault in folder.faults()] == [
        (
            "a list is expected, this is the text 'parkeren paspoort'",
            "write it as a list: each item on a line of its own, after `- `",
        )
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("- parkeren\n- parkeren\n", ["2:3 repeated-value"]),
        ("- parkeren\n- auto parkeren\n", []),
        ("- auto parkeren\n- auto parkeren\n", ["2:3 repeated-value"]),
        ("parkeren: ja\n", ["1:1 wrong-shape"]),
        ("- [parkeren]\n", ["1:3 wrong-shape"]),
    ],
)
def test_a_list_of_what_belongs_elsewhere_holds_words_and_phrases(
    folder: Any, written: str, told: list[str]
) -> None:
    folder.write("national/elsewhere/nl.yaml", written)
    assert folder.told() == [f"national/elsewhere/nl.yaml:{line}" for line in told]
