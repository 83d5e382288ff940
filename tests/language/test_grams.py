from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.grams import grams


@given(st.text(min_size=1, max_size=30))
def test_grams_are_pieces_of_the_word_and_each_comes_once(word: str) -> None:
    found = grams(word)
    assert found
    assert all(gram in word for gram in found)
    assert len(set(found)) == len(found)


def test_a_short_word_is_its_own_gram() -> None:
    assert grams("bsn") == ("bsn",)


def test_a_gram_that_returns_comes_once() -> None:
    assert grams("bananana") == ("bana", "anan", "nana")
