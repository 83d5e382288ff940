"""Readers who would rather look than type."""

from collections.abc import Callable
from datetime import datetime

import pytest

from widget_server.content.hours import ZONE
from widget_server.content.model import Audience, Kind
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService

Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("filters", "entries"),
    [
        ({"topic": "housing"}, ["housing"]),
        ({"topic": "papers"}, ["doctor"]),
        ({"topic": "papers", "audience": Audience.HOST}, []),
        ({"topic": "nothing"}, []),
        ({"audience": Audience.HOST}, ["grant-resident", "bureau"]),  # answers before organisations
        (  # answers, organisations, and what is for them alone
            {"audience": Audience.PROFESSIONAL},
            ["tender-two", "bureau", "grant-professional", "tender-one"],
        ),
        ({"kind": Kind.ORGANISATION}, ["gemeente-zilverdam", "bureau"]),  # own before national
        ({}, []),
    ],
)
def test_filters_alone_list_all_that_carries_them(
    found: Found, filters: dict[str, object], entries: list[str]
) -> None:
    assert found("", **filters) == entries


@pytest.mark.parametrize(
    ("municipality", "entries"), [("zilverdam", ["swimming", "tent"]), ("goudmeer", ["swimming"])]
)
def test_what_is_hidden_or_replaced_is_not_listed(
    found: Found, municipality: str, entries: list[str]
) -> None:
    assert found("", topic="leisure", municipality=municipality) == entries


def test_what_is_over_is_not_listed(
    service_at: Callable[[datetime], SearchService], ask: Callable[..., SearchRequest]
) -> None:
    page = service_at(datetime(2026, 12, 1, tzinfo=ZONE)).search(ask("", topic="leisure"))
    assert [result.id for result in page.results] == ["swimming"]


def test_what_an_editor_promotes_is_listed_first_until_its_last_day(
    service_at: Callable[[datetime], SearchService], ask: Callable[..., SearchRequest]
) -> None:
    def listed(year: int) -> list[str]:
        page = service_at(datetime(year, 11, 21, tzinfo=ZONE)).search(ask("", topic="gardens"))
        return [result.id for result in page.results]

    assert listed(2026)[0] == "garden-promoted"
    assert listed(2027) == sorted(listed(2026))


def test_signs_without_a_word_browse_as_well(found: Found) -> None:
    assert found("?!", topic="housing") == ["housing"]
