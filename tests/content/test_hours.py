from datetime import UTC, datetime, time

import pytest

from widget_server.content.hours import ZONE, check, closed_on_holidays, next_change, open_now, weekly
from widget_server.content.malformed import MalformedError

WEEKDAYS = ((0, 4),)
WHOLE_DAY = ((time(0), time(0)),)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def from_to(*times: int) -> tuple[tuple[time, time], ...]:
    return tuple((time(start), time(end)) for start, end in zip(times[::2], times[1::2], strict=True))


@pytest.mark.parametrize(
    "hours", ["Mo-Fr 09:00-21:00", "Mo-Fr 09:00-17:00; PH off", "24/7", 'Mo 09:00-17:00 "x"']
)
def test_hours_in_the_syntax_are_accepted(hours: str) -> None:
    check(hours)


@pytest.mark.parametrize(
    "hours",
    ["", "werkdagen 9.00-21.00", "ma-vr 9-21", "Mo-Fr 9.00-21.00", "Mo-Fr 99:00-17:00", "mo-fr 09:00-17:00"],
)
def test_other_hours_are_refused(hours: str) -> None:
    with pytest.raises(MalformedError):
        check(hours)


@pytest.mark.parametrize("hours", ["off", "PH off", "Mo-Fr off", "24/7; Mo-Su off", "Mo-Fr off; PH off"])
def test_hours_that_open_at_no_time_are_refused(hours: str) -> None:
    with pytest.raises(MalformedError, match="tells no time when it is open"):
        check(hours)


def test_hours_with_another_spelling_are_refused_with_the_right_one() -> None:
    with pytest.raises(MalformedError, match="Mo-Fr 09:00-17:00"):
        check("MO-FR 09:00-17:00")


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


@pytest.mark.parametrize("hours", ["24/7", "off"])
def test_some_hours_never_change(hours: str) -> None:
    assert next_change(hours, at("2026-11-23T12:00")) is None


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
