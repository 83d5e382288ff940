"""The slug of a municipality that is not on this server -> what to tell who asked for it."""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Final

from widget_server.language.folding import fold
from widget_server.search.parameters import quoted

#: How alike two names are, 0 to 1 (difflib), when one is surely meant: "zilver" and "zilverdam" are 0.8, "groningen" and "harlingen" 0.67.
_ALIKE: Final = 0.75


def unknown(slug: str, known: Collection[str]) -> str:
    """That `slug` is none of the `known` ones, and what to do: one of these is named, for there may be hundreds.

    >>> unknown("Borger Odoorn", ["aa-en-hunze", "borger-odoorn"])
    "'Borger Odoorn' is not on this server; did you mean the municipality 'borger-odoorn'?"
    >>> unknown("Groningen", ["aa-en-hunze", "borger-odoorn"])
    "'Groningen' is not on this server; municipalities go by names in lower case with hyphens, such as 'aa-en-hunze'"
    """
    said = f"{quoted(slug)} is not on this server"
    for meant in get_close_matches(fold(slug), known, n=1, cutoff=_ALIKE):
        return f"{said}; did you mean the municipality {meant!r}?"
    for example in known:
        return f"{said}; municipalities go by names in lower case with hyphens, such as {example!r}"
    return f"{said}, nor is any other municipality; add one (docs/content.md), then run `terecht reindex`"
