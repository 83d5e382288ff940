"""Raw parameters, read one by one; what is wrong with any of them is remembered and told at the end."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeVar

from widget_server.errors import RequestError

Choice = TypeVar("Choice", bound=StrEnum)

#: Lone surrogates, which JSON can hold ("\ud800"): they stand for no character, and cannot be written as UTF-8.
_NOT_TEXT: Final = re.compile(r"[\ud800-\udfff]")

#: The control characters (Unicode's category Cc). Nobody types them: they come along, unseen, with a text that is pasted from
#: Word (U+000B is its line break) or from a PDF, and count as blanks, so that no resident is sent away for them.
_CONTROLS: Final = (*range(0x20), *range(0x7F, 0xA0))
_PASTED: Final = dict.fromkeys(_CONTROLS, " ")

#: The longest number worth reading; Python reads thousands of digits, which takes time.
_MAX_DIGITS: Final = 9

#: More digits than any parameter takes, and fewer than the 4,300 from which Python refuses to write a number.
_TOO_LONG: Final = 2_500

_FLAGS: Final = {"": False, "0": False, "false": False, "1": True, "true": True}


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a query string, a form or a JSON object holds, by name.

    A value is a text; from JSON it may be a whole number, a boolean or None as well. An empty
    value counts as not given, as a form sends the fields that nobody filled in.
    """

    raw: Mapping[str, object]
    violations: dict[str, str] = field(default_factory=dict)

    def refuse_unknown(self, accepted: Collection[str]) -> None:
        """Note every parameter that is not among `accepted`: a misspelt filter must not be silently ignored."""
        for name in self.raw:
            if name not in accepted:
                self.violations[name] = f"is not a parameter; these are: {', '.join(accepted)}"

    def require(self, name: str, meaning: str) -> None:
        """Note it where `name` is not given; `meaning` says what it should hold."""
        if not self._value(name):
            self._violate(name, f"is required: {meaning}")

    def text(self, name: str, *, most: int) -> str:
        """A text of at most `most` characters, without white space around it."""
        value = self._value(name)
        if _NOT_TEXT.search(value):
            return self._violate(name, "holds half of a surrogate pair; it takes whole characters")
        if len(value) > most:
            return self._violate(name, f"has {len(value)} characters; it takes at most {most}")
        return value

    def member(self, name: str, options: Collection[str], default: str = "") -> str:
        """One of `options`."""
        value = self._value(name) or default
        if not value or value in options:
            return value
        return self._violate(name, f"is {quoted(value)}; it takes one of {', '.join(options)}")

    def choice(self, name: str, kind: type[Choice]) -> Choice | None:
        """A member of the enumeration `kind`, or None."""
        value = self.member(name, kind.__members__.values())
        return kind(value) if value else None

    def number(self, name: str, *, default: int, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self._value(name)
        if not value:
            return default
        readable = value.isascii() and value.isdigit() and len(value) <= _MAX_DIGITS
        if readable and least <= int(value) <= most:
            return int(value)
        self._violate(name, f"is {quoted(value)}; it takes a whole number from {least} to {most}")
        return default

    def flag(self, name: str) -> bool:
        """A boolean, written as true, false, 1 or 0."""
        value = self._value(name)
        if value not in _FLAGS:
            self._violate(name, f"is {quoted(value)}; it takes true or false")
        return _FLAGS.get(value, False)

    def conclude(self) -> None:
        """End the reading.

        Raises:
            RequestError: something was wrong; `violations` holds all of it.
        """
        if self.violations:
            raise RequestError(self.violations)

    def _value(self, name: str) -> str:
        value = self.raw.get(name)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, (str, int)):
            return _written(value)
        return "" if value is None else self._violate(name, "takes one value, a text or a whole number")

    def _violate(self, name: str, reason: str) -> str:
        self.violations.setdefault(name, reason)
        return ""


def _written(value: str | int) -> str:
    """`value` as it would stand in a query string; a number that is too long for any parameter stays as long."""
    if isinstance(value, int) and abs(value) >= 10**_TOO_LONG:
        return "9" * _TOO_LONG
    text = str(value)
    return (text if text.isprintable() else text.translate(_PASTED)).strip(" ")


def quoted(value: str) -> str:
    """`value` as a message shows it: short, and in characters that every terminal can print."""
    shown = value if len(value) <= 40 else f"{value[:40]}…"  # noqa: PLR2004  enough to recognise it by
    return ascii(shown) if not shown.isprintable() else repr(shown)
