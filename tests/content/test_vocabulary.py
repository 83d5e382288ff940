from typing import Any

import pytest

LABELS = "{nl: a, en: b, uk: c, ru: d}"
ENTRY = "zilverdam/entries/gemeente-zilverdam.yaml"


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        (["kermis"], "national/topics.yaml and zilverdam/topics.yaml have housing, animals, kermis"),
        (
            [f"topic-{number}" for number in range(20)],
            "the names stand in national/topics.yaml and zilverdam/topics.yaml",
        ),
        ([], "national/topics.yaml has housing, animals"),
    ],
)
def test_a_municipality_is_told_of_both_files_that_its_names_stand_in(
    folder: Any, names: list[str], hint: str
) -> None:
    if names:
        folder.write("zilverdam/topics.yaml", "".join(f"{name}: {LABELS}\n" for name in names))
    folder.change(ENTRY, "topics: [housing]", "topics: [wonen]")
    assert [fault.hint for fault in folder.faults()] == [hint]


def test_a_name_of_a_municipality_is_no_candidate_elsewhere(folder: Any) -> None:
    folder.write("zilverdam/topics.yaml", f"kermis: {LABELS}\n")
    folder.change("national/entries/dog.yaml", "topics: [animals]", "topics: [wonen]")
    assert [fault.hint for fault in folder.faults()] == ["national/topics.yaml has housing, animals"]
