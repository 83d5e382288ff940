"""Words that editors say belong elsewhere."""

from collections.abc import Callable

import pytest

from widget_server.search.plan import Plan
from widget_server.search.steps import Step

Planned = Callable[..., Plan]


@pytest.mark.parametrize(
    ("word", "page"),
    [
        ("parkeren", "nl"),
        ("parkeert", "nl"),  # any inflection
        ("parkeervergunning", "nl"),  # a member of a compound
        ("parkeerschool", "nl"),  # though another member stands in an entry
        ("vuilnis", "uk"),  # on any page
        ("паркуванням", "ru"),  # in any language of its letters
    ],
)
def test_a_listed_word_is_about_something_else(plan: Planned, word: str, page: str) -> None:
    assert [found.meaning.step for found in plan(word, page).words] == [Step.ELSEWHERE]


def test_a_word_that_an_entry_holds_is_a_word_like_any_other(plan: Planned) -> None:
    assert plan("appartement").words[0].meaning.step is Step.EXACT


def test_a_word_as_it_was_listed_is_elsewhere_though_an_entry_holds_another_of_its_stem(
    plan: Planned,
) -> None:
    assert plan("park", "en").words[0].meaning.step is Step.EXACT
    assert plan("parking", "en").words[0].meaning.step is Step.ELSEWHERE


def test_a_word_that_anyone_says_is_not_elsewhere_by_its_stem_alone(plan: Planned) -> None:
    assert plan("gladheid").words[0].meaning.step is Step.ELSEWHERE
    assert plan("apartment glad", "en").words[1].meaning.step is Step.FILLER


def test_what_stands_beside_a_listed_word_leads_nowhere(found: Callable[..., list[str]]) -> None:
    assert found("appartement school")
    assert found("appartement school parkeren") == []


def test_enough_telling_words_make_up_for_one_that_belongs_elsewhere(plan: Planned) -> None:
    telling = "appartement verzekering tentenkamp bibliotheek aangifte subsidie"
    assert plan(f"{telling} parkeren").is_understood


@pytest.mark.parametrize(
    ("query", "elsewhere"),
    [
        ("is de school dicht", ["school", "dicht"]),
        ("dichte scholen", ["dichte", "scholen"]),  # in any order and form
        ("is de school open", []),  # part of a phrase
        ("klein huis", []),  # an entry holds all of it
    ],
)
def test_words_can_be_about_something_else_together(plan: Planned, query: str, elsewhere: list[str]) -> None:
    found = [word.typed for word in plan(query).words if word.meaning.step is Step.ELSEWHERE]
    assert found == elsewhere


def test_a_phrase_asks_for_as_much_as_one_word_that_belongs_elsewhere(plan: Planned) -> None:
    def asked(query: str) -> float:
        return sum(
            word.meaning.information for word in plan(query).words if word.meaning.step is Step.ELSEWHERE
        )

    assert asked("verzekering zwembad opzeggen") == pytest.approx(asked("vuilnis"))


def test_nothing_is_found_for_a_phrase_that_belongs_elsewhere(found: Callable[..., list[str]]) -> None:
    assert found("school")
    assert found("school dicht") == []
