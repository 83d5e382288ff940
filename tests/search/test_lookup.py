from unittest.mock import Mock

import pytest

from widget_server.languages import Language
from widget_server.search.lookup import Lookup


@pytest.mark.parametrize(
    ("word", "stands_in", "found"),
    [
        ("whatsapp", {"nl", "uk"}, ("nl",)),
        ("whatsapp", {"nl", "en", "ru"}, ("nl", "en")),
        ("whatsapp", {"uk", "ru"}, ("uk", "ru")),
        ("телефон", {"uk", "nl"}, ("uk",)),
        ("телефон", {"nl"}, ("nl",)),
        ("телефон", set(), ()),
    ],
)
def test_a_word_is_sought_where_its_letters_are_at_home_and_elsewhere_only_if_it_is_not_there(
    word: str, stands_in: set[Language], found: tuple[Language, ...]
) -> None:
    lookup = Lookup(analyzer=Mock(), view=Mock(), synonyms=Mock(), elsewhere=Mock())
    assert lookup.among(word, lambda _, language: language in stands_in) == found
