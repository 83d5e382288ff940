"""Typing mistakes, on lists made by hand (tables/typos.*.txt)."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from widget_server.language.folding import fold
from widget_server.language.lexicon import Lexicon
from widget_server.language.typos import Speller, allowed_edits
from widget_server.languages import Language

Table = Callable[[str], list[str]]

WORDS = st.text(alphabet="abc", min_size=1, max_size=10)


@pytest.mark.parametrize(("language", "least"), [("nl", 38), ("en", 25), ("uk", 31), ("ru", 24)])
def test_what_was_meant_is_among_the_nearest(
    table: Table, words: dict[Language, set[str]], language: Language, least: int
) -> None:
    speller = Speller(Lexicon.of(words[language]))
    rows = [row.split() for row in table(f"typos.{language}")]
    found = [
        typed == fold(meant) or fold(meant) in {word for word, _ in speller.nearest(fold(typed))}
        for typed, meant in rows
    ]
    assert sum(found) >= least


@given(st.sets(WORDS, max_size=40), WORDS)
def test_it_finds_what_comparing_with_every_word_finds(known: set[str], typed: str) -> None:
    """The rule: optimal string alignment, an edit at the first letter counts double and is tried last."""
    allowed = allowed_edits(typed)
    distances = {word: OSA.distance(typed, word) + (typed[0] != word[0]) for word in known}
    near = {word: distance for word, distance in distances.items() if distance <= allowed}
    same = {word: distance for word, distance in near.items() if word[0] == typed[0]}
    expected = (same or near) if allowed else {}
    assert dict(Speller(Lexicon.of(known)).nearest(typed, limit=99)) == expected


@pytest.mark.parametrize("typed", ["hus", "0591", "a1b2", "", "x" * 200])
def test_short_words_and_words_with_digits_are_left_alone(typed: str) -> None:
    assert Speller(Lexicon.of(["huis", "0592", "a1b3"])).nearest(typed) == ()


def test_the_nearest_comes_first_and_no_more_than_asked() -> None:
    speller = Speller(Lexicon.of(["verzekeraar", "verzekering", "verzekeringen"]))
    assert speller.nearest("verzekerin", limit=1) == (("verzekering", 1),)


@pytest.mark.parametrize("typed", ["kerzekering", "erzekering", "xverzekering", "evrzekering"])
def test_any_one_edit_at_the_first_letter_of_a_long_word_is_found(typed: str) -> None:
    assert Speller(Lexicon.of(["verzekering"])).nearest(typed) == (("verzekering", 2),)
