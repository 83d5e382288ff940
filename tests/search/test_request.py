from collections.abc import Mapping
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from widget_server.content.model import Audience, Kind
from widget_server.errors import RequestError
from widget_server.search.request import ENTRY_PARAMETERS, SEARCH_PARAMETERS, SearchRequest, parse

TOPICS = {"borger-odoorn": ["housing"], "veldhuizen": ["animals"]}


def parsed(raw: Mapping[str, object]) -> SearchRequest:
    return parse(
        {"municipality": "borger-odoorn"} | dict(raw), municipalities=TOPICS, topics=TOPICS.__getitem__
    )


def violations(raw: Mapping[str, object]) -> dict[str, str]:
    with pytest.raises(RequestError) as caught:
        parsed(raw)
    return caught.value.violations


def test_a_bare_request_has_the_defaults() -> None:
    assert parsed({}) == SearchRequest(query="", language="nl", municipality="borger-odoorn")


def test_every_parameter_is_read() -> None:
    raw = {
        "q": " kamer ",
        "lang": "uk",
        "municipality": "veldhuizen",
        "audience": "host",
        "topic": "animals",
        "kind": "faq",
        "limit": "50",
        "offset": "1000",
        "exact": "true",
    }
    assert set(raw) == set(SEARCH_PARAMETERS)
    assert parsed(raw) == SearchRequest(
        query="kamer",
        language="uk",
        municipality="veldhuizen",
        audience=Audience.HOST,
        topic="animals",
        kind=Kind.FAQ,
        limit=50,
        offset=1000,
        exact=True,
    )


def test_values_of_json_count_as_if_they_were_typed() -> None:
    assert parsed({"q": 112, "limit": 5, "exact": True, "audience": None}) == parsed(
        {"q": "112", "limit": "5", "exact": "1"}
    )


@pytest.mark.parametrize("number", [31591585554, 10**9, -591585554, 10**199])
def test_a_question_that_json_holds_as_a_number_keeps_its_digits(number: int) -> None:
    assert parsed({"q": number}).query == str(number)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("q", "x" * 201),
        ("q", 10**200),
        ("q", "\ud800"),
        ("q", "kamer \udfff"),
        ("q", ["a", "b"]),
        ("q", {"a": "b"}),
        ("q", 1.5),
        ("lang", "ua"),
        ("lang", "NL"),
        ("municipality", "nergens"),
        ("audience", "everyone"),
        ("topic", "animals"),  # of the other municipality
        ("kind", "page"),
        ("limit", "0"),
        ("limit", "51"),
        ("limit", "-1"),
        ("limit", "1e3"),
        ("limit", "٣"),  # a digit, but not one of ours
        ("limit", "9" * 5000),
        ("limit", True),
        ("offset", "1001"),
        ("exact", "yes"),
        ("page", "2"),
    ],
)
def test_a_value_out_of_bounds_is_a_violation_of_its_own_parameter(name: str, value: object) -> None:
    assert list(violations({name: value})) == [name]


@pytest.mark.parametrize("name", ["q", "limit", "municipality", "lang"])
def test_a_number_with_more_digits_than_python_prints_is_a_violation(name: str) -> None:
    assert list(violations({name: 10**5000})) == [name]


def test_all_violations_are_told_at_once() -> None:
    found = violations({"lang": "ua", "limit": "many", "municipality": "nergens", "colour": "red"})
    assert set(found) == {"lang", "limit", "municipality", "colour"}


def test_a_violation_says_what_was_received_and_what_is_allowed() -> None:
    assert violations({"limit": "99"}) == {"limit": "is '99'; it takes a whole number from 1 to 50"}


def test_a_question_of_200_characters_is_allowed() -> None:
    assert len(parsed({"q": "ї" * 200}).query) == 200


def test_white_space_that_was_pasted_along_is_no_violation() -> None:
    assert parsed({"q": "ik heb\n\teen kamer\r\n"}).query == "ik heb  een kamer"


@pytest.mark.parametrize("control", [chr(code) for code in range(0x110000) if category(chr(code)) == "Cc"])
def test_a_control_character_that_was_pasted_along_counts_as_a_blank(control: str) -> None:
    assert parsed({"q": f"{control}een{control}kamer"}).query == "een kamer"


def test_an_empty_field_of_a_form_counts_as_not_given() -> None:
    assert parsed(dict.fromkeys(set(SEARCH_PARAMETERS) - {"municipality"}, "")) == parsed({})


def test_the_municipality_may_be_left_out_where_there_is_only_one() -> None:
    only = parse({}, municipalities=["borger-odoorn"], topics=lambda _: [])
    assert only.municipality == "borger-odoorn"


def test_the_municipality_is_required_where_there_are_several() -> None:
    assert list(violations({"municipality": ""})) == ["municipality"]


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        (
            "Borger-Odoorn",
            "'Borger-Odoorn' is not on this server; did you mean the municipality 'borger-odoorn'?",
        ),
        (
            "BORGER-ODOORN",
            "'BORGER-ODOORN' is not on this server; did you mean the municipality 'borger-odoorn'?",
        ),
        (
            "borgerodoorn",
            "'borgerodoorn' is not on this server; did you mean the municipality 'borger-odoorn'?",
        ),
        (
            "nergens",
            "'nergens' is not on this server; municipalities go by names in lower case with hyphens, such as 'borger-odoorn'",
        ),
        (
            "x" * 60,
            f"'{'x' * 40}…' is not on this server; municipalities go by names in lower case with hyphens, such as 'borger-odoorn'",
        ),
    ],
)
def test_a_municipality_that_is_not_here_is_told_with_the_nearest_or_else_with_an_example(
    slug: str, told: str
) -> None:
    assert violations({"municipality": slug}) == {"municipality": told}


def test_where_no_municipality_is_published_the_message_says_how_to_add_one() -> None:
    with pytest.raises(RequestError, match="nor is any other municipality; add one"):
        parse({"municipality": "nergens"}, municipalities=[], topics=lambda _: [])


def test_a_call_can_take_fewer_parameters() -> None:
    with pytest.raises(RequestError) as caught:
        parse({"q": "kamer"}, municipalities=["veldhuizen"], topics=lambda _: [], accepted=ENTRY_PARAMETERS)
    assert list(caught.value.violations) == ["q"]


@settings(deadline=None)  # the machine may be busy
@given(
    st.dictionaries(
        st.sampled_from([*SEARCH_PARAMETERS, "other"]),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
    )
)
def test_any_input_gives_a_request_or_our_own_error(raw: dict[str, object]) -> None:
    try:
        request = parsed(raw)
    except RequestError:
        return
    assert len(request.query) <= 200
    assert 1 <= request.limit <= 50
    request.query.encode()
