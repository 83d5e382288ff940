import pytest
from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.numbers import numbers


def number_keys(text: str) -> tuple[str, ...]:
    return tuple(number.key for number in numbers(text))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("14 0591", "140591"),
        ("14-0591", "140591"),
        ("140591", "140591"),
        ("14 020", "14020"),
        ("06-48158053", "0648158053"),
        ("06 4815 8053", "0648158053"),
        ("+31 6 48158053", "0648158053"),
        ("+31 (0)6 48158053", "0648158053"),
        ("0031648158053", "0648158053"),
        ("070-44 55 888", "0704455888"),
        ("(070) 445 58 88", "0704455888"),
        ("0900-1234", "09001234"),
        ("0800 0011", "08000011"),
        ("116 123", "116123"),
        ("+380 44 123 45 67", "380441234567"),
        ("06 4815", "064815"),
    ],
)
def test_a_number_has_one_key_in_any_grouping(text: str, key: str) -> None:
    assert number_keys(text) == (key,)


@pytest.mark.parametrize(
    "text",
    ["", "112", "in 2022", "Mo-Fr 09.00-21.00", "3 of 4 kamers", "GIRO 555", "25401902", "06481580531234"],
)
def test_what_is_no_phone_number_has_no_key(text: str) -> None:
    assert number_keys(text) == ()


def test_two_numbers_side_by_side_are_two() -> None:
    assert number_keys("06-48158053 070-3738393") == ("0648158053", "0703738393")


def test_a_number_tells_where_it_stands() -> None:
    text = "Bel 14 0591."
    (number,) = numbers(text)
    assert text[number.start : number.end] == "14 0591"


@given(
    st.from_regex(r"[1-9][0-9]{8}", fullmatch=True), st.sampled_from(["0", "+31", "0031", "+31 (0)", "+31-"])
)
def test_the_country_code_does_not_change_the_key(digits: str, prefix: str) -> None:
    # 0800, 0900 and the like are dialled within the country only.
    if digits[0] not in "89":
        assert number_keys(prefix + digits) == ("0" + digits,)


@given(st.text(alphabet="0123456789+-() ./x\u00a0"))
def test_any_text_gives_keys_of_digits(text: str) -> None:
    assert all(key.isdecimal() for key in number_keys(text))
