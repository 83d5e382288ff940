"""Phone numbers in any grouping -> one key: the national form, digits only.

"14 0591", "06-48158053", "06 4815 8053" and "+31 6 48158053" are typed by people who read the same
number on different papers. The key is what they have in common: separators gone, and the Dutch
country code replaced by the 0 of a number dialled within the country. Which forms exist is laid down
in the Dutch numbering plan (https://wetten.overheid.nl/BWBR0010198): ten digits beginning with 0,
service numbers beginning with 0800 or 090x of eight or eleven, 14 + area code for municipalities,
and 116xxx, the European social numbers.
"""

import re
from dataclasses import dataclass
from typing import Final

# Blanks, brackets, dots, slashes and hyphens between digits; at most three, as in ") - ".
_GAP: Final = r"[ \t\u00a0\u202f()./\u2010-\u2013-]{0,3}"

_NUMBER: Final = re.compile(
    rf"""(?<![\d+])(?:
      (?P<abroad> (?:\+|00) {_GAP} [1-9] (?:{_GAP}\d){{7,13}} )   # E.164: at most fifteen digits
    | (?P<service> 0[89]0\d (?:{_GAP}\d){{4}} (?:(?:{_GAP}\d){{3}})? )
    | (?P<fourteen> 14 {_GAP} 0 (?:{_GAP}\d){{2,3}} )
    | (?P<national> 0 {_GAP} [1-9] (?:{_GAP}\d){{8}} )
    | (?P<social> 116 {_GAP} \d {_GAP} \d {_GAP} \d )
    | (?P<unfinished> 0 (?:[ -]?\d){{4,8}} )                         # still being typed, or a digit lost
    )(?!\d)""",
    re.VERBOSE,
)
_NO_DIGIT: Final = re.compile(r"\D")
_DUTCH_PREFIX: Final = re.compile(r"^(?:00|\+)310?")
_FOREIGN_PREFIX: Final = re.compile(r"^(?:00|\+)")


@dataclass(frozen=True, slots=True)
class Number:
    """A phone number in a text: its key, and the half-open range of code points it takes."""

    key: str
    start: int
    end: int


def numbers(text: str) -> tuple[Number, ...]:
    """The phone numbers in `text`, in reading order.

    >>> [number.key for number in numbers("Bel 14 0591 of app naar +31 (0)6 48158053")]
    ['140591', '0648158053']
    """
    return tuple(Number(_key(match[0]), *match.span()) for match in _NUMBER.finditer(text))


def _key(raw: str) -> str:
    sign = "+" if raw.startswith("+") else ""
    digits = sign + _NO_DIGIT.sub("", raw)
    national = _DUTCH_PREFIX.sub("0", digits)
    return _FOREIGN_PREFIX.sub("", national)
