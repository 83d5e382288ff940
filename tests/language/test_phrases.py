import json

import pytest

from widget_server.language.compounds import Splitter
from widget_server.language.lemmas import FormTable
from widget_server.language.pairs import Pairs
from widget_server.language.phrases import Phrases
from widget_server.language.terms import Analyzer
from widget_server.languages import LANGUAGES


@pytest.fixture
def analyzer() -> Analyzer:
    return Analyzer(FormTable(({language: Pairs.of(()) for language in LANGUAGES},)), Splitter(frozenset()))


@pytest.fixture
def phrases(analyzer: Analyzer) -> Phrases:
    return Phrases.of({"en": [("bank", "account"), ("lost", "dog"), ("walk", "walk")]}, analyzer)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("my bank accounts", {"bank", "accounts"}),  # any form
        ("account at a bank", {"account", "bank"}),  # any order
        ("my bank", set()),
        ("lost account", set()),
        ("walk home", set()),  # one word is not two
        ("", set()),
    ],
)
def test_a_phrase_is_found_when_a_question_has_all_its_words(
    phrases: Phrases, question: str, found: set[str]
) -> None:
    assert {word for words in phrases.among(question.split(), "en") for word in words} == found


def test_several_phrases_are_found_in_one_question(phrases: Phrases) -> None:
    found = phrases.among(["lost", "dog", "bank", "account"], "en")
    assert sorted(map(sorted, found)) == [["account", "bank"], ["dog", "lost"]]


def test_a_phrase_is_found_in_its_own_language_only(phrases: Phrases) -> None:
    assert list(phrases.among(["bank", "account"], "nl")) == []


def test_phrases_come_back_as_they_were_written(phrases: Phrases, analyzer: Analyzer) -> None:
    read = Phrases.of_plain(json.loads(json.dumps(phrases.plain())), analyzer)
    assert list(read.among(["lost", "dogs"], "en")) == list(phrases.among(["lost", "dogs"], "en")) != []
