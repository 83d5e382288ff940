"""Function words and circumstances that were typed otherwise."""

import pytest

from widget_server.language.small_words import is_small, meant
from widget_server.languages import Language


@pytest.mark.parametrize(
    ("typed", "word", "language"),
    [
        ("lkz", "для", "uk"),  # the wrong keyboard
        ("d", "в", "uk"),
        ("cbyf", "сина", "uk"),
        ("z", "я", "ru"),
        ("ащк", "for", "en"),
        ("treba", "треба", "uk"),  # Latin letters
        ("dlya", "для", "ru"),
        ("moya", "моя", "ru"),
        ("шо", "що", "uk"),  # as it sounds
        ("хочю", "хочу", "ru"),
    ],
)
def test_a_small_word_is_known_however_it_was_typed(typed: str, word: str, language: Language) -> None:
    assert (language, word) in set(meant(typed))


@pytest.mark.parametrize("typed", ["gemeente", "zhytlo", ";bnkj", "guitar", "житло", "xyzzyqq"])
def test_a_word_that_asks_for_something_is_no_small_one(typed: str) -> None:
    assert not list(meant(typed))


def test_of_function_words_that_sound_alike_the_shortest_is_meant() -> None:
    assert ("uk", "чи") in set(meant("chy"))  # and not "чий"


@pytest.mark.parametrize(
    ("word", "language", "small"),
    [("для", "uk", True), ("сина", "uk", True), ("школа", "uk", False), ("for", "nl", False)],
)
def test_a_small_word_is_one_of_its_own_language(word: str, language: Language, small: bool) -> None:  # noqa: FBT001  a table
    assert is_small(word, language) is small
