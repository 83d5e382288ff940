"""Answers are made once and kept for as long as they hold."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from tests.web.conftest import CLOSING, NOW, FakeService
from widget_server.errors import RequestError
from widget_server.search.request import SearchRequest
from widget_server.web.answers import Answers

ROOM = SearchRequest(query="kamer", language="nl", municipality="borger-odoorn")


@dataclass
class Clock:
    """Shows what it is set to."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def answers(service: FakeService, clock: Clock) -> Answers:
    return Answers(service, clock)


def test_a_question_is_answered_once_until_its_answer_no_longer_holds(
    answers: Answers, service: FakeService, clock: Clock
) -> None:
    first = answers.page(ROOM)
    clock.now = CLOSING - timedelta(seconds=1)
    assert answers.page(ROOM) is first
    clock.now = CLOSING
    answers.page(ROOM)
    assert len(service.asked) == 2


def test_an_answer_that_is_very_long_is_made_each_time(
    answers: Answers, service: FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widget_server.web.answers.LONGEST_KEPT", 10)
    assert answers.page(ROOM) == answers.page(ROOM)
    assert len(service.asked) == 2


def test_a_new_edition_is_asked_anew(answers: Answers, service: FakeService) -> None:
    answers.page(ROOM)
    service.edition_number = 2
    answers.page(ROOM)
    assert len(service.asked) == 2


def test_no_question_is_remembered_longer_than_what_answered_it(
    answers: Answers, service: FakeService
) -> None:
    answers.page(ROOM)
    service.edition_number = 2
    answers.page(replace(ROOM, query="bed"))
    assert len(answers) == 1


def test_a_thread_that_is_still_at_the_edition_before_takes_nothing_from_the_others(
    answers: Answers, service: FakeService
) -> None:
    service.edition_number = 2
    answers.page(ROOM)
    service.edition_number = 1
    answers.page(ROOM)
    assert len(answers) == 2


def test_the_request_in_an_address_is_read_once_for_each_edition(
    answers: Answers, service: FakeService
) -> None:
    read: list[str] = []

    def room() -> SearchRequest:
        read.append("room")
        return ROOM

    assert answers.page_at(b"q=kamer", room) is answers.page_at(b"q=kamer", room)
    assert len(read) == 1
    answers.page_at(b"q=kamer&lang=nl", room)
    service.edition_number = 2
    answers.page_at(b"q=kamer", room)
    assert len(read) == 3


def test_a_request_that_cannot_be_read_is_refused_each_time(answers: Answers) -> None:
    def refuse() -> SearchRequest:
        raise RequestError({"limit": "is 0"})

    for _ in range(2):
        with pytest.raises(RequestError):
            answers.page_at(b"limit=0", refuse)


def test_one_question_does_not_get_the_answer_to_another(answers: Answers) -> None:
    assert answers.page(ROOM) != answers.page(replace(ROOM, language="uk"))
