"""A misspelt word -> the nearest words that exist.

One edit for words of four letters and more, two for eight and more; an edit is a letter too many, too
few, wrong, or two neighbours swapped (optimal string alignment), and one at the first letter counts
double. Of the rules of five search engines compared on tests/language/tables/typos.*.txt this one found
118 of 121 and led the fewest of 400 real words astray (15 to 137, by the size of the vocabulary; the
others up to 203). Words with digits are left alone: 0591 is not 0592.
"""

from typing import Final

from rapidfuzz.distance import OSA

from widget_server.language.lexicon import Lexicon

_ONE_EDIT_FROM: Final = 4
_TWO_EDITS_FROM: Final = 8

# Longer than any word of a text; bounds the work on what is pasted.
_LONGEST: Final = 40

# The letters of the languages, by which a wrong or missing first letter is replaced.
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюяєії"


class Speller:
    """Finds the words of a lexicon that lie near a word."""

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def nearest(self, word: str, limit: int = 4, edits: int | None = None) -> tuple[tuple[str, int], ...]:
        """At most `limit` words near the folded `word`, each with its distance, the nearest first.

        `edits` is how many are allowed, by default as many as a word of this length gets.
        """
        allowed = allowed_edits(word) if edits is None else edits
        if not allowed or len(word) > _LONGEST or not word.isalpha():
            return ()
        found = self._same_beginning(word, allowed)
        if not found and allowed > 1:  # hardly anyone mistypes a first letter
            found = self._other_beginning(word)
        by_distance = sorted(
            found.items(), key=lambda near: (near[1], abs(len(near[0]) - len(word)), near[0])
        )
        return tuple(by_distance[:limit])

    def _same_beginning(self, word: str, allowed: int) -> dict[str, int]:
        alike = self._lexicon.alike(word, allowed)
        distances = ((near, OSA.distance(word, near, score_cutoff=allowed)) for near in alike)
        return {near: distance for near, distance in distances if distance <= allowed}

    def _other_beginning(self, word: str) -> dict[str, int]:
        """The words that one edit at the first letter leads to; it counts double."""
        alphabet = _LATIN if word[0] in _LATIN else _CYRILLIC
        rest = word[1:]
        edited = {letter + end for letter in alphabet for end in (rest, word)}
        edited |= {rest, word[1] + word[0] + rest[1:]}
        return {near: 2 for near in edited if near[0] != word[0] and near in self._lexicon}


def allowed_edits(word: str) -> int:
    """How many edits a word of this length may be away."""
    if len(word) < _ONE_EDIT_FROM:
        return 0
    return 1 if len(word) < _TWO_EDITS_FROM else 2
