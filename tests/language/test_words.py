"""The short way to the words of a text finds what the long way does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.tokens import tokenize
from widget_server.language.words import placed, words

#: Letters and signs that the short way takes, and each kind that it must leave to `tokenize`.
SIGNS = "abyzïé абєіґёй 0149 ,.:;!?()«»…– -‐'’@/\u00a0\u00ad\u0301\n"


@given(st.text(st.sampled_from(SIGNS), max_size=20))
def test_the_words_of_any_text_are_those_of_its_tokens(text: str) -> None:
    tokens = tokenize(text)
    assert words(text) == placed(text).words == tuple(token.word for token in tokens)
    assert placed(text).starts == tuple(token.start for token in tokens)
    assert placed(text).ends == tuple(token.end for token in tokens)


@pytest.mark.parametrize(
    "text",
    [
        "Bel ons. Of mail: info@example.nl.",
        "Zie www.example.nl, of example.nl",
        "einde.Nieuwe zin",
        "Бiженцi, сім’я (ё, Ґ): приём!",
        "Giro 555 – 14 0591",
        "İstanbul ǅ ﬁets \u212a",
        "",
    ],
)
def test_what_is_not_plain_is_read_as_ever(text: str) -> None:
    assert list(zip(*placed(text), strict=True)) == [(t.word, t.start, t.end) for t in tokenize(text)]
