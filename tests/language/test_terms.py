import pytest
from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.compounds import Splitter
from widget_server.language.lemmas import FormTable
from widget_server.language.pairs import Pairs
from widget_server.language.terms import Analyzer, Kind, WordTerms, field
from widget_server.language.tokens import tokenize
from widget_server.languages import LANGUAGES, Language


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    pairs = {"nl": [("kinderen", "kind")], "uk": [("біженцями", "біженець")]}
    forms = FormTable(({language: Pairs.of(pairs.get(language, ())) for language in LANGUAGES},))
    return Analyzer(forms, Splitter({"opvang", "kinder", "kind"}))


def test_each_kind_has_a_field_of_its_own_in_each_language() -> None:
    names = [field(language, kind) for language in LANGUAGES for kind in Kind]
    assert len(set(names)) == len(names)


def test_a_word_gives_its_form_its_keys_its_parts_and_its_grams(analyzer: Analyzer) -> None:
    terms = analyzer.word_terms("kinderopvang", "nl")
    assert terms == WordTerms(
        words=("kinderopvang",),
        stems=("kinderopvang",),
        parts=("kinder", "kind", "opvang"),
        grams=("kind", "inde", "nder", "dero", "erop", "ropv", "opva", "pvan", "vang"),
    )


def test_a_form_and_another_form_of_its_word_share_a_key(analyzer: Analyzer) -> None:
    assert set(analyzer.word_terms("біженцями", "uk").stems) & set(
        analyzer.word_terms("біженець", "uk").stems
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_looked_for_as_it_is(analyzer: Analyzer, language: Language) -> None:
    assert analyzer.word_terms("140591", language) == WordTerms(("140591",), ("140591",))


def test_a_word_that_returns_is_analysed_once(analyzer: Analyzer) -> None:
    assert analyzer.word_terms("opvang", "nl") is analyzer.word_terms("opvang", "nl")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["140591", "opvang", "житло"])
def test_the_keys_asked_for_alone_are_those_among_the_terms(
    analyzer: Analyzer, word: str, language: Language
) -> None:
    assert analyzer.keys(word, language) == analyzer.word_terms(word, language).stems


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_can_be_analysed(analyzer: Analyzer, text: str, language: Language) -> None:
    for token in tokenize(text):
        terms = analyzer.word_terms(token.word, language)
        assert terms.words == (token.word,)
        assert terms.stems
