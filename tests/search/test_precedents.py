"""Entries that answer questions like this one come before those that only hold its words; see `examples` in town.yaml."""

from collections.abc import Callable

import pytest

from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService

Found = Callable[[str], list[str]]


@pytest.fixture
def found(service: SearchService) -> Found:
    def found(query: str) -> list[str]:
        request = SearchRequest(query=query, language="nl", municipality="zilverdam")
        return [hit.key for hit in service.find(request).hits.best]

    return found


def test_what_answers_a_question_like_it_comes_first(found: Found) -> None:
    assert found("schaatsen lenen")[0] == "skates-lent"
    assert found("welke schaatsen passen mijn kind")[0] == "skates-sharpened"


def test_another_form_of_its_words_is_like_it_too(found: Found) -> None:
    assert found("schaats van een kind")[0] == "skates-sharpened"


def test_an_example_finds_no_entry_by_itself(found: Found) -> None:
    assert found("ijsbaan") == []


def test_an_example_whose_answer_is_not_shown_here_changes_nothing(found: Found) -> None:
    assert found("hoe laat is het zwembad open") == ["swimming"]
