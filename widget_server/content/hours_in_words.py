"""Opening hours in a reader's words: "maandag t/m vrijdag 09:00–17:00, niet op feestdagen"."""

from collections.abc import Iterable
from datetime import time
from typing import Final

from babel.dates import format_time, get_day_names

from widget_server.content import hours
from widget_server.languages import LOCALES, Language
from widget_server.messages import messages

#: 00:00 to 00:00, as `content.hours` gives a day that is open around the clock.
_ALL_DAY: Final = (time(0), time(0))


def in_words(syntax: str, language: Language) -> str:
    """The weekly hours in words; a pattern too irregular for that is shown as the editor wrote it."""
    weekly = hours.weekly(syntax)
    if weekly is None:
        return syntax
    text = "; ".join(f"{_days(group.days, language)} {_times(group.times, language)}" for group in weekly)
    if hours.closed_on_holidays(syntax):
        text += messages(language).gettext(", not on public holidays")
    return text


def _days(ranges: Iterable[tuple[int, int]], language: Language) -> str:
    """Weekdays (0 is Monday): two neighbours are named, a longer run is told by its ends."""
    names = get_day_names("wide", "stand-alone", LOCALES[language])
    to = messages(language).gettext("{first} to {last}")
    return ", ".join(
        to.format(first=names[first], last=names[last])
        if last - first > 1
        else ", ".join(names[day] for day in range(first, last + 1))
        for first, last in ranges
    )


def _times(times: Iterable[tuple[time, time]], language: Language) -> str:
    if _ALL_DAY in times:
        return messages(language).gettext("all day")
    return ", ".join(f"{_time(start, language)}–{_time(end, language)}" for start, end in times)


def _time(at: time, language: Language) -> str:
    return format_time(at, "short", locale=LOCALES[language])
