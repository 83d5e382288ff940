"""What a search costs, counted instead of timed."""

from collections.abc import Callable

import pytest

from widget_server.engine.segment import Segment
from widget_server.language import stems, tokens, words
from widget_server.language.typos import Speller
from widget_server.search import senses
from widget_server.search.cards import Card
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[object]:
    """The calls of a function from now on."""
    calls, real = [], getattr(owner, name)

    def call(*given: object) -> object:
        calls.append(given)
        return real(*given)

    monkeypatch.setattr(owner, name, call)
    return calls


def test_a_search_cuts_the_question_into_words_and_no_text_of_its_results(
    service: SearchService, ask: Callable[..., SearchRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    service.search(ask("huisarts"))  # opening the index cuts the names of places
    cut, placed = counted(monkeypatch, tokens, "_words"), counted(monkeypatch, words, "placed")
    page = service.search(ask("woonruimte documenten"))
    assert page.results[0].highlights.title
    assert (cut, placed) == ([("woonruimte documenten",)], [])


def test_a_word_is_analysed_once_however_often_it_is_asked(
    service: SearchService, ask: Callable[..., SearchRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    service.search(ask("verzekeringskaartje"))
    analysed = counted(monkeypatch, stems, "keys")
    service.search(ask("verzekeringskaartje"))
    assert analysed == []


def test_an_entry_is_decoded_once_however_often_it_is_found(
    service: SearchService, ask: Callable[..., SearchRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    service.search(ask("huisarts"))
    decoded = counted(monkeypatch, Card, "__init__")
    service.search(ask("huisarts", language="uk"))
    assert decoded == []


def test_what_is_read_of_an_entry_is_let_go_and_so_are_its_texts(
    service: SearchService, ask: Callable[..., SearchRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = service.search(ask("kamerbureau")).results
    released = counted(monkeypatch, Segment, "release_payloads")
    service.search(ask("kamerbureau", language="ru"))
    assert len(released) == len(shown)


def test_a_word_that_one_municipality_asked_stands_for_the_same_in_the_next(
    service: SearchService, ask: Callable[..., SearchRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert service.search(ask("verzekerign")).suggestion
    weighted, repaired = counted(monkeypatch, senses, "_weighted"), counted(monkeypatch, Speller, "nearest")
    assert service.search(ask("verzekerign", municipality="goudmeer")).suggestion
    assert (weighted, repaired) == ([], [])


def test_contact_points_are_listed_once_for_all_who_turn_to_the_same_organisations(
    service: SearchService, ask: Callable[..., SearchRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    service.search(ask("kamerbureau"))
    listed = counted(monkeypatch, Card, "listed")
    service.search(ask("kamerbureau", municipality="goudmeer"))
    assert all(card.entry.municipality == "goudmeer" for card, *_ in listed)
