from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from widget_server.languages import Language
from widget_server.search.hours_words import in_words, view
from widget_server.search.service import ZONE

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("syntax", "language", "words"),
    [
        ("Mo-Fr 09:00-21:00", "nl", "maandag t/m vrijdag 09:00–21:00"),
        ("Mo-Fr 09:00-21:00", "en", "Monday to Friday 09:00–21:00"),
        ("Mo-Fr 09:00-21:00", "uk", "понеділок – пʼятниця 09:00–21:00"),
        ("Mo-Fr 09:00-21:00", "ru", "понедельник – пятница 09:00–21:00"),
        ("Mo-Fr 09:00-17:00; PH off", "nl", "maandag t/m vrijdag 09:00–17:00, niet op feestdagen"),
        ("Mo-Fr 09:00-17:00; PH off", "en", "Monday to Friday 09:00–17:00, not on public holidays"),
        ("Sa,Su 10:00-12:00", "nl", "zaterdag, zondag 10:00–12:00"),  # two days are named, not a range
        ("Tu 09:00-12:00,13:00-17:00", "en", "Tuesday 09:00–12:00, 13:00–17:00"),
        (
            "Mo-We 09:00-17:00; Fr 09:00-12:00",
            "nl",
            "maandag t/m woensdag 09:00–17:00; vrijdag 09:00–12:00",
        ),
        ("24/7", "nl", "maandag t/m zondag de hele dag"),
        ("24/7", "en", "Monday to Sunday all day"),
        ('Mo 09:00-12:00 "op afspraak"', "nl", 'Mo 09:00-12:00 "op afspraak"'),  # too irregular for words
    ],
)
def test_hours_are_told_in_the_reader_s_words(syntax: str, language: Language, words: str) -> None:
    assert in_words(syntax, language) == words


def test_what_holds_for_more_than_a_week_is_not_told() -> None:
    assert view("24/7", MONDAY_NOON, "nl").until is None
    assert view("Dec 24 09:00-12:00", MONDAY_NOON, "nl").until is None


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
    shown = view(syntax, before, "nl")
    assert shown.holds_until == moment
    assert view(syntax, at - timedelta(minutes=1), "nl") == shown
    assert (view(syntax, at, "nl") == shown) == (moment is None)


def test_hours_that_cannot_be_judged_say_neither_open_nor_closed() -> None:
    shown = view('Mo-Fr 09:00-17:00 "op afspraak"', MONDAY_NOON, "nl")
    assert (shown.open_now, shown.until) == (None, None)


def test_the_moment_counts_in_dutch_time_wherever_the_reader_is() -> None:
    in_kyiv = datetime(2026, 11, 23, 21, 30, tzinfo=ZoneInfo("Europe/Kyiv"))  # 20:30 in Amsterdam
    assert view("Mo-Fr 09:00-21:00", in_kyiv, "uk").open_now is True
