"""The colours of the pages, held against WCAG 2.2: 1.4.3 (text, 4.5 to 1) and 1.4.11 (edges, 3 to 1)."""

import re
from pathlib import Path

import pytest

from widget_server import web

SHEET = (Path(web.__file__).parent / "static" / "terecht.css").read_text(encoding="utf-8")
LIGHT, DARK, *_ = [
    dict(re.findall(r"--([\w-]+): (#\w+);", block))
    for block in re.findall(r":root {(.*?)}", SHEET, re.DOTALL)
]

TEXT = 4.5
EDGE = 3.0
PAIRS = [
    ("ink", "paper", TEXT),
    ("ink", "tint", TEXT),
    ("ink", "mark", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "tint", TEXT),
    ("accent", "mark", TEXT),  # a match inside the link of a title
    ("on-accent", "accent", TEXT),
    ("quiet", "paper", TEXT),
    ("quiet", "tint", TEXT),
    ("stale", "paper", TEXT),
    ("open", "tint", TEXT),
    ("edge", "paper", EDGE),
    ("edge", "tint", EDGE),
]


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_colours_can_be_told_apart(palette: dict[str, str], front: str, back: str, least: float) -> None:
    assert contrast(palette[front], palette[back]) >= least
