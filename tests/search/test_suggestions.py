from collections.abc import Callable

import pytest

from widget_server.languages import Language
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService
from widget_server.search.suggestions import MOST


@pytest.mark.parametrize(
    ("typed", "page", "expected"),
    [
        ("verzek", "nl", ["verzekering"]),
        ("waar is verzek", "nl", ["waar is verzekering", "Verzekering"]),
        ("apartm", "en", ["apartment", "Housing"]),
        ("страхува", "uk", ["страхування"]),
        ("кварти", "uk", ["квартира", "Житло"]),
        ("комн", "ru", ["комната", "Жильё"]),
        ("tentenkamp", "nl", []),  # the only answer's title is what was typed
        ("xyzzyqq", "nl", []),
        ("", "nl", []),
        ("? ", "nl", []),
    ],
)
def test_a_beginning_is_completed_and_followed_by_titles(
    service: SearchService, typed: str, page: Language, expected: list[str]
) -> None:
    assert list(service.suggestions(typed, page, "zilverdam")) == expected


def test_function_words_are_no_completion(service: SearchService) -> None:
    assert "mijn" not in service.suggestions("mij", "nl", "zilverdam")
    assert "een" not in service.suggestions("ee", "nl", "zilverdam")


def test_a_finished_word_is_not_completed(service: SearchService) -> None:
    assert "paspoort " not in service.suggestions("paspoort ", "nl", "zilverdam")


@pytest.mark.parametrize("typed", ["p", "pa", "pas", "w", "е", "balie"])
def test_no_more_than_a_reader_takes_in_and_each_once(service: SearchService, typed: str) -> None:
    suggestions = service.suggestions(typed, "nl", "zilverdam")
    assert len(suggestions) <= MOST
    assert len({each.casefold() for each in suggestions}) == len(suggestions)


@pytest.mark.parametrize(("typed", "page"), [("verz", "nl"), ("apar", "en"), ("страх", "uk"), ("ком", "ru")])
def test_every_suggestion_leads_to_an_answer(
    service: SearchService, ask: Callable[..., SearchRequest], typed: str, page: Language
) -> None:
    suggestions = service.suggestions(typed, page, "zilverdam")
    assert suggestions
    assert all(service.search(ask(each, language=page)).total for each in suggestions)


def test_a_municipality_does_not_suggest_what_it_hides(service: SearchService) -> None:
    assert "tentenkamp" in service.suggestions("tenten", "nl", "zilverdam")
    assert service.suggestions("tenten", "nl", "goudmeer") == ()
