from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.pairs import Grouped, Pairs

WORDS = st.text(alphabet="aбї", max_size=4)


@given(st.sets(st.tuples(WORDS, WORDS)))
def test_a_relation_gives_back_exactly_its_pairs(pairs: set[tuple[str, str]]) -> None:
    relation = Pairs.of(pairs)
    assert {(left, right) for left in relation.lefts() for right in relation.rights(left)} == pairs


def test_a_word_that_is_the_beginning_of_another_is_not_taken_for_it() -> None:
    assert Pairs.of([("kinderen", "kind")]).rights("kind") == ()


def test_a_saved_relation_opens_as_it_was(tmp_path: Path) -> None:
    Pairs.of([("дітей", "дитина"), ("дітей", "діти")]).save(tmp_path / "pairs")
    assert Pairs.open(tmp_path / "pairs").rights("дітей") == ("дитина", "діти")


@given(st.sets(st.tuples(WORDS, WORDS)))
def test_in_a_dictionary_it_gives_back_the_same(pairs: set[tuple[str, str]]) -> None:
    relation, grouped = Pairs.of(pairs), Grouped(pairs)
    assert set(grouped.lefts()) == set(relation.lefts())
    assert all(grouped.rights(left) == relation.rights(left) for left in ("", "a", *relation.lefts()))
