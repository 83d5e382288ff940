import pytest

from widget_server.language.circumstances import circumstance_keys, circumstances
from widget_server.language.stems import keys
from widget_server.language.stopwords import is_stopword
from widget_server.languages import LANGUAGES, Language


@pytest.mark.parametrize(
    ("word", "language"),
    [("oma", "nl"), ("dinsdag", "nl"), ("grandmothers", "en"), ("чоловіком", "uk"), ("бабушке", "ru")],
)
def test_persons_and_times_are_circumstances(word: str, language: Language) -> None:
    assert not circumstance_keys(language).isdisjoint(keys(word, language))


@pytest.mark.parametrize(
    ("word", "language"),
    [("gitaar", "nl"), ("hond", "nl"), ("sleep", "en"), ("школа", "uk"), ("жилье", "ru")],
)
def test_what_a_question_is_about_is_none(word: str, language: Language) -> None:
    assert circumstance_keys(language).isdisjoint(keys(word, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_listed_twice_and_no_function_word_at_all(language: Language) -> None:
    listed = circumstances(language)
    assert len(listed) == len(set(listed)) > 200
    assert not [word for word in listed if is_stopword(word, language)]
