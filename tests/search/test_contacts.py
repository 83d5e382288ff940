from collections.abc import Callable
from datetime import datetime

import pytest

from widget_server.content.hours import ZONE
from widget_server.search.page import ContactView, Result
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService

Ask = Callable[..., SearchRequest]


def bureau(service: SearchService, request: SearchRequest) -> Result:
    return next(result for result in service.search(request).results if result.id == "bureau")


def places(contacts: tuple[ContactView, ...]) -> list[str]:
    return [contact.value.removesuffix("@example.nl") for contact in contacts]


@pytest.mark.parametrize(
    ("query", "municipality", "order"),
    [
        # the own province or region, everywhere, elsewhere in the editor's order
        ("kamerbureau", "zilverdam", ["drenthe", "070-44 55 888", "holland", "zeeland", "noord"]),
        ("kamerbureau", "goudmeer", ["zeeland", "070-44 55 888", "drenthe", "holland", "noord"]),
        # a region that the question names goes before the own one
        ("kamerbureau zeeland", "zilverdam", ["zeeland", "drenthe", "070-44 55 888", "holland", "noord"]),
        ("kamerbureau Зеландії", "zilverdam", ["zeeland", "drenthe", "070-44 55 888", "holland", "noord"]),
        (
            "kamerbureau noord-holland",
            "zilverdam",
            ["holland", "noord", "drenthe", "070-44 55 888", "zeeland"],
        ),
        # "zuid" is a half of one name: more than none, less than a whole
        ("kamerbureau zuid", "zilverdam", ["holland", "drenthe", "070-44 55 888", "zeeland", "noord"]),
    ],
)
def test_contact_points_for_the_named_and_the_own_region_come_first(
    service: SearchService, ask: Ask, query: str, municipality: str, order: list[str]
) -> None:
    assert places(bureau(service, ask(query, municipality=municipality)).contacts) == order


@pytest.mark.parametrize(("municipality", "own"), [("zilverdam", "14 0591"), ("goudmeer", "14 0118")])
def test_to_turn_to_the_municipality_is_to_turn_to_the_reader_s_own(
    service: SearchService, municipality: str, own: str
) -> None:
    contacts = service.entry("answer", "nl", municipality).contacts
    assert own in places(contacts)
    assert "post@zilverdam.example" not in places(contacts)  # only its phone is referred to
    assert "070-44 55 888" in places(contacts)  # and all of the bureau


def test_a_contact_point_is_named_by_its_label_or_else_by_its_organisation(service: SearchService) -> None:
    labels = {contact.value: contact.label for contact in service.entry("answer", "en", "zilverdam").contacts}
    assert labels["070-44 55 888"] == "Helpline"
    assert labels["14 0591"] == "Municipality of Zilverdam"


def test_regions_are_told_by_name_in_the_reader_s_language(service: SearchService) -> None:
    regions = {c.value: c.regions for c in service.entry("bureau", "uk", "zilverdam").contacts}
    assert regions["holland@example.nl"] == ("Північна Голландія", "Південна Голландія")
    assert regions["070-44 55 888"] == ()


@pytest.mark.parametrize(
    ("at", "is_open", "until"),
    [
        (datetime(2026, 11, 23, 20, 59, tzinfo=ZONE), True, "2026-11-23T21:00:00+01:00"),
        (datetime(2026, 11, 23, 21, 0, tzinfo=ZONE), False, "2026-11-24T09:00:00+01:00"),
        (datetime(2026, 11, 27, 22, 0, tzinfo=ZONE), False, "2026-11-30T09:00:00+01:00"),
        (datetime(2027, 7, 5, 12, 0, tzinfo=ZONE), True, "2027-07-05T21:00:00+02:00"),
    ],
)
def test_a_reader_is_told_whether_it_is_open_and_until_when(
    service_at: Callable[[datetime], SearchService], at: datetime, until: str, *, is_open: bool
) -> None:
    contacts = service_at(at).entry("bureau", "nl", "zilverdam").contacts
    (hours,) = [contact.hours for contact in contacts if contact.hours]
    assert (hours.open_now, hours.until) == (is_open, until)
