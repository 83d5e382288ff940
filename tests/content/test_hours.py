from datetime import UTC, date, datetime, time

import pytest

from widget_server.content.hours import ZONE, check, closed_on_holidays, next_change, open_now, weekly
from widget_server.content.malformed import MalformedError

WEEKDAYS = ((0, 4),)
WHOLE_DAY = ((time(0), time(0)),)
VERIFIED = date(2026, 11, 21)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def from_to(*times: int) -> tuple[tuple[time, time], ...]:
    return tuple((time(start), time(end)) for start, end in zip(times[::2], times[1::2], strict=True))


@pytest.mark.parametrize(
    "hours", ["Mo-Fr 09:00-21:00", "Mo-Fr 09:00-17:00; PH off", "24/7", 'Mo 09:00-17:00 "x"', "unknown"]
)
def test_hours_in_the_syntax_are_accepted(hours: str) -> None:
    check(hours, since=VERIFIED)


@pytest.mark.parametrize(
    "hours",
    ["", "werkdagen 9.00-21.00", "ma-vr 9-21", "Mo-Fr 9.00-21.00", "Mo-Fr 99:00-17:00", "mo-fr 09:00-17:00"],
)
def test_other_hours_are_refused(hours: str) -> None:
    with pytest.raises(MalformedError):
        check(hours, since=VERIFIED)


@pytest.mark.parametrize(
    "hours",
    [
        "off",
        "PH off",
        "Mo-Fr off",
        "24/7; Mo-Su off",
        "Mo-Fr off; PH off",
        'off "op afspraak"',
        "easter +1 day off",
        "2020 Jan 1-2020 Feb 1 09:00-17:00",
    ],
)
def test_hours_that_open_at_no_time_are_refused(hours: str) -> None:
    with pytest.raises(MalformedError, match="tells no time when it is open"):
        check(hours, since=VERIFIED)


@pytest.mark.parametrize("since", [date.min, date(1916, 5, 1), date(2020, 1, 31), date(2020, 2, 1)])
def test_hours_that_have_ended_were_right_if_they_had_not_when_they_were_verified(since: date) -> None:
    """On 1 May 1916 a Dutch clock had no midnight, and `date.min` stands for a day that could not be read."""
    check("2020 Jan 1-2020 Feb 1 09:00-17:00", since=since)


@pytest.mark.parametrize("hours", ["Feb 29 10:00-12:00", "2060 Jan 1 10:00-12:00", "SH 10:00-12:00"])
def test_hours_may_open_in_a_later_year(hours: str) -> None:
    check(hours, since=VERIFIED)


@pytest.mark.parametrize(
    ("hours", "day"),
    [
        ("Feb 30 10:00-12:00", "Feb 30"),
        ("Mo-Fr 09:00-17:00; Feb 30 off", "Feb 30"),
        ("Mo-Fr 09:00-17:00; Jan 1,Apr 31,Dec 25 off", "Apr 31"),
        ("Jun 1-31 10:00-12:00", "Jun 31"),
        ("2026 Dec 20-2027 Feb 29 off; Mo-Fr 10:00-12:00", "2027 Feb 29"),
    ],
)
def test_a_day_that_its_month_does_not_have_is_refused(hours: str, day: str) -> None:
    with pytest.raises(MalformedError, match=f"holds {day}, a day that is not in the calendar"):
        check(hours, since=VERIFIED)


@pytest.mark.parametrize(
    "hours",
    [
        'Mo-Fr 09:00-17:00 "from Feb 30"',
        "Mo-Fr 09:00-17:00; Feb 29,2028 Feb 29,Dec 31 off",
        "Jan,Mar 28-31 10:00-12:00",
    ],
)
def test_another_day_is_not(hours: str) -> None:
    check(hours, since=VERIFIED)


@pytest.mark.parametrize("hours", ["Mo–Fr 09:00–17:00", "Mo-Fr 09:00–17:00", "Mo−Fr 09:00-17:00"])
def test_a_dash_in_the_place_of_a_hyphen_is_named(hours: str) -> None:
    with pytest.raises(MalformedError, match=r"holds '[–−]', a dash, where a hyphen, '-', must stand"):
        check(hours, since=VERIFIED)


@pytest.mark.parametrize("hours", ['Mo-Fr 09:00-17:00 "niet – of wel – op afspraak"'])
def test_a_dash_may_stand_in_a_comment(hours: str) -> None:
    check(hours, since=VERIFIED)
    with pytest.raises(MalformedError, match="is not in the syntax"):
        check(hours.replace(":00", ".00"), since=VERIFIED)


def test_hours_with_another_spelling_are_refused_with_the_right_one() -> None:
    with pytest.raises(MalformedError, match="Mo-Fr 09:00-17:00"):
        check("MO-FR 09:00-17:00", since=VERIFIED)


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        ("2026-11-23T08:59", False),
        ("2026-11-23T09:00", True),
        ("2026-11-23T20:59", True),
        ("2026-11-23T21:00", False),
        ("2026-11-28T12:00", False),  # a Saturday
        ("2026-12-25T12:00", False),  # Christmas, a Friday
    ],
)
def test_open_now_follows_the_week_and_the_holidays(moment: str, answer: bool) -> None:  # noqa: FBT001  a table
    assert open_now("Mo-Fr 09:00-21:00; PH off", at(moment)) is answer


def test_open_now_is_judged_in_dutch_time_wherever_the_reader_is() -> None:
    assert open_now("Mo-Fr 09:00-21:00", datetime(2026, 11, 23, 8, 30, tzinfo=UTC)) is True


@pytest.mark.parametrize("hours", ['"op afspraak"', 'Mo-Fr 09:00-17:00 "op afspraak"', "unknown"])
def test_hours_with_a_comment_cannot_tell_whether_it_is_open(hours: str) -> None:
    assert open_now(hours, at("2026-11-23T12:00")) is None


def test_a_comment_for_other_times_leaves_the_opening_hours_certain() -> None:
    hours = 'Mo-Fr 09:00-17:00 || "op afspraak"'
    assert open_now(hours, at("2026-11-23T12:00")) is True
    assert open_now(hours, at("2026-11-28T12:00")) is None


@pytest.mark.parametrize("comment", ["", ' "op afspraak"'])
def test_the_next_change_is_a_dutch_time_and_crosses_the_weekend(comment: str) -> None:
    moment = next_change("Mo-Fr 09:00-21:00" + comment, at("2026-11-27T21:30"))
    assert moment is not None
    assert moment.isoformat() == "2026-11-30T09:00:00+01:00"


@pytest.mark.parametrize(
    "hours",
    [
        "off",
        "24/7",
        "Mo-Su",
        "Mo-Su 00:00-24:00",
        "Mo-Fr 00:00-24:00; Sa-Su 00:00-24:00",
        "Mo-Su,PH 00:00-24:00",
        "Mo-Su 00:00-12:00,12:00-24:00",
        "Mo-Su 08:00-08:00",
        "week 1-53",
        "Jan-Dec",
        '24/7 "op afspraak"',
    ],
)
def test_some_hours_never_change(hours: str) -> None:
    assert next_change(hours, at("2026-11-23T12:00")) is None


def test_a_change_is_sought_within_a_year() -> None:
    """Of hours that never change it is this that keeps the search short: the library would go on to the year 9999."""
    hours = "2028 Jan 3 10:00-12:00"
    assert next_change(hours, at("2027-01-01T10:00")) is None
    assert next_change(hours, at("2027-01-03T10:00")) == at("2028-01-03T10:00")


def test_hours_that_go_on_past_midnight_are_judged_as_they_are_written() -> None:
    """The library would lose the night before a closed Saturday if it were asked for normalised hours."""
    assert open_now("Sa off; Fr 18:00-26:00 || Sa 10:00-12:00", at("2026-11-28T00:30")) is True


@pytest.mark.parametrize(
    ("hours", "week"),
    [
        ("Mo-Fr 09:00-21:00", [(WEEKDAYS, from_to(9, 21))]),
        ("Mo-Fr 09:00-21:00; PH off", [(WEEKDAYS, from_to(9, 21))]),
        ("Mo,We 09:00-12:00,13:00-17:00", [(((0, 0), (2, 2)), from_to(9, 12, 13, 17))]),
        ("Mo-Fr 09:00-17:00; We off", [(((0, 1), (3, 4)), from_to(9, 17))]),
        ("Mo-Fr 09:00-17:00; PH off; We off", [(((0, 1), (3, 4)), from_to(9, 17))]),
        (
            "Mo-Fr 09:00-17:00; Th 13:00-20:00",
            [(((0, 2), (4, 4)), from_to(9, 17)), (((3, 3),), from_to(13, 20))],
        ),
        (
            "Mo-We 09:00-17:00, Tu 18:00-20:00",
            [(((0, 0), (2, 2)), from_to(9, 17)), (((1, 1),), from_to(9, 17, 18, 20))],
        ),
        ("Fr-Mo 10:00-11:00", [(((0, 0), (4, 6)), from_to(10, 11))]),
        ("Fr-Sa 22:00-02:00", [(((4, 5),), from_to(22, 2))]),
        ("Mo-Fr 09:00-24:00", [(WEEKDAYS, from_to(9, 0))]),
        ("Mo-Fr 09:00-26:00", [(WEEKDAYS, from_to(9, 2))]),
        ("10:00-16:00", [(((0, 6),), from_to(10, 16))]),
        ("24/7", [(((0, 6),), WHOLE_DAY)]),
        ("Sa", [(((5, 5),), WHOLE_DAY)]),
        ("off", []),
    ],
)
def test_a_week_is_told_as_days_that_share_their_hours(hours: str, week: list[object]) -> None:
    assert weekly(hours) == tuple(week)


@pytest.mark.parametrize(
    "hours",
    [
        "Apr-Sep Mo-Fr 09:00-17:00",
        "Mo[1] 10:00-12:00",
        "PH 10:00-12:00",
        "Mo-Fr 09:00+",
        '"op afspraak"',
        "unknown",
    ],
)
def test_hours_that_no_single_week_can_tell_have_no_week(hours: str) -> None:
    assert weekly(hours) is None


def test_holidays_are_closed_only_when_the_hours_say_so() -> None:
    assert closed_on_holidays("Mo-Fr 09:00-17:00; PH off")
    assert not closed_on_holidays("Mo-Fr 09:00-17:00")
