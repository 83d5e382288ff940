"""How common a word is in a language at large: what tells a filler from the point of a question.

In a hundred entries every word is rare, so that "Do you need people who can give a few hours a week?" would
hang on "few" and "week". How often people use a word at all tells them apart: "week" is said every
thousandth word, "guitar" every thirty thousandth.

The scale is Zipf's, as van Heuven et al. use it (2014, https://doi.org/10.1080/17470218.2013.850521): the base-10 logarithm of
the number of times in a thousand million words. The tables are made by `data/commonness.py`.
"""

from functools import cache
from pathlib import Path
from typing import Final

from marisa_trie import RecordTrie

from widget_server.language.alphabets import written_in
from widget_server.languages import Language

FOLDER: Final = Path(__file__).parent / "data"

#: The tables hold words from here on: once in half a million words. Below, slips of the pen are as common.
LEAST: Final = 3.3

#: A value is kept as a byte: tenths of the scale.
FORMAT: Final = "<B"
TENTHS: Final = 10


def zipf(word: str, language: Language) -> float:
    """The commonness of a folded word, from `LEAST` to about 7.7; 0.0 for a rarer one.

    >>> zipf("week", "nl") > zipf("gitaar", "nl") > 0.0, zipf("vrijwiliger", "nl")
    (True, 0.0)
    """
    found = _table(language).get(word)
    return found[0][0] / TENTHS if found else 0.0


def commonness(word: str) -> float:
    """How common a folded word is where it is most common of the languages that use its letters; 0.0 for one that none knows well."""
    return max(zipf(word, language) for language in written_in(word))


def path(language: Language) -> Path:
    """The table of a language."""
    return FOLDER / f"commonness.{language}.marisa"


@cache
def _table(language: Language) -> RecordTrie:
    return RecordTrie(FORMAT).mmap(str(path(language)))
