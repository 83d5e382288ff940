import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from widget_server.content.model import Audience
from widget_server.search.request import SearchRequest

SEARCH = "/api/v1/search"
ASKED = {"q": "kamer", "lang": "en", "municipality": "borger-odoorn", "audience": "host", "limit": "5"}
WISH = SearchRequest(
    query="kamer", language="en", municipality="borger-odoorn", audience=Audience.HOST, limit=5
)

WAYS = {
    "query string": lambda client: client.get(SEARCH, query_string=ASKED),
    "form": lambda client: client.post(SEARCH, data=ASKED),
    "json": lambda client: client.post(SEARCH, json=ASKED | {"limit": 5}),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_question_arrives_whichever_way_it_is_sent(client: FlaskClient, service: Any, way: str) -> None:
    reply = WAYS[way](client)
    assert reply.status_code == 200
    assert service.asked == [WISH]
    assert reply.json["results"][0]["id"] == "room-at-home"


def test_a_result_carries_every_contact_fact_as_the_contract_says(client: FlaskClient) -> None:
    [result] = client.get(SEARCH, query_string=ASKED).json["results"]
    assert result["contacts"][0] == {
        "channel": "phone",
        "label": "Gemeente Borger-Odoorn",
        "value": "14 0591",
        "href": "tel:140591",
        "languages": ["nl"],
        "hours": {
            "text": "maandag t/m vrijdag 9:00–17:00",
            "openNow": True,
            "until": "2026-11-23T17:00:00+01:00",
        },
        "audience": [],
        "regions": [],
        "access": "public",
    }


def test_a_page_of_results_has_the_members_of_the_contract(client: FlaskClient) -> None:
    page = client.get(SEARCH, query_string=ASKED).json
    assert {name: page[name] for name in ("query", "language", "municipality", "total", "suggestion")} == {
        "query": "kamer",
        "language": "en",
        "municipality": "borger-odoorn",
        "total": 1,
        "suggestion": None,
    }
    assert page["searchedLanguages"] == ["nl", "en", "uk", "ru"]
    assert page["fallback"]["contacts"][0]["value"] == "14 0591"
    assert page["results"][0]["highlights"] == {"title": [[0, 5]], "summary": [[9, 14]], "excerpt": [[4, 9]]}
    assert page["results"][0]["verifiedOn"] == "2022-03-01"


def test_an_empty_question_gives_an_empty_page(client: FlaskClient) -> None:
    page = client.get(SEARCH, query_string={"municipality": "borger-odoorn"}).json
    assert (page["total"], page["results"]) == (0, [])


def test_cyrillic_is_sent_as_it_is_not_escaped(client: FlaskClient) -> None:
    reply = client.get(SEARCH, query_string={"q": "кімната kamer", "municipality": "borger-odoorn"})
    assert "кімната" in reply.get_data(as_text=True)


def test_an_answer_is_not_kept_by_any_cache(client: FlaskClient) -> None:
    assert client.get(SEARCH, query_string=ASKED).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("text/plain", b"q=kamer", 415),
        ("application/xml", b"<q/>", 415),
        ("multipart/form-data; boundary=x", b"--x--", 415),
        (None, b"", 415),
        ("application/json", b"{", 400),
        ("application/json", b'"kamer"', 400),
        ("application/json", b"[1]", 400),
        ("application/json", b"\xff\xfe", 400),
        ("application/json", b"[" * 16_000, 400),
        ("application/json", b'{"q":' + b"9" * 10_000 + b"}", 400),
        ("application/json", b'{"q":"' + b"x" * 17_000 + b'"}', 413),
        ("application/x-www-form-urlencoded", b"q=" + b"x" * 17_000, 413),
        ("application/x-www-form-urlencoded", b"q=a&q=b&municipality=borger-odoorn", 400),
        ("application/json", rb'{"q":"\ud800","municipality":"borger-odoorn"}', 400),
        ("application/json", rb'{"\ud800":"","municipality":"borger-odoorn"}', 400),
    ],
)
def test_a_body_that_cannot_be_read_is_a_problem(
    client: FlaskClient, content_type: str | None, body: bytes, status: int
) -> None:
    reply = client.post(SEARCH, data=body, content_type=content_type)
    assert (reply.status_code, reply.mimetype) == (status, "application/problem+json")
    assert json.loads(reply.data)["status"] == status


@pytest.mark.parametrize(
    ("content_type", "body", "named"),
    [
        ("application/json", b"{", "JSON"),
        ("application/json", b"\xff\xfe", "JSON"),
        ("application/json", b"[" * 16_000, "JSON"),
        ("application/json", b" " * 17_000, "16 KiB"),
        ("application/x-www-form-urlencoded", b"q=" + b"x" * 17_000, "16 KiB"),
    ],
)
def test_a_problem_with_a_body_says_what_is_asked_of_one(
    client: FlaskClient, content_type: str, body: bytes, named: str
) -> None:
    detail = client.post(SEARCH, data=body, content_type=content_type).json["detail"]
    assert named in detail
    assert "browser" not in detail


def test_a_post_with_parameters_in_the_address_is_told_so(client: FlaskClient, service: Any) -> None:
    reply = client.post(f"{SEARCH}?lang=en&limit=5", data=ASKED | {"kind": "x"})
    assert reply.status_code == 400
    reasons = {each["name"]: each["reason"] for each in reply.json["errors"]}
    assert reasons.keys() == {"lang", "limit", "kind"}
    assert "in the body" in reasons["lang"]
    assert client.post(f"{SEARCH}?lang=en", data=ASKED).status_code == 400
    assert service.asked == []


def test_all_violations_come_in_one_problem(client: FlaskClient) -> None:
    reply = client.get(SEARCH, query_string={"lang": "ua", "limit": "99", "colour": "red"})
    assert {each["name"] for each in reply.json["errors"]} == {"lang", "limit", "colour", "municipality"}
