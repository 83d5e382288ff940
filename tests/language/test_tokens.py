from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.tokens import tokenize

# Texts made of what our rules look at, so that few examples reach all of them.
TEXTS = st.text() | st.lists(
    st.sampled_from(
        [
            "opvang",
            "сім",
            "'",
            "’",
            "-",
            "‑",
            " ",
            ".",
            "@",
            "https://",
            "www.",
            "nl",
            "06",
            "+31",
            "14",
            "0591",
            "ï",
            "i\u0308",
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Waar kan ik terecht?", ["waar", "kan", "ik", "terecht"]),
        ("сім'я, сім’я", ["сімя", "сімя"]),
        ("auto's", ["autos"]),
        ("oekrai\u0308ne", ["oekraine"]),
        ("noodopvang-locatie", ["noodopvang", "locatie", "noodopvanglocatie"]),
        ("E-mail", ["e", "mail", "email"]),
        ("hulpvragers en -aanbieders", ["hulpvragers", "en", "aanbieders"]),
        ("maandag – vrijdag", ["maandag", "vrijdag"]),
        ("bel 14 0591", ["bel", "14", "0591", "140591"]),
        ("140591", ["140591"]),
        ("06-48158053", ["06", "48158053", "0648158053"]),
        ("+31648158053", ["31648158053", "0648158053"]),
        ("1-3 maart", ["1", "3", "maart"]),
        ("https://www.refugeehelp.nl/uk", ["refugeehelp", "uk"]),
        ("vluchtelingen@borger-odoorn.nl", ["vluchtelingen", "borger", "odoorn", "borgerodoorn"]),
        ("' - ʼ _", []),
    ],
)
def test_a_text_comes_apart_into_what_people_look_for(text: str, words: list[str]) -> None:
    assert [token.word for token in tokenize(text)] == words


def test_a_whole_tells_how_many_words_before_it_it_joins() -> None:
    joins = {token.word: token.joins for token in tokenize("noodopvang-locatie: 070-44 55 888")}
    assert joins["noodopvanglocatie"] == 2
    assert joins["0704455888"] == 4
    assert joins["locatie"] == 0


def test_a_whole_spans_its_parts() -> None:
    text = "de noodopvang-locatie"
    whole = tokenize(text)[-1]
    assert text[whole.start : whole.end] == whole.raw == "noodopvang-locatie"


@given(TEXTS)
def test_a_token_is_the_text_between_its_offsets(text: str) -> None:
    assert all(text[token.start : token.end] == token.raw for token in tokenize(text))


@given(TEXTS)
def test_tokens_come_in_reading_order_and_words_do_not_overlap(text: str) -> None:
    tokens = tokenize(text)
    words = [token for token in tokens if not token.joins]
    assert [token.end for token in tokens] == sorted(token.end for token in tokens)
    assert all(first.end <= second.start for first, second in pairwise(words))


@given(TEXTS)
def test_a_whole_begins_where_the_first_word_it_joins_begins(text: str) -> None:
    words = []
    for token in tokenize(text):
        if token.joins:
            assert words[-token.joins].start == token.start
        else:
            words.append(token)
