"""Dashes that stand for a hyphen: a word processor puts them there, and on a screen nobody sees the difference."""

import unicodedata
from typing import Final

#: Has the category of a mathematical sign in Unicode, and looks like a dash.
_MINUS: Final = "\N{MINUS SIGN}"


def dash_for_a_hyphen(text: str) -> str:
    """What to say of the first dash in `text`, after the text itself; empty when there is none.

    >>> dash_for_a_hyphen("070–44 55 888")
    "holds '–', a dash, where a hyphen, '-', must stand"
    >>> dash_for_a_hyphen("070-44 55 888")
    ''
    """
    dash = next((char for char in text if _is_dash(char)), "")
    return f"holds '{dash}', a dash, where a hyphen, '-', must stand" if dash else ""


def _is_dash(char: str) -> bool:
    return char == _MINUS or (unicodedata.category(char) == "Pd" and char != "-")
