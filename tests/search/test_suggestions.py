from collections.abc import Callable

import pytest

from widget_server.languages import Language
from widget_server.search.request import MAX_QUERY, SearchRequest
from widget_server.search.service import SearchService
from widget_server.search.suggestions import MOST


@pytest.mark.parametrize(
    ("typed", "page", "expected"),
    [
        ("verzek", "nl", ["verzekering"]),
        ("waar is verzek", "nl", ["waar is verzekering", "Verzekering"]),
        ("school-verzek", "nl", ["school-verzekering", "Verzekering", "School"]),
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


@pytest.mark.parametrize(
    ("typed", "page", "written"),
    [
        ("bienn", "nl", "biënnale"),  # also in the title, where it has a capital because it is the first word
        ("caf", "nl", "cafés"),  # begins sentences only
        ("oudz", "nl", "Oud-Zuilen"),
        ("kom naar oud-z", "nl", "kom naar Oud-Zuilen"),
        ("qs", "nl", "QSL"),
        ("об'єд", "uk", "об’єднання"),
        ("noordh", "nl", "Noord-Holland"),  # a region, named with a contact point only
        ("stemp", "nl", "stempel"),  # a keyword
        ("helpl", "en", "Helpline"),  # what a contact point is called
    ],
)
def test_a_word_is_completed_as_it_is_written(
    service: SearchService, typed: str, page: Language, written: str
) -> None:
    assert service.suggestions(typed, page, "zilverdam")[0] == written


def test_a_phone_number_is_no_word(service: SearchService) -> None:
    assert service.suggestions("0704", "nl", "zilverdam") == ("Kamerbureau", "Wie helpt mij")


@pytest.mark.parametrize(
    ("typed", "page", "not_suggested"),
    [
        ("parking ro", "en", "parking room"),
        ("parkeren verz", "nl", "parkeren verzekering"),
        ("school di", "nl", "school dicht"),  # elsewhere together only
        ("xyzzyqq plughzz verz", "nl", "xyzzyqq plughzz verzekering"),
    ],
)
def test_a_word_that_leads_nowhere_beside_the_others_is_no_completion(
    service: SearchService, ask: Callable[..., SearchRequest], typed: str, page: Language, not_suggested: str
) -> None:
    assert service.search(ask(not_suggested.rpartition(" ")[2], language=page, municipality="goudmeer")).total
    assert not_suggested not in map(str.casefold, service.suggestions(typed, page, "goudmeer"))


@pytest.mark.parametrize(
    ("typed", "page", "expected"),
    [
        ("de " * 65 + "verz", "nl", ["Verzekering"]),  # and no word, with which it would be too long
        ("imker", "nl", ["imkers"]),  # and no title, which is too long by itself
        ("bibliotheek", "uk", []),  # what it finds has no title in Ukrainian
    ],
)
def test_no_suggestion_is_too_long_to_be_asked_or_empty(
    service: SearchService, ask: Callable[..., SearchRequest], typed: str, page: Language, expected: list[str]
) -> None:
    assert len(typed) <= MAX_QUERY
    assert service.search(ask(typed, language=page)).total
    assert list(service.suggestions(typed, page, "zilverdam")) == expected


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("verz", "nl"),
        ("apar", "en"),
        ("страх", "uk"),
        ("ком", "ru"),
        ("school verz", "nl"),
        ("xyzzyqq school verz", "nl"),
        ("house apar", "en"),
        ("документи для кв", "uk"),
        ("дом и ком", "ru"),
    ],
)
def test_every_suggestion_leads_to_an_answer(
    service: SearchService, ask: Callable[..., SearchRequest], typed: str, page: Language
) -> None:
    suggestions = service.suggestions(typed, page, "zilverdam")
    assert suggestions
    assert all(service.search(ask(each, language=page)).total for each in suggestions)


def test_a_municipality_does_not_suggest_what_it_hides(service: SearchService) -> None:
    assert "tentenkamp" in service.suggestions("tenten", "nl", "zilverdam")
    assert service.suggestions("tenten", "nl", "goudmeer") == ()
