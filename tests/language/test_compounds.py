"""Dutch compounds, on lists made by hand (tables/compounds*.txt)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widget_server.language import dutch
from widget_server.language.compounds import Splitter, dutch_words

Table = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Gold:
    """A word with the keys of the members that must be found, and of those that may be."""

    word: str
    required: list[str]
    allowed: frozenset[str]


def _gold(rows: list[str]) -> Iterator[Gold]:
    for row in rows:
        word, _, members = row.partition(":")
        required, _, optional = members.partition(";")
        keys = [dutch.keys(member)[0] for member in required.split()]
        yield Gold(word, keys, frozenset(keys) | {dutch.keys(member)[0] for member in optional.split()})


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Splitter(dutch_words())


@pytest.mark.parametrize(("name", "share"), [("compounds", 0.95), ("compounds-held-out", 0.98)])
def test_the_members_of_compounds_are_found(
    table: Table, splitter: Splitter, name: str, share: float
) -> None:
    found = [
        key in {dutch.keys(part)[0] for part in splitter.parts(gold.word)}
        for gold in _gold(table(name))
        for key in gold.required
    ]
    assert sum(found) / len(found) >= share


@pytest.mark.parametrize("name", ["compounds", "compounds-held-out"])
def test_the_members_given_are_right(table: Table, splitter: Splitter, name: str) -> None:
    right = [
        dutch.keys(part)[0] in gold.allowed
        for gold in _gold(table(name))
        if gold.required
        for part in splitter.parts(gold.word)
    ]
    assert sum(right) / len(right) >= 0.98


@pytest.mark.parametrize("name", ["compounds", "compounds-held-out"])
def test_a_word_that_is_no_compound_stays_whole(table: Table, splitter: Splitter, name: str) -> None:
    assert [gold.word for gold in _gold(table(name)) if not gold.required and splitter.parts(gold.word)] == []


def test_the_vocabulary_decides_between_two_ways_to_split() -> None:
    splitter = Splitter(dutch_words(), {"gemeente", "huis"})
    assert splitter.parts("gemeentehuis") == ("gemeente", "huis")


def test_a_long_member_comes_apart_where_the_index_knows_its_members() -> None:
    splitter = Splitter(dutch_words(), {"ziekte", "kosten", "verzekering"})
    assert {"ziekte", "kosten", "verzekering"} <= set(splitter.parts("ziektekostenverzekering"))


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("zorg", "verzekering", "zorgverzekering"),
        ("verblijf", "vergunning", "verblijfsvergunning"),
        ("vluchteling", "opvang", "vluchtelingenopvang"),
        ("ziekte", "kosten", "ziektekosten"),
    ],
)
def test_two_words_join_to_the_compound_that_the_index_has(first: str, second: str, whole: str) -> None:
    assert Splitter(frozenset(), {whole, "opvang"}).joined(first, second) == (whole,)


def test_two_words_do_not_join_to_what_the_index_lacks() -> None:
    assert Splitter(dutch_words(), {"opvang"}).joined("zorg", "verzekering") == ()


@given(st.text(alphabet="abdehiknoprstu-я", max_size=200))
def test_any_word_has_parts_that_are_pieces_of_it(word: str) -> None:
    assert all(part in word for part in Splitter(dutch_words()).parts(word))
