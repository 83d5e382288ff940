from collections.abc import Callable

import pytest

from widget_server.search.shelf import EditionShelf


@pytest.mark.parametrize(
    ("word", "language", "others"),
    [
        ("paspoort", "nl", ("reispapier",)),
        ("paspoorten", "nl", ("reispapier",)),  # any inflection
        ("reispapier", "nl", ("paspoort", "visum")),
        ("rijwiel", "nl", ("fiets",)),
        ("fiets", "nl", ()),  # one way
        ("посвідки", "uk", ("документ",)),
        ("посвідка", "ru", ()),  # another language
        ("сімя", "uk", ("діти",)),  # typed with an apostrophe in the list, without one by the reader
        ("financien", "nl", ("schade",)),  # a capital and a diaeresis in the list
        ("schade", "nl", ("financien",)),
        ("bank", "nl", ()),
    ],
)
def test_a_word_finds_what_the_editors_say_means_the_same(
    shelf: EditionShelf, word: str, language: str, others: tuple[str, ...]
) -> None:
    assert shelf.current().guidance.synonyms.words(word, language) == others  # type: ignore[arg-type]


def test_synonyms_do_not_chain(found: Callable[..., list[str]]) -> None:
    assert found("reispapier")[0] == "word-in-title"
    assert found("visum") == []  # visum -> reispapier, which stands nowhere; not on to paspoort


def test_a_synonym_is_found_whatever_its_spelling(found: Callable[..., list[str]]) -> None:
    assert found("Financiën") == found("financien") == ["insurance"]
    assert found("сім’я", language="uk") == ["school"]


def test_a_synonym_counts_less_than_the_word_itself(found: Callable[..., list[str]]) -> None:
    assert found("fiets rijwiel")[0] == "theft-one"
