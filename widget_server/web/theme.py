"""The two colours that a webmaster may choose for the widget, and what WCAG says of them.

Each is one of the widget's documented custom properties (docs/widget.md). They come as a pair, because the
widget takes a background and its text from one family only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from typing import Any, Final, Self

from babel.numbers import format_decimal

from widget_server.languages import LOCALES, Language
from widget_server.web.colours import EDGE_RATIO, TEXT_RATIO, WHITE, Colour, contrast

#: The names of the parameters; behind `--terecht-` those of the properties.
BACKGROUND: Final = "action-background"
TEXT: Final = "action-color"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A contrast ratio, and the least that WCAG asks of such a pair."""

    ratio: float
    least: float

    @property
    def suffices(self) -> bool:
        """Whether the pair can be told apart. A figure is never rounded up to a pass (WCAG, note to 1.4.3)."""
        return self.ratio >= self.least


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colour of the buttons, and that of the words on them."""

    background: Colour
    text: Colour

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self | None:
        """The theme in `parameters`; None where a colour is missing, or is none: half a pair counts as none."""
        background = Colour.read(parameters.get(BACKGROUND, ""))
        text = Colour.read(parameters.get(TEXT, ""))
        return cls(background=background, text=text) if background and text else None

    @property
    def parameters(self) -> dict[str, Any]:
        """The theme as parameters of an address."""
        return {BACKGROUND: self.background.digits, TEXT: self.text.digits}

    @property
    def properties(self) -> dict[str, str]:
        """The theme as custom properties of the widget."""
        return {f"--terecht-{BACKGROUND}": str(self.background), f"--terecht-{TEXT}": str(self.text)}

    @property
    def words(self) -> Verdict:
        """Whether the words on a button can be read; the widget refuses a pair that fails here."""
        return Verdict(ratio=contrast(self.background, self.text), least=TEXT_RATIO)

    @property
    def shape(self) -> Verdict:
        """Whether a button can be seen on a white page."""
        return Verdict(ratio=contrast(self.background, WHITE), least=EDGE_RATIO)


#: The widget's own, on a page without a theme.
DEFAULT: Final = Theme(background=Colour("0b4f9e"), text=WHITE)


def ratio_in_words(ratio: float, language: Language) -> str:
    """A ratio with at most two decimals, rounded down, so that a failing pair never reads as a passing one.

    >>> ratio_in_words(4.4999, "nl"), ratio_in_words(21.0, "en")
    ('4,49 : 1', '21 : 1')
    """
    return f"{format_decimal(floor(ratio * 100) / 100, '0.##', locale=LOCALES[language])} : 1"
