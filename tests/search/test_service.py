from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from unittest.mock import Mock

import pytest

from widget_server.content.hours import ZONE
from widget_server.content.model import Kind
from widget_server.errors import UnknownError
from widget_server.languages import LANGUAGES, Language
from widget_server.search.edition import Edition
from widget_server.search.page import ContactView, Highlights, ResultPage, Suggestion
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService

Ask = Callable[..., SearchRequest]
ServiceAt = Callable[[datetime], SearchService]


def values(contacts: tuple[ContactView, ...]) -> list[str]:
    return [contact.value for contact in contacts]


@pytest.mark.parametrize("query", ["xyzzyqq", "guitar lessons", "мотоцикл", "9999999"])
def test_a_question_without_an_answer_gets_an_honest_empty_list_and_whom_to_ask(
    service: SearchService, ask: Ask, query: str
) -> None:
    page = service.search(ask(query))
    assert (page.total, page.results) == (0, ())
    assert page.fallback.organisation == "Gemeente Zilverdam"
    assert values(page.fallback.contacts) == ["14 0591", "post@zilverdam.example"]


def test_whom_to_ask_stands_beside_answers_too_in_the_language_of_the_page(
    service: SearchService, ask: Ask
) -> None:
    page = service.search(ask("school", language="en", municipality="goudmeer"))
    assert page.results
    assert page.fallback.organisation == "Municipality of Goudmeer"


def test_an_empty_question_finds_nothing(service: SearchService, ask: Ask) -> None:
    assert service.search(ask("")).total == 0


def test_a_repaired_question_says_what_was_searched_for(service: SearchService, ask: Ask) -> None:
    page = service.search(ask("verzekerig"))
    assert page.query == "verzekerig"
    assert page.suggestion == Suggestion(text="verzekering", applied=True)
    assert page.results[0].id == "insurance"


def test_a_repaired_question_that_finds_nothing_says_nothing_of_it(service: SearchService, ask: Ask) -> None:
    asked = ask("asdkjhqwe wrtqpl verzekerig")
    assert service.find(asked).plan.repaired == "asdkjhqwe wrtqpl verzekering"
    page = service.search(asked)
    assert (page.suggestion, page.total) == (None, 0)


def test_an_exact_question_is_not_repaired(service: SearchService, ask: Ask) -> None:
    page = service.search(ask("verzekerig", exact=True))
    assert (page.suggestion, page.total) == (None, 0)


@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Huisarts"), ("en", "Doctor"), ("uk", "Лікар"), ("ru", "Врач")]
)
@pytest.mark.parametrize("query", ["huisarts", "doctor", "лікаря", "врача"])
def test_an_answer_comes_in_the_language_of_the_page_whatever_the_question_s(
    service: SearchService, ask: Ask, query: str, language: Language, title: str
) -> None:
    page = service.search(ask(query, language=language))
    assert (page.results[0].title, page.results[0].language) == (title, language)
    assert page.searched_languages == LANGUAGES


def test_a_page_of_results_is_a_part_of_all(service: SearchService, ask: Ask) -> None:
    everything = service.search(ask("paspoort"))
    part = service.search(ask("paspoort", limit=2, offset=1))
    assert part.total == everything.total > 2
    assert part.results == everything.results[1:3]
    assert service.search(ask("paspoort", offset=1000)).results == ()


@pytest.mark.parametrize(
    ("at", "is_found"),
    [
        (datetime(2026, 11, 30, 23, 59, tzinfo=ZONE), True),
        (datetime(2026, 12, 1, 0, 0, tzinfo=ZONE), False),
    ],
)
def test_an_expired_entry_is_gone_at_midnight(
    service_at: ServiceAt, ask: Ask, at: datetime, *, is_found: bool
) -> None:
    service = service_at(at)
    assert bool(service.search(ask("tentenkamp")).total) is is_found
    if not is_found:
        with pytest.raises(UnknownError, match="tent"):
            service.entry("tent", "nl", "zilverdam")


def test_what_a_municipality_hides_its_readers_neither_find_nor_open(
    service: SearchService, ask: Ask
) -> None:
    assert service.search(ask("tentenkamp")).total == 1
    assert service.search(ask("tentenkamp", municipality="goudmeer")).total == 0
    with pytest.raises(UnknownError):
        service.entry("tent", "nl", "goudmeer")


@pytest.mark.parametrize(
    ("municipality", "summary"), [("zilverdam", "Elke dag open"), ("goudmeer", "In Goudmeer is het dicht")]
)
def test_a_municipality_sees_its_own_version_of_an_entry_and_no_other(
    service: SearchService, ask: Ask, municipality: str, summary: str
) -> None:
    page = service.search(ask("zwembad", municipality=municipality))
    assert [result.summary for result in page.results] == [summary]
    assert page.results[0].url == f"/{municipality}/entries/swimming?lang=nl"


def test_an_entry_is_read_by_its_id(service: SearchService) -> None:
    result = service.entry("bureau", "en", "zilverdam")
    assert (result.title, result.kind, result.verified_on) == (
        "Room Bureau",
        Kind.ORGANISATION,
        date(2026, 3, 1),
    )
    assert [source.title for source in result.sources] == ["Handboek"]
    assert result.highlights == Highlights()


@pytest.mark.parametrize("call", ["search", "entry", "suggestions", "municipality", "topics"])
def test_an_unknown_municipality_is_our_own_error(service: SearchService, ask: Ask, call: str) -> None:
    calls: dict[str, Callable[[], object]] = {
        "search": lambda: service.search(ask("school", municipality="nergens")),
        "entry": lambda: service.entry("school", "nl", "nergens"),
        "suggestions": lambda: service.suggestions("sch", "nl", "nergens"),
        "municipality": lambda: service.municipality("nergens"),
        "topics": lambda: service.topics("nergens"),
    }
    with pytest.raises(UnknownError, match=r"^'nergens' is not on this server; municipalities go by"):
        calls[call]()


@pytest.mark.parametrize(
    ("municipality", "at", "leisure"),
    [
        ("zilverdam", datetime(2026, 11, 30, tzinfo=ZONE), 2),
        ("zilverdam", datetime(2026, 12, 1, tzinfo=ZONE), 1),  # one is over
        ("goudmeer", datetime(2026, 11, 30, tzinfo=ZONE), 1),  # one is hidden, one replaced
    ],
)
def test_a_widget_hears_of_each_topic_how_many_entries_are_shown(
    service_at: ServiceAt, municipality: str, at: datetime, leisure: int
) -> None:
    topics = service_at(at).topics(municipality)
    assert [(topic.slug, topic.label["en"], topic.entries) for topic in topics] == [
        ("housing", "Housing", 1),
        ("papers", "Papers", 1),
        ("leisure", "Leisure", leisure),
        ("gardens", "Gardens", 2),
    ]


def test_a_municipality_and_its_topics_are_told_without_reading_an_entry(
    service: SearchService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Edition, "card", Mock(side_effect=AssertionError("read")))
    goudmeer = service.municipality("goudmeer")
    assert (goudmeer.slug, goudmeer.name, goudmeer.origins) == ("goudmeer", "Goudmeer", ())
    assert service.topics("goudmeer")


def test_a_municipality_is_told_without_looking_at_what_it_shows(
    service: SearchService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Edition, "view", Mock(side_effect=AssertionError("opened")))
    assert service.municipality("zilverdam").name == "Zilverdam"


def test_a_service_knows_its_municipalities_and_its_generation(service: SearchService) -> None:
    assert service.municipalities() == ("zilverdam", "goudmeer")
    assert service.generation() == "000001"


@pytest.mark.parametrize(
    ("question", "moment", "until"),
    [
        ("kamerbureau", "2026-11-23T12:00", "2026-11-23T21:00"),  # its telephone
        ("tentenkamp", "2026-11-30T23:30", "2026-12-01T00:00"),  # its last day
        ("geheimtaal", "2026-11-23T12:00", "2026-11-23T23:00"),  # the telephone of whom to ask instead
    ],
)
def test_a_page_tells_until_when_it_holds(
    service_at: ServiceAt, ask: Ask, question: str, moment: str, until: str
) -> None:
    def page(at: datetime) -> ResultPage:
        return service_at(at).search(ask(question))

    made, end = (datetime.fromisoformat(text).replace(tzinfo=ZONE) for text in (moment, until))
    assert page(made).holds_until == end
    assert page(end - timedelta(minutes=1)) == page(made)
    assert replace(page(end), holds_until=end) != page(made)


def test_the_clock_is_asked_at_each_search(
    service_at: ServiceAt, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = service_at(datetime(2026, 11, 30, 12, tzinfo=ZONE))
    assert service.search(ask("tentenkamp")).total == 1
    monkeypatch.setattr(service, "_clock", lambda: datetime(2026, 12, 1, 12, tzinfo=ZONE))
    assert service.search(ask("tentenkamp")).total == 0
