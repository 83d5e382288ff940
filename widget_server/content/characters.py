"""Characters that must not stand in content: what editors cannot see, and what copying from a PDF breaks."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from widget_server.content.codes import Code

#: A letter, a hyphen, then white space, then a word that begins with a small letter: "vluchte- lingen". The hyphen is sought
#: first: there are fewer.
_HYPHENATION: Final = re.compile(r"[-\N{HYPHEN}](?<=[^\W\d_].)\s+(?P<next>[^\W\d_]+)")

#: After a hyphen these words tell that it stands for the second half of a compound: "Midden- en West-Brabant", "in- óf
#: uitschrijven", "vijf- à zes keer", "maandag- t/m vrijdagochtend". Without accents, as stress may put one on any of them. "eige- naar"
#: and "мож- но" are cut words, so these are not among them; "zo- maar" passes.
_SUSPENDING: Final = frozenset(
    "en of tot dan noch als alsmede alsook evenals ofwel oftewel maar plus resp respectievelijk versus vs a t c cq "  # noqa: SIM905  reads as a list of words
    "and or nor to through і и та або чи але или либо а".split(),
)

#: Line ends for YAML that are no line ends for an editor: positions would drift.
_OTHER_LINE_ENDS: Final = "\N{NEXT LINE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"

# U+200C and U+200D join letters and emoji in honest text; other format characters only hide.
_JOINERS: Final = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def code_of(char: str) -> Code | None:
    r"""What is wrong with one character, if anything.

    >>> str(code_of("\u00ad")), code_of("ï")
    ('invisible-character', None)
    """
    if char == "\t":
        return Code.TAB
    if char == "\N{REPLACEMENT CHARACTER}":
        return Code.DAMAGED_CHARACTER
    category = unicodedata.category(char)
    if category == "Cc" or char in _OTHER_LINE_ENDS or _is_noncharacter(char):
        return None if char == "\n" else Code.CONTROL_CHARACTER
    if category == "Cf" and char not in _JOINERS:
        return Code.INVISIBLE_CHARACTER
    # Private use: a PDF's own code for a bullet or a ligature. A surrogate: half of a character, by an escape ("\\ud83d").
    return Code.DAMAGED_CHARACTER if category in {"Co", "Cs"} else None


def _is_noncharacter(char: str) -> bool:
    """Whether `char` is one of the 66 code points that Unicode keeps for internal use (chapter 23.7)."""
    point = ord(char)
    return 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE  # noqa: PLR2004  the two ranges as published


def described(char: str) -> str:
    r"""The character's code point and name.

    >>> described("\u00ad")
    'U+00AD SOFT HYPHEN'
    """
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def harmful(text: str) -> Iterator[tuple[int, str, Code]]:
    """Each harmful character in `text`, as (index, character, code)."""
    # Everything harmful but U+FFFD is unprintable; most texts hold neither, and are seen through in one stroke.
    if text.replace("\n", "").isprintable() and "\N{REPLACEMENT CHARACTER}" not in text:
        return
    for index, char in enumerate(text):
        if char.isprintable() and char != "\N{REPLACEMENT CHARACTER}":
            continue
        code = code_of(char)
        if code:
            yield index, char, code


def decomposed(line: str) -> int | None:
    r"""The index of the first letter in `line` that Unicode NFC writes otherwise.

    >>> decomposed("cafe\u0301"), decomposed("café")
    (3, None)
    """
    if unicodedata.is_normalized("NFC", line):
        return None
    composed = unicodedata.normalize("NFC", line)
    return next(index for index, pair in enumerate(zip(line, composed, strict=False)) if pair[0] != pair[1])


def broken_words(text: str) -> Iterator[tuple[int, str]]:
    """Each hyphen that cuts a word, with the word's second half."""
    for match in _HYPHENATION.finditer(text):
        half = match["next"]
        if half[0].islower() and _without_accents(half) not in _SUSPENDING:
            yield match.start(), half


def _without_accents(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    return "".join(char for char in apart if not unicodedata.combining(char))
