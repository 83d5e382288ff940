"""Words laid over those that were known are as good as all of them looked up at once."""

from array import array
from pathlib import Path

import pytest

from widget_server.language.linguist import Linguist
from widget_server.language.store import LemmaStore
from widget_server.languages import LANGUAGES, Language

KNOWN: dict[Language, set[str]] = {
    "nl": {"vluchtelingen", "opvang", "huis", "fietsen", "verzekeringen"},
    "en": {"shelter", "refugees"},
    "uk": {"біженцями", "житло"},
    "ru": {"беженцев", "жилье"},
}
NEW: dict[Language, set[str]] = {
    "nl": {"vluchtelingenopvang", "huizen", "medicijn", "opvang"},
    "en": {"housing", "refugee"},
    "uk": {"житла", "собака"},
    "ru": {"собаки", "жилья"},
}
#: Known forms, new forms, misspelt ones of each, Latin letters, and what none of them has.
ASKED = (
    "huis", "huisje", "medicijnen", "medecijnen", "vluchtelingenopvnag", "verzekerng", "shelters", "houses", "refugeee",
    "біженець", "житлом", "собак", "sobaka", "zhytlo", "беженец", "собакой", "ghb", "xyzzy",
)  # fmt: skip


def both(one: dict[Language, set[str]], other: dict[Language, set[str]]) -> dict[Language, set[str]]:
    return {language: one[language] | other[language] for language in LANGUAGES}


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory, store: LemmaStore) -> Linguist:
    folder = tmp_path_factory.mktemp("extended")
    Linguist.build(KNOWN, folder, store)
    Linguist.extend(NEW, folder, store)
    return Linguist.open(folder)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, store: LemmaStore) -> Linguist:
    return Linguist.build(both(KNOWN, NEW), tmp_path_factory.mktemp("whole"), store)


@pytest.mark.parametrize("word", ASKED)
def test_an_extended_linguist_repairs_as_one_that_knew_all_words_from_the_start(
    extended: Linguist, whole: Linguist, word: str
) -> None:
    one, other = extended.repairer.repair(word), whole.repairer.repair(word)
    assert (one.step, set(one.words)) == (other.step, set(other.words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_analyses_as_one_that_knew_all_words_from_the_start(
    extended: Linguist, whole: Linguist, language: Language
) -> None:
    for word in (*ASKED, *KNOWN[language], *NEW[language]):
        terms = extended.analyzer.word_terms(word, language)
        assert terms == whole.analyzer.word_terms(word, language)
        for term in (word, *terms.stems, *terms.parts):
            assert _found(extended, term) == _found(whole, term)


def _found(linguist: Linguist, key: str) -> set[int]:
    """The words of the texts that `key` finds, by their digests."""
    return set(array("Q", linguist.conflations.digests(key)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_knows_each_form_once(extended: Linguist, whole: Linguist, language: Language) -> None:
    known = list(extended.repairer.words(language))
    assert sorted(known) == sorted(whole.repairer.words(language))


def test_only_what_is_new_is_written(tmp_path: Path, store: LemmaStore) -> None:
    """Of words that are known, nothing is looked up for the repair of others a second time."""
    Linguist.build(KNOWN, tmp_path, store)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "base").iterdir()}
    Linguist.extend(KNOWN, tmp_path, store)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "base").iterdir()} == before
    assert not (tmp_path / "delta").exists()
