"""Located texts -> typed values: dates, choices, languages, translations, names."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from widget_server.content.codes import Code
from widget_server.content.faults import did_you_mean
from widget_server.content.fields import LANGUAGE_CODES, Fields
from widget_server.content.malformed import MalformedError
from widget_server.content.model import NATIONAL, OWN_MUNICIPALITY, Translated
from widget_server.content.nodes import Node, Scalar
from widget_server.content.yaml_file import YamlFile
from widget_server.languages import LANGUAGES, Language, is_language

Choice = TypeVar("Choice", bound=StrEnum)

#: Lower-case words joined by single hyphens: readable in an address, the same on every file system.
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

#: Names with a meaning of their own: a layer, and "the reader's own municipality" in `turn_to`.
_RESERVED: Final = frozenset({NATIONAL, OWN_MUNICIPALITY})

# date.fromisoformat alone also takes 20260331 and 2026-W14-2.
_FULL_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

#: A day in another order or of another make: 1-11-2026, 01/11/2026, 2026.11.1.
_OTHER_DATE: Final = re.compile(
    r"(?:(?P<first>[0-9]{1,2})|(?P<year>[0-9]{4}))[-./ ](?P<month>[0-9]{1,2})[-./ ]"
    r"(?(first)(?P<last>[0-9]{4})|(?P<day>[0-9]{1,2}))"
)

#: How precise the date of a source may be, and what completes it to its first day.
_FIRST_DAYS: Final = {4: "-01-01", 7: "-01", 10: ""}

#: Comes in the place of a date that could not be read; the file has a fault then, and is not used.
_NO_DATE: Final = date.min


def name_is_good(name: str) -> bool:
    """Whether `name` may name a file, a folder, a topic or a contact point.

    >>> name_is_good("room-at-home"), name_is_good("Room at home"), name_is_good("national")
    (True, False, False)
    """
    return _NAME.fullmatch(name) is not None and name not in _RESERVED


def name(file: YamlFile, key: Scalar) -> str:
    """A name that this file gives to something."""
    if not name_is_good(key.value):
        file.report(key.mark, Code.BAD_NAME, f"'{key.value}'")
    return key.value


def single_words(file: YamlFile, found: tuple[Scalar, ...]) -> tuple[str, ...]:
    """Words, of which each must be one: questions are understood word by word."""
    for word in found:
        if len(word.value.split()) > 1:
            file.report(word.mark, Code.NOT_ONE_WORD, f"'{word.value}' is more than one word")
    return tuple(word.value for word in found)


def full_date(file: YamlFile, found: Scalar | None) -> date:
    """A day, `2026-03-31`."""
    if found is None:
        return _NO_DATE
    try:
        return _real_date(found.value)
    except ValueError:
        file.report(
            found.mark,
            Code.IMPOSSIBLE_DATE,
            f"'{found.value}' is not {_lacking(found.value)}",
            _ordered(found.value),
        )
        return _NO_DATE


def _lacking(typed: str) -> str:
    return "a day of the calendar" if _FULL_DATE.fullmatch(typed) else "written as year-month-day"


def _ordered(typed: str) -> str:
    """A hint with the same day as it must be written; empty when there is no such day."""
    match = _OTHER_DATE.fullmatch(typed)
    if match is None:
        return ""
    year, month, day = match["year"] or match["last"], match["month"], match["day"] or match["first"]
    try:
        return f"the order is year-month-day: {date(int(year), int(month), int(day))}"
    except ValueError:
        return ""


def past_date(file: YamlFile, found: Scalar | None, today: date) -> date:
    """A day up to and including `today`."""
    day = full_date(file, found)
    if found is not None and day > today:
        file.report(found.mark, Code.FUTURE_DATE, f"{day} lies after today, {today}")
    return day


def first_day(period: str) -> date:
    """The first day of a year, a month or a day.

    Raises:
        ValueError: it is none of these.

    >>> first_day("2022-03")
    datetime.date(2022, 3, 1)
    """
    if len(period) not in _FIRST_DAYS:
        raise ValueError(period)
    return _real_date(period + _FIRST_DAYS[len(period)])


def past_period(file: YamlFile, found: Scalar | None, today: date) -> str:
    """A year, a month or a day that has begun, as typed; empty when it is not."""
    if found is None:
        return ""
    try:
        if first_day(found.value) > today:
            file.report(found.mark, Code.FUTURE_DATE, f"{found.value} lies after today, {today}")
            return ""
    except ValueError:
        hint = "write it as 2026-03-31, 2026-03 or 2026"
        file.report(found.mark, Code.IMPOSSIBLE_DATE, f"'{found.value}' is not a day, month or year", hint)
        return ""
    return found.value


def _real_date(text: str) -> date:
    if not _FULL_DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def choice(file: YamlFile, found: Scalar | None, choices: type[Choice]) -> Choice:
    """One of `choices`; the first of them in the place of an unknown one."""
    if found is not None and found.value in set(choices):
        return choices(found.value)
    if found is not None:
        allowed = ", ".join(choices)
        hint = did_you_mean(found.value, choices) or f"allowed here: {allowed}"
        file.report(found.mark, Code.UNKNOWN_VALUE, f"'{found.value}'; allowed are {allowed}", hint)
    return next(iter(choices))


def all_choices(file: YamlFile, found: Iterable[Scalar], choices: type[Choice]) -> tuple[Choice, ...]:
    """Each of `found` as one of `choices`."""
    return tuple(choice(file, item, choices) for item in found)


def languages(file: YamlFile, found: Iterable[Scalar]) -> tuple[Language, ...]:
    """Each of `found` as one of the four languages."""
    known: list[Language] = []
    for item in found:
        if is_language(item.value):
            known.append(item.value)
        else:
            file.report(item.mark, Code.UNKNOWN_LANGUAGE, f"'{item.value}'")
    return tuple(known)


def translated(file: YamlFile, node: Node) -> Translated:
    """A short text in all four languages."""
    fields = by_language(file, node)
    return MappingProxyType({language: fields.text(language) for language in LANGUAGES})


def by_language(file: YamlFile, node: Node) -> Fields:
    """A group with one field for each language."""
    return Fields(file, node, required=LANGUAGES, codes=LANGUAGE_CODES)


def checked(file: YamlFile, found: Scalar | None, code: Code, check: Callable[[str], object]) -> str:
    """The text, which `check` must not refuse with a `MalformedError`; as typed."""
    if found is None:
        return ""
    try:
        check(found.value)
    except MalformedError as error:
        file.report(found.mark, code, str(error))
    return found.value
