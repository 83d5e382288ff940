import pytest

from widget_server.content.malformed import MalformedError
from widget_server.content.phone_numbers import telephone, whatsapp


@pytest.mark.parametrize("typed", ["14 0591", "140591", "14-0591"])
def test_a_fourteen_number_is_dialled_without_country_code(typed: str) -> None:
    assert telephone(typed) == "tel:140591"


@pytest.mark.parametrize(
    ("typed", "link"),
    [("112", "tel:112"), ("116 123", "tel:116123"), ("1400", "tel:1400"), ("144", "tel:144")],
)
def test_a_short_number_is_dialled_as_it_is(typed: str, link: str) -> None:
    assert telephone(typed) == link


@pytest.mark.parametrize(
    ("typed", "link"),
    [("0900-8844", "tel:09008844"), ("0800 0113", "tel:08000113"), ("+31 900 8844", "tel:09008844")],
)
def test_a_service_number_stays_national(typed: str, link: str) -> None:
    assert telephone(typed) == link


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("070-44 55 888", "tel:+31704455888"),
        ("(070) 445 58 88", "tel:+31704455888"),
        ("+31 (0)70 445 5888", "tel:+31704455888"),
        ("0031 70 445 5888", "tel:+31704455888"),
        ("070\N{NO-BREAK SPACE}4455888", "tel:+31704455888"),
        ("070-3738393", "tel:+31703738393"),
        ("088-715 70 00", "tel:+31887157000"),
        ("06-48158053", "tel:+31648158053"),
        ("+380 44 123 4567", "tel:+380441234567"),
    ],
)
def test_an_ordinary_number_is_linked_with_its_country_code(typed: str, link: str) -> None:
    assert telephone(typed) == link


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "+",
        "bel de gemeente",
        "0800 FLOWERS",
        "070-44 55 88",
        "14 999",
        "+31 14 0591",
        "0031 14 0591",
        "+31 112",
        "070-3738393 / 06-48158053",
        "070-3738393 tst. 3",
        "25401902",
        "٠٧٠٤٤٥٥٨٨٨",
    ],
)
def test_what_cannot_be_dialled_is_refused(typed: str) -> None:
    with pytest.raises(MalformedError):
        telephone(typed)


@pytest.mark.parametrize("dash", ["\N{EN DASH}", "\N{EM DASH}", "\N{NON-BREAKING HYPHEN}", "\N{MINUS SIGN}"])
def test_a_dash_in_the_place_of_a_hyphen_is_named(dash: str) -> None:
    with pytest.raises(MalformedError, match=f"holds '{dash}', a dash, where a hyphen, '-', must stand"):
        telephone(f"070{dash}44 55 888")


@pytest.mark.parametrize("typed", ["06-48158053", "+31 6 48158053"])
def test_a_whatsapp_number_is_linked_by_its_international_digits(typed: str) -> None:
    assert whatsapp(typed) == "https://wa.me/31648158053"


@pytest.mark.parametrize("typed", ["112", "14 0591", "0900-8844", "06-4815805"])
def test_a_number_that_whatsapp_cannot_hold_is_refused(typed: str) -> None:
    with pytest.raises(MalformedError):
        whatsapp(typed)
