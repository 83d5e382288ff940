from collections.abc import Mapping

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


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("q", "x" * 201),
        ("q", "kamer\0"),
        ("q", "kamer\x9b"),
        ("q", "\ud800"),
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


def test_a_number_with_more_digits_than_python_prints_is_a_violation() -> None:
    assert list(violations({"limit": 10**5000})) == ["limit"]


def test_all_violations_are_told_at_once() -> None:
    found = violations({"lang": "ua", "limit": "many", "municipality": "nergens", "colour": "red"})
    assert set(found) == {"lang", "limit", "municipality", "colour"}


def test_a_violation_says_what_was_received_and_what_is_allowed() -> None:
    assert violations({"limit": "99"}) == {"limit": "is '99'; it takes a whole number from 1 to 50"}


def test_a_question_of_200_characters_is_allowed() -> None:
    assert len(parsed({"q": "ї" * 200}).query) == 200


def test_white_space_that_was_pasted_along_is_no_violation() -> None:
    assert parsed({"q": "ik heb\n\teen kamer\r\n"}).query == "ik heb  een kamer"


def test_an_empty_field_of_a_form_counts_as_not_given() -> None:
    assert parsed(dict.fromkeys(set(SEARCH_PARAMETERS) - {"municipality"}, "")) == parsed({})


def test_the_municipality_may_be_left_out_where_there_is_only_one() -> None:
    only = parse({}, municipalities=["borger-odoorn"], topics=lambda _: [])
    assert only.municipality == "borger-odoorn"


def test_the_municipality_is_required_where_there_are_several() -> None:
    assert list(violations({"municipality": ""})) == ["municipality"]


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
