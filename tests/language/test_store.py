from pathlib import Path

import pytest

from widget_server.language import store as module
from widget_server.language.store import LemmaStore
from widget_server.languages import LANGUAGES, Language

TINY = {
    "nl": {
        "kinderen": "kind",
        "kind": "kind",
        "ingesloten": "in_sluiten",
        "e-mailt": "e-mailen",
        "kn.": "boek",
    },
    "en": {"Children": "child"},
    "uk": {"сім'ї": "сім'я"},
    "ru": {"дети": "ребёнок"},
}


class TinyFactory:
    """Stands in for simplemma's dictionaries, which take seconds to load."""

    def __init__(self, *, cache_max_size: int) -> None:
        assert cache_max_size == 1

    def get_dictionary(self, language: str) -> dict[str, str]:
        return TINY[language]


@pytest.fixture(autouse=True)
def _tiny_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DefaultDictionaryFactory", TinyFactory)


def test_it_is_made_once_and_tells_each_language(tmp_path: Path) -> None:
    told: list[Language] = []
    LemmaStore.open(tmp_path, told.append)
    LemmaStore.open(tmp_path, told.append)
    assert told == list(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "form", "lemma"),
    [
        ("nl", "kinderen", "kind"),
        ("nl", "emailt", "emailen"),
        ("nl", "ingesloten", "insluiten"),
        ("uk", "сімї", "сімя"),
    ],
)
def test_its_words_are_spelled_as_tokens_are(
    tmp_path: Path, language: Language, form: str, lemma: str
) -> None:
    store = LemmaStore.open(tmp_path)
    assert store.lemmas(language, form) == (lemma,)
    assert store.forms(language, lemma) == (form,)


def test_a_word_that_is_its_own_lemma_or_no_word_is_left_out(tmp_path: Path) -> None:
    store = LemmaStore.open(tmp_path)
    assert store.lemmas("nl", "kind") == ()
    assert store.forms("nl", "boek") == ()


def test_an_interrupted_making_leaves_nothing_behind(tmp_path: Path) -> None:
    def interrupted(language: Language) -> None:
        if language == "ru":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        LemmaStore.open(tmp_path, interrupted)
    assert list(tmp_path.iterdir()) == []


def test_the_store_of_a_quicker_process_is_used(tmp_path: Path) -> None:
    def quicker(language: Language) -> None:
        if language == "ru":
            LemmaStore.open(tmp_path)

    assert LemmaStore.open(tmp_path, quicker).lemmas("en", "children") == ("child",)
    assert len(list(tmp_path.iterdir())) == 1
