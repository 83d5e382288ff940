from pathlib import Path

import pytest

from widget_server.language.conflations import Conflations
from widget_server.language.linguist import Linguist
from widget_server.language.store import LemmaStore


@pytest.fixture(scope="module")
def conflations(tmp_path_factory: pytest.TempPathFactory, store: LemmaStore) -> Conflations:
    words = {"nl": {"opvang", "vluchtelingenopvang", "kamers"}, "uk": {"житло", "житла"}}
    return Linguist.build(words, tmp_path_factory.mktemp("language"), store).conflations


def test_a_key_finds_every_word_that_has_it(conflations: Conflations) -> None:
    assert conflations.words("kamer") == ["kamers"]
    assert {"житло", "житла"} <= set(conflations.words("житл"))


def test_the_part_of_a_compound_finds_the_compound(conflations: Conflations) -> None:
    assert "vluchtelingenopvang" in conflations.words("opvang")


def test_a_key_of_no_word_in_the_texts_finds_none(conflations: Conflations) -> None:
    assert conflations.words("gitaar") == []


def test_what_was_built_is_there_when_it_is_opened_again(tmp_path: Path, store: LemmaStore) -> None:
    built = Linguist.build({"nl": {"kamers"}}, tmp_path, store)
    assert Linguist.open(tmp_path).conflations.words("kamer") == built.conflations.words("kamer")
