from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.folding import fold
from widget_server.language.repair import Repairer
from widget_server.language.transliteration import cyrillic_key, cyrillic_keys, latin_keys

Table = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("spellings", "word"),
    [
        ("dopomoga dopomoha dopomokha", "допомога"),
        ("zhytlo zhitlo zjytlo", "житло"),
        ("bizhenci bizhentsi bizhentzi", "біженці"),
        ("pomosch pomoshch pomosh", "помощь"),
        ("jivotnie zhivotnye", "животные"),
        ("bolnica bolnitsa", "больница"),
        ("schet schyot", "счет"),
    ],
)
def test_the_spellings_that_people_use_sound_like_the_word(spellings: str, word: str) -> None:
    unlike = [spelling for spelling in spellings.split() if cyrillic_key(word) not in latin_keys(spelling)]
    assert unlike == []


@pytest.mark.parametrize(
    ("one", "other"), [("реестрація", "реєстрація"), ("жітло", "житло"), ("жыльо", "жільо")]
)
def test_mixed_spellings_sound_alike(one: str, other: str) -> None:
    assert cyrillic_key(one) == cyrillic_key(other)


def test_words_that_no_rule_was_made_on_are_found(table: Table, repairer: Repairer) -> None:
    rows = [row.split() for row in table("latin-held-out")]
    found = [fold(meant) in {word for _, word, _ in repairer.repair(typed).words} for typed, meant in rows]
    assert sum(found) / len(found) >= 0.98


@given(st.text())
def test_any_text_has_keys(text: str) -> None:
    assert latin_keys(text)
    cyrillic_key(text)


@given(st.lists(st.text("абвєііищьяюойё'aeu\N{GRINNING FACE}", max_size=8), min_size=1))
def test_the_keys_of_many_words_are_those_of_each(words: list[str]) -> None:
    assert cyrillic_keys(words) == [cyrillic_key(word) for word in words]
