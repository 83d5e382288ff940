from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.folding import fold
from widget_server.language.repair import Repair, Repairer, RepairStep
from widget_server.languages import Language

Table = Callable[[str], list[str]]


def test_each_mistake_is_repaired_by_the_step_meant_for_it(table: Table, repairer: Repairer) -> None:
    lost = []
    for row in table("repair"):
        typed, meant, _, step = row.split(" | ")
        repair = repairer.repair(typed)
        if repair.step != step or {fold(word) for word in meant.split(",")}.isdisjoint(
            word for _, word, _ in repair.words
        ):
            lost.append((typed, meant, repair))
    assert lost == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_typo_of_the_latin_lists_is_repaired(
    table: Table, repairer: Repairer, language: Language
) -> None:
    rows = [row.split() for row in table(f"typos.{language}")]
    assert [
        row for row in rows if fold(row[1]) not in {word for _, word, _ in repairer.repair(row[0]).words}
    ] == []


@pytest.mark.parametrize(
    ("words", "typed", "step"),
    [
        ({"nl": ["ljgjvjuf"], "uk": ["допомога"]}, "ljgjvjuf", RepairStep.KNOWN),
        ({"uk": ["допомога"], "nl": ["ljgjvju"]}, "ljgjvjuf", RepairStep.LAYOUT),
        ({"uk": ["робота"], "nl": ["robotje"]}, "robota", RepairStep.TRANSLITERATION),
        ({"nl": ["verblijf", "verbluf"]}, "verblyf", RepairStep.SPELLING),
        ({"nl": ["verblijf"]}, "verbljf", RepairStep.TYPO),
        ({"nl": ["medicijnen"]}, "medecyne", RepairStep.NONE),
        ({"nl": ["opvang"]}, "0591", RepairStep.NONE),
        ({}, "", RepairStep.NONE),
    ],
)
def test_a_step_is_taken_only_when_those_before_it_found_nothing(
    words: dict[Language, list[str]], typed: str, step: RepairStep
) -> None:
    assert Repairer.of(words).repair(typed).step == step


def test_a_misspelt_form_is_found_by_its_stem() -> None:
    repair = Repairer.of({"nl": ["medicijn"]}).repair("medecijnen")
    assert repair == Repair(RepairStep.TYPO, (("nl", "medicijn", 1),))


def test_the_nearest_word_of_any_language_comes_first() -> None:
    repair = Repairer.of({"nl": ["verzekerden"], "en": ["verzekering"]}).repair("verzekerinh")
    assert repair.words[0] == ("en", "verzekering", 1)


def test_a_word_is_known_in_its_own_language_only(repairer: Repairer) -> None:
    assert repairer.knows("житло", "uk")
    assert not repairer.knows("житло", "nl")


@given(st.text())
def test_any_text_is_repaired_or_left(repairer: Repairer, text: str) -> None:
    repair = repairer.repair(text)
    assert bool(repair.words) == (repair.step is not RepairStep.NONE)
