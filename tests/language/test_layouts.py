import pytest
from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.layouts import candidates
from widget_server.languages import Language


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("ljgjvjuf", "uk", "допомога"),
        (";bnkj", "uk", "житло"),
        (",s;tyws", "uk", "біженці"),
        ("LJGJVJUF", "uk", "допомога"),
        ("gjvjom", "ru", "помощь"),
        (";bkmt", "ru", "жилье"),
        ("hf,jnf?", "ru", "работа"),
        ("щзмфтп", "nl", "opvang"),
        ("рудз", "en", "help"),
        ("ыыбка", "uk", "іібка"),
    ],
)
def test_the_keys_are_read_on_the_other_keyboard(typed: str, language: Language, meant: str) -> None:
    assert (language, meant) in candidates(typed)


@given(st.text())
def test_any_text_gives_words_of_letters(text: str) -> None:
    assert all(word.isalpha() and len(word) > 2 for _, word in candidates(text))
