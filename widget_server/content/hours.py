"""Opening hours in the OpenStreetMap syntax (https://wiki.openstreetmap.org/wiki/Key:opening_hours).

Always judged in Dutch time and by Dutch public holidays, also for a visitor abroad. The
calendar of the library leaves Good Friday and 5 May open: an editor who closes on these says
so ("May 05 off"). A comment in the hours ("on appointment") makes "open now" unknown.
"""

import re
from calendar import monthrange
from datetime import date, datetime, time
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]  # the stub lacks ParserError

from widget_server.content.dashes import dash_for_a_hyphen
from widget_server.content.malformed import MalformedError

#: Opening hours and expiry are Dutch facts, also for a reader abroad.
ZONE: Final = ZoneInfo("Europe/Amsterdam")
_COUNTRY: Final = "NL"
#: Distinct hours kept parsed; a municipality has some dozens.
_CACHED: Final = 1024
#: How far the library looks for a change: up to the year 9999, if it may. That takes a second for "Mo-Su 00:00-24:00", where
#: nothing ever changes; a year takes 0.2 ms. Hours that the library has normalised ("24/7") are quicker still, and not always
#: the same: normalised, "Sa off; Fr 18:00-26:00 || Sa 10:00-12:00" closes on Friday at midnight.
_FORESEEN_DAYS: Final = 366

_DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_HOLIDAYS_CLOSED: Final = "PH closed"
_DAY: Final = rf"(?:{'|'.join(_DAYS)})"
_DAY_RANGES: Final = rf"{_DAY}(?:-{_DAY})?(?:,{_DAY}(?:-{_DAY})?)*"
_TIME_RANGES: Final = r"\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*"
_RULE: Final = re.compile(rf"(?P<days>{_DAY_RANGES})?(?:^| |$)(?P<times>{_TIME_RANGES}|closed)?")
_ALL_DAY: Final = ((time(0), time(0)),)

_COMMENT: Final = re.compile(r'"[^"]*"')
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: A day as the library spells it: "Feb 29", "2027 Feb 29".
_DATE: Final = re.compile(rf"(?:(?P<year>\d{{4}}) )?(?P<month>{'|'.join(_MONTHS)}) (?P<day>\d+)")
#: Stands for the year of a day that comes every year: it has a 29 February.
_LEAP_YEAR: Final = 2000

Times = tuple[tuple[time, time], ...]


class OpenDays(NamedTuple):
    """Days that share their hours.

    `days` are ranges of weekdays, first and last, Monday is 0; `times` are from and until.
    An end of 00:00 is midnight (00:00-00:00 is the whole day); an end before its start is on the next day.
    """

    days: tuple[tuple[int, int], ...]
    times: Times


def check(hours: str, *, since: date) -> None:
    """Raise `MalformedError` unless `hours` are in the syntax, spelt as the syntax wants, and open at some time.

    `since` is the day that somebody verified them: hours that were over by then were never right. Hours that
    end later are right for as long as they last; no day that passes may turn sound content into a fault.
    """
    parsed = _parsed(hours)
    if parsed.warnings:
        raise MalformedError(f"'{hours}' is written '{parsed}'")
    for day in _DATE.finditer(_COMMENT.sub("", str(parsed))):
        if not _exists(day):
            raise MalformedError(f"'{hours}' holds {day[0]}, a day that is not in the calendar")
    # The library takes a time without a zone for a Dutch one. Some days of the past had no midnight in Dutch time.
    if all(state == State.CLOSED for _, _, state, _ in parsed.intervals(datetime.combine(since, time()))):
        raise MalformedError(f"'{hours}' tells no time when it is open, on the day it was verified or later")


def open_now(hours: str, at: datetime) -> bool | None:
    """Whether it is open at the moment `at` (which knows its zone); None when that cannot be told.

    >>> open_now("Mo-Fr 09:00-21:00", datetime(2026, 11, 23, 20, 59, tzinfo=ZONE))
    True
    """
    state, comment = _parsed(hours).state(at.astimezone(ZONE))
    if comment or state == State.UNKNOWN:
        return None
    return bool(state == State.OPEN)


def next_change(hours: str, at: datetime) -> datetime | None:
    """When `open_now` may answer otherwise than at the moment `at`, in Dutch time; None when it will not within a year.

    >>> next_change('Mo 09:00-17:00 "on appointment"', datetime(2026, 11, 23, 12, 0, tzinfo=ZONE)).isoformat()
    '2026-11-23T17:00:00+01:00'
    """
    return _parsed(hours).next_change(at.astimezone(ZONE))


def closed_on_holidays(hours: str) -> bool:
    """Whether the hours say that public holidays are closed.

    >>> closed_on_holidays("Mo-Fr 09:00-17:00; PH off")
    True
    """
    return _HOLIDAYS_CLOSED in _rules(hours)


def weekly(hours: str) -> tuple[OpenDays, ...] | None:
    """The week as groups of days with the same hours, by first day; None when a week does not say it all.

    Public holidays are left out (see `closed_on_holidays`); so are days that are closed.

    >>> weekly("Mo-Fr 09:00-21:00")
    (OpenDays(days=((0, 4),), times=((datetime.time(9, 0), datetime.time(21, 0)),)),)
    """
    week: dict[int, Times] = {}
    for rule in _rules(hours):
        match = _RULE.fullmatch(rule)
        if rule == _HOLIDAYS_CLOSED:
            continue
        if match is None:
            return None
        week |= dict.fromkeys(_weekdays(match["days"]), _times(match["times"]))
    return _grouped({day: times for day, times in week.items() if times})


@lru_cache(maxsize=_CACHED)
def _parsed(hours: str) -> OpeningHours:
    try:
        return OpeningHours(hours, timezone=ZONE, country=_COUNTRY, max_interval_days=_FORESEEN_DAYS)
    except ParserError as error:
        reason = dash_for_a_hyphen(_COMMENT.sub("", hours)) or "is not in the syntax of opening hours"
        raise MalformedError(f"'{hours}' {reason}") from error


def _exists(day: re.Match[str]) -> bool:
    """Whether a day found by `_DATE` is in the calendar; the library reads on past it, and opens on other days."""
    _, last = monthrange(int(day["year"] or _LEAP_YEAR), _MONTHS.index(day["month"]) + 1)
    return int(day["day"]) <= last


def _rules(hours: str) -> list[str]:
    """The library's own spelling: days in order, `off` as `closed`, a full week as `24/7`."""
    normal = str(_parsed(hours).normalize())
    return ["00:00-24:00" if rule == "24/7" else rule for rule in normal.split("; ")]


def _weekdays(ranges: str | None) -> list[int]:
    if ranges is None:
        return list(range(7))
    days: list[int] = []
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        start = _DAYS.index(first)
        length = (_DAYS.index(last or first) - start) % 7 + 1
        days.extend((start + offset) % 7 for offset in range(length))
    return days


def _times(ranges: str | None) -> Times:
    if ranges is None:
        return _ALL_DAY
    if ranges == "closed":
        return ()
    return tuple((_time(part[:5]), _time(part[6:])) for part in ranges.split(","))


def _time(text: str) -> time:
    """A time of the day; the syntax counts past midnight, up to 48:00."""
    return time(int(text[:2]) % 24, int(text[3:]))


def _grouped(week: dict[int, Times]) -> tuple[OpenDays, ...]:
    days_of: dict[Times, list[int]] = {}
    for day in sorted(week):
        days_of.setdefault(week[day], []).append(day)
    return tuple(OpenDays(_ranges(days), times) for times, days in days_of.items())


def _ranges(days: list[int]) -> tuple[tuple[int, int], ...]:
    """Rising days as ranges of neighbours (a run keeps day minus position equal)."""
    runs = [[day for _, day in run] for _, run in groupby(enumerate(days), lambda pair: pair[1] - pair[0])]
    return tuple((run[0], run[-1]) for run in runs)
