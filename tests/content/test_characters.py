import pytest

from widget_server.content.characters import broken_words, decomposed, harmful
from widget_server.content.codes import Code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\0", Code.CONTROL_CHARACTER),
        ("\x1b", Code.CONTROL_CHARACTER),
        ("\r", Code.CONTROL_CHARACTER),
        ("\x7f", Code.CONTROL_CHARACTER),
        ("\x85", Code.CONTROL_CHARACTER),
        ("\u2028", Code.CONTROL_CHARACTER),
        ("\ufffe", Code.CONTROL_CHARACTER),
        ("\ufdd0", Code.CONTROL_CHARACTER),
        ("\t", Code.TAB),
        ("\u00ad", Code.INVISIBLE_CHARACTER),
        ("\u200b", Code.INVISIBLE_CHARACTER),
        ("\u202e", Code.INVISIBLE_CHARACTER),
        ("\ufeff", Code.INVISIBLE_CHARACTER),
        ("\ufffd", Code.DAMAGED_CHARACTER),
        ("\uf0b7", Code.DAMAGED_CHARACTER),
        (chr(0xD83D), Code.DAMAGED_CHARACTER),
    ],
)
def test_a_harmful_character_is_told_with_its_place(text: str, code: Code) -> None:
    assert list(harmful(f"ab{text}c")) == [(2, text, code)]


@pytest.mark.parametrize(
    "text", ["Oekraïne", "п’ять", "één\nregel", "14\u00a00591", "👩\u200d👧", "№ 5 – “ja” … €"]
)
def test_honest_text_is_left_alone(text: str) -> None:
    assert list(harmful(text)) == []


@pytest.mark.parametrize(
    ("line", "index"), [("cafe\u0301", 3), ("Зеи\u0306ст", 2), ("café", None), ("Зейст", None)]
)
def test_a_letter_apart_from_its_accent_is_found(line: str, index: int | None) -> None:
    assert decomposed(line) == index


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("vluchte-\nlingen", [(7, "lingen")]),
        ("vluchte-\n\n   lingen", [(7, "lingen")]),
        ("vluchte- lingen en telefoon-\nnummer", [(7, "lingen"), (27, "nummer")]),
        ("переселе-\nнець", [(8, "нець")]),
        ("finan-\nciële", [(5, "ciële")]),
        ("de eige-\nnaar", [(7, "naar")]),
        ("мож-\nно", [(3, "но")]),
    ],
)
def test_a_word_that_is_cut_by_a_hyphen_is_found(text: str, halves: list[tuple[int, str]]) -> None:
    assert list(broken_words(text)) == halves


@pytest.mark.parametrize(
    "text",
    [
        "Midden- en West-Brabant",
        "in- of\nuitschrijven",
        "in-, uit- en overschrijven",
        "Borger-\nOdoorn",
        "e-mail",
        "maandag - vrijdag",
        "9-\n12 uur",
        "прийом- і видача",
        "прийом- й видача",
        "одно- или двухкомнатная",
        "in- én uitschrijven",
        "in- óf uitschrijven",
        "vijf- à zes keer",
        "zaterdag- respectievelijk zondagochtend",
        "binnen- versus buitenland",
        "maandag- t/m vrijdagochtend",
        "hoofd- c.q. bijzaken",
        "voor- maar geen nadelen",
        "short- nor long-term",
    ],
)
def test_a_hyphen_that_belongs_there_is_left_alone(text: str) -> None:
    assert list(broken_words(text)) == []
