from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from widget_server.content.hours import ZONE
from widget_server.search.hours_view import view

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZONE)


def test_what_holds_for_more_than_a_week_is_not_told() -> None:
    assert view("24/7", "", MONDAY_NOON).until is None
    assert view("Dec 24 09:00-12:00", "", MONDAY_NOON).until is None


@pytest.mark.parametrize(
    ("syntax", "moment"),
    [
        ("Mo-Fr 09:00-21:00", datetime(2026, 11, 23, 21, tzinfo=ZONE)),
        ('Mo-Fr 09:00-21:00 "op afspraak"', datetime(2026, 11, 23, 21, tzinfo=ZONE)),
        ("Dec 24 09:00-12:00", datetime(2026, 12, 17, 9, tzinfo=ZONE)),  # from then on the opening is told
        ("24/7", None),
    ],
)
def test_a_view_tells_until_when_it_holds(syntax: str, moment: datetime | None) -> None:
    before, at = MONDAY_NOON, moment or MONDAY_NOON.replace(year=2027)
    shown = view(syntax, "", before)
    assert shown.holds_until == moment
    assert view(syntax, "", at - timedelta(minutes=1)) == shown
    assert (view(syntax, "", at) == shown) == (moment is None)


def test_hours_that_cannot_be_judged_say_neither_open_nor_closed() -> None:
    shown = view('Mo-Fr 09:00-17:00 "op afspraak"', "", MONDAY_NOON)
    assert (shown.open_now, shown.until) == (None, None)


def test_the_moment_counts_in_dutch_time_wherever_the_reader_is() -> None:
    in_kyiv = datetime(2026, 11, 23, 21, 30, tzinfo=ZoneInfo("Europe/Kyiv"))  # 20:30 in Amsterdam
    assert view("Mo-Fr 09:00-21:00", "", in_kyiv).open_now is True
