"""Which words share a key, on lists made by hand (tables/inflection.*.txt); thresholds of the project's promise."""

from collections.abc import Callable

import pytest

from widget_server.language import stems
from widget_server.language.folding import fold
from widget_server.language.store import LemmaStore
from widget_server.languages import LANGUAGES, Language

Table = Callable[[str], list[str]]


@pytest.fixture
def conflated(table: Table, store: LemmaStore) -> Callable[[Language, str], list[bool]]:
    """For each pair of a language under a mark (=, ~, !): whether its words share a key."""

    def keys(word: str, language: Language) -> set[str]:
        return set(stems.keys(fold(word), language, store.lemmas(language, fold(word))))

    def answers(language: Language, mark: str) -> list[bool]:
        rows = [row.split()[1:] for row in table(f"inflection.{language}") if row.startswith(mark)]
        return [bool(keys(one, language) & keys(other, language)) for one, other in rows]

    return answers


@pytest.mark.parametrize(("language", "share"), [("nl", 0.99), ("en", 0.99), ("uk", 0.98), ("ru", 0.99)])
def test_the_forms_of_a_word_share_a_key(
    conflated: Callable[[Language, str], list[bool]], language: Language, share: float
) -> None:
    found = conflated(language, "=")
    assert sum(found) / len(found) >= share


@pytest.mark.parametrize(("language", "most"), [("nl", 4), ("en", 4), ("uk", 5), ("ru", 3)])
def test_unlike_words_seldom_share_a_key(
    conflated: Callable[[Language, str], list[bool]], language: Language, most: int
) -> None:
    assert sum(conflated(language, "!")) <= most


@pytest.mark.parametrize(("language", "share"), [("uk", 0.95), ("ru", 0.93)])
def test_the_dictionarys_forms_of_words_no_rule_was_made_on_share_a_key(
    table: Table, store: LemmaStore, language: Language, share: float
) -> None:
    pairs = [
        (form, lemma)
        for lemma in table(f"lemmas-held-out.{language}")
        for form in store.forms(language, lemma)
    ]
    found = [
        not set(stems.keys(form, language, store.lemmas(language, form))).isdisjoint(
            stems.keys(lemma, language)
        )
        for form, lemma in pairs
    ]
    assert sum(found) / len(found) >= share


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["", "a", "я", "bsn", "112", "сь", "щастя", "ться"])
def test_any_word_has_a_key(language: Language, word: str) -> None:
    assert stems.keys(word, language)


def test_a_word_has_its_own_keys_first_and_each_once() -> None:
    assert (
        stems.keys("fietsen", "nl", ["fiets", "fietsen"]) == ("fiets",)
        or stems.keys("fietsen", "nl", ["fiets", "fietsen"])[0] == stems.keys("fietsen", "nl")[0]
    )
