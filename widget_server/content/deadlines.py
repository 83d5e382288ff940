"""What ends: entries and promotions whose last day has passed or is near, so that their editor hears it in time.

None of it is a fault. What is over leaves the search by itself, and nobody would notice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from widget_server.content.layers import entry_path
from widget_server.content.model import Corpus, Entry

#: How long before its last day an editor hears of it: time to ask the source whether it goes on, holidays included.
NOTICE: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """The last day of something in a file, whose path is below the content folder; deadlines sort by day."""

    last_day: date
    file: str
    message: str


def deadlines(corpus: Corpus, *, today: date) -> tuple[Deadline, ...]:
    """Those that have passed, and those that come within the time of notice."""
    found = (each for entry in corpus.entries for each in _of(entry, today))
    return tuple(sorted(each for each in found if each.last_day <= today + NOTICE))


def _of(entry: Entry, today: date) -> Iterator[Deadline]:
    file = entry_path(entry)
    if entry.valid_until:
        yield Deadline(entry.valid_until, file, _told("shown", entry.valid_until, today) + _doubt(entry))
    if entry.promote:
        yield Deadline(entry.promote.until, file, _told("promoted", entry.promote.until, today))


def _told(what: str, last_day: date, today: date) -> str:
    if today <= last_day:
        return f"is {what} until {last_day}"
    return f"is no longer {what} since {last_day + timedelta(days=1)}"


def _doubt(entry: Entry) -> str:
    """A promise that is over may be recorded (see `readers.entry`); a year that was mistyped looks the same."""
    if entry.valid_until is None or entry.valid_until >= entry.verified_on:
        return ""
    return f"; its valid_until, {entry.valid_until}, lies before its verified_on, {entry.verified_on}"
