import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from widget_server.language.folding import APOSTROPHES, fold, is_cyrillic


@pytest.mark.parametrize(
    ("spelled", "folded"),
    [
        ("OEKRAÏNERS", "oekrainers"),
        ("financiële", "financiele"),
        ("ĳsland", "ijsland"),
        ("Straße", "strasse"),
        ("ﬁets", "fiets"),
        ("vluchte\u00adling", "vluchteling"),
        ("ребёнок", "ребенок"),
        ("ґанок", "ганок"),
        ("за\u0301мок", "замок"),
        ("бiженцi", "біженці"),
        ("лiкар", "лікар"),
        ("ВSN", "bsn"),
        ("e-mail для біженців", "e-mail для біженців"),
    ],
)
def test_every_spelling_of_a_word_becomes_one(spelled: str, folded: str) -> None:
    assert fold(spelled) == folded


@pytest.mark.parametrize("apostrophe", list(APOSTROPHES))
def test_an_apostrophe_of_any_kind_goes(apostrophe: str) -> None:
    assert fold(f"сім{apostrophe}я") == "сімя"


@pytest.mark.parametrize("letter", ["й", "ї"])
def test_a_cyrillic_letter_with_a_mark_stays_itself_however_it_is_written(letter: str) -> None:
    assert fold(letter) == fold(unicodedata.normalize("NFD", letter)) == letter


def test_a_word_that_fits_neither_alphabet_is_left_as_it_is() -> None:
    assert fold("mailя") == "mailя"


@given(st.text())
@example("İstanbul")
@example("a\u0301\u0308")
@example("ᄀ\u0301ᅡ")
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="utf-8", max_codepoint=0x24F)))
def test_folding_knows_no_case(text: str) -> None:
    assert fold(text.lower()) == fold(text)


def test_cyrillic_is_seen_by_its_letters() -> None:
    assert is_cyrillic("e-mail для")
    assert not is_cyrillic("e-mail voor 14 0591")
