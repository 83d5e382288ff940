import subprocess
import sys
from pathlib import Path

import pytest

from widget_server.language.lemmas import FormTable
from widget_server.language.pairs import Pairs
from widget_server.language.store import LemmaStore
from widget_server.languages import LANGUAGES


@pytest.fixture
def small_store() -> LemmaStore:
    pairs = {
        "uk": [("біженцями", "біженець"), ("біженці", "біженець")],
        "nl": [("huizen", "huis"), ("bomen", "boom")],
    }
    return LemmaStore(
        {language: Pairs.of(pairs.get(language, ())) for language in LANGUAGES},
        {
            language: Pairs.of((lemma, form) for form, lemma in pairs.get(language, ()))
            for language in LANGUAGES
        },
    )


def test_a_form_that_no_text_holds_leads_to_the_lemma_of_one_that_does(
    tmp_path: Path, small_store: LemmaStore
) -> None:
    table = FormTable.build({"uk": ["біженці"]}, tmp_path, small_store)
    assert table.lemmas("uk", "біженцями") == ("біженець",)


def test_it_knows_every_form_of_what_occurs_and_nothing_else(tmp_path: Path, small_store: LemmaStore) -> None:
    table = FormTable.build({"nl": {"huis", "Takecarebnb"}}, tmp_path, small_store)
    assert set(table.forms("nl")) == {"huis", "huizen", "Takecarebnb"}
    assert table.lemmas("nl", "bomen") == ()


def test_it_opens_without_simplemma(tmp_path: Path, small_store: LemmaStore) -> None:
    FormTable.build({"nl": ["huis"]}, tmp_path, small_store)
    program = (
        "import sys, pathlib; from widget_server.language.terms import Analyzer, FormTable; "
        "from widget_server.language.repair import Repairer; "
        f"assert FormTable.open(pathlib.Path({str(tmp_path)!r})).lemmas('nl', 'huizen') == ('huis',); "
        "assert not any('dictionaries.data' in name or name == 'simplemma' for name in sys.modules), 'simplemma is loaded'"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
