"""Colours and how well they can be told apart, by WCAG 2.2."""

import re
from dataclasses import dataclass
from typing import Final, Self

#: WCAG 2.2, 1.4.3: text of ordinary size against what is behind it.
TEXT_RATIO: Final = 4.5

#: WCAG 2.2, 1.4.11: the parts of a control against what is around it.
EDGE_RATIO: Final = 3.0

#: Light that a screen scatters, in WCAG's definition of the contrast ratio.
_FLARE: Final = 0.05

#: As `<input type="color">` sends it; without "#", which would have to be escaped in an address.
_WRITTEN: Final = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of sRGB, as six hexadecimal digits."""

    digits: str

    @classmethod
    def read(cls, written: str) -> Self | None:
        """The colour that `written` means; None where it means none.

        >>> Colour.read("#0B4F9E"), Colour.read("red; } body { color: red")
        (Colour(digits='0b4f9e'), None)
        """
        match = _WRITTEN.fullmatch(written)
        return cls(match[1].lower()) if match else None

    def __str__(self) -> str:
        """The colour in CSS."""
        return f"#{self.digits}"

    @property
    def luminance(self) -> float:
        """The relative luminance, from 0 (black) to 1 (white): https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
        red, green, blue = (_linear(int(self.digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  sRGB's curve


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.

    >>> contrast(Colour("000000"), Colour("ffffff"))
    21.0
    """
    dark, light = sorted((one.luminance, other.luminance))
    return (light + _FLARE) / (dark + _FLARE)


WHITE: Final = Colour("ffffff")
