from pathlib import Path

import pytest

from widget_server.language.conflations import Conflations
from widget_server.language.linguist import Linguist
from widget_server.language.store import LemmaStore
from widget_server.language.wording import digest


def words(conflations: Conflations, key: str, *among: str) -> list[str]:
    """Those of some words that `key` finds, and nothing else."""
    digests = conflations.digests(key)
    found = [word for word in among if digest(word) in digests]
    assert len(digests) == len(found) * len(digest(""))
    return found


@pytest.fixture(scope="module")
def conflations(tmp_path_factory: pytest.TempPathFactory, store: LemmaStore) -> Conflations:
    words = {"nl": {"opvang", "vluchtelingenopvang", "kamers"}, "uk": {"житло", "житла"}}
    return Linguist.build(words, tmp_path_factory.mktemp("language"), store).conflations


def test_a_key_finds_every_word_that_has_it(conflations: Conflations) -> None:
    assert words(conflations, "kamer", "opvang", "kamers") == ["kamers"]
    assert words(conflations, "житл", "житло", "житла") == ["житло", "житла"]


def test_the_part_of_a_compound_finds_the_compound(conflations: Conflations) -> None:
    found = words(conflations, "opvang", "opvang", "vluchtelingenopvang", "kamers")
    assert found == ["opvang", "vluchtelingenopvang"]


def test_a_key_of_no_word_in_the_texts_finds_none(conflations: Conflations) -> None:
    assert conflations.digests("gitaar") == b""


def test_what_was_built_is_there_when_it_is_opened_again(tmp_path: Path, store: LemmaStore) -> None:
    built = Linguist.build({"nl": {"kamers"}}, tmp_path, store)
    opened = Linguist.open(tmp_path).conflations
    assert opened.digests("kamer") == built.conflations.digests("kamer") == digest("kamers")
