"""The description and the routes are held against each other, both ways."""

import gc
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from widget_server.errors import ContentError, IndexBusyError
from widget_server.search.page import Suggestion

BASE = "/api/v1"
ASKED = {"q": "kamer", "municipality": "borger-odoorn"}
#: Routes with an address of their own: another's contract has no version in its path.
ELSEWHERE = {"/oembed"}
ADDRESS = "https://terecht.example/borger-odoorn/search"
AUTHORIZED = {"Authorization": "Bearer s3cret"}


def reindexing(outcome: str | Exception) -> Callable[[], str]:
    def run() -> str:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return run


#: One request for each answer that is described.
REQUESTS = [
    ("get", "/search", 200, {"query_string": ASKED}),
    ("get", "/search", 400, {}),
    ("post", "/search", 200, {"data": ASKED}),
    ("post", "/search", 400, {"json": {"q": 1.5}}),
    ("post", "/search", 413, {"data": {"q": "x" * 20_000}}),
    ("post", "/search", 415, {"data": b"x", "content_type": "text/plain"}),
    ("get", "/suggestions", 200, {"query_string": ASKED}),
    ("get", "/suggestions", 400, {}),
    ("get", "/entries/{id}", 200, {"query_string": {"municipality": "borger-odoorn"}}),
    ("get", "/entries/{id}", 400, {}),
    ("get", "/entries/{id}", 404, {"id": "none", "query_string": {"municipality": "borger-odoorn"}}),
    ("get", "/municipalities/{slug}", 200, {}),
    ("get", "/municipalities/{slug}", 400, {"query_string": {"limit": "5"}}),
    ("get", "/municipalities/{slug}", 404, {"slug": "nergens"}),
    ("get", "/openapi.json", 200, {}),
    ("get", "/oembed", 200, {"query_string": {"url": ADDRESS}}),
    ("get", "/oembed", 400, {"query_string": {"url": ADDRESS, "maxwidth": "0"}}),
    ("get", "/oembed", 404, {"query_string": {"url": "https://elsewhere.example/"}}),
    ("get", "/oembed", 501, {"query_string": {"url": ADDRESS, "format": "xml"}}),
    ("post", "/reindex", 200, {"headers": AUTHORIZED, "reindex": "new"}),
    ("post", "/reindex", 401, {}),
    ("post", "/reindex", 404, {"token": ""}),
    ("post", "/reindex", 409, {"headers": AUTHORIZED, "reindex": IndexBusyError("busy")}),
    ("post", "/reindex", 422, {"headers": AUTHORIZED, "reindex": ContentError(["fault"])}),
]


@pytest.fixture
def description(client: FlaskClient) -> dict[str, Any]:
    return client.get(f"{BASE}/openapi.json").json


def described(description: dict[str, Any]) -> set[tuple[str, str]]:
    return {
        (method, re.sub(r"{.*?}", "{}", path))
        for path, methods in description["paths"].items()
        for method in methods
    }


def routed(app: Flask) -> set[tuple[str, str]]:
    rules = [
        rule
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(f"{BASE}/") or rule.rule in ELSEWHERE
    ]
    return {
        (method.lower(), re.sub(r"<.*?>", "{}", rule.rule.removeprefix(BASE)))
        for rule in rules
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }


def test_the_description_is_valid_openapi(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    validate(description)


def test_every_route_is_described_and_every_description_has_a_route(
    app: Flask, description: dict[str, Any]
) -> None:
    assert described(description) == routed(app)


def test_every_answer_that_is_described_is_asked_for_here(description: dict[str, Any]) -> None:
    everywhere = {"500", "503"}
    answers = {
        (method, path, int(status))
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
        for status in operation["responses"].keys() - everywhere
    }
    assert answers == {(method, path, status) for method, path, status, _ in REQUESTS}


@pytest.mark.parametrize("described_answer", REQUESTS)
def test_the_real_answer_fits_its_schema(
    make_app: Callable[..., Flask],
    service: Any,
    description: dict[str, Any],
    described_answer: tuple[str, str, int, dict[str, Any]],
) -> None:
    method, path, status, wish = described_answer
    wish = {"id": "room-at-home", "slug": "borger-odoorn", "token": "s3cret", "reindex": "new"} | wish
    service.page_changes = {"suggestion": Suggestion(text="kamer", applied=False)}
    app = make_app(reindexing(wish.pop("reindex")), reindex_token=wish.pop("token"))
    prefix = "" if path in ELSEWHERE else BASE
    address = prefix + path.format(id=wish.pop("id"), slug=wish.pop("slug"))
    reply = app.test_client().open(address, method=method, **wish)
    assert reply.status_code == status
    content = description["paths"][path][method]["responses"][str(status)]["content"]
    schema = content[reply.mimetype]["schema"] | {"components": description["components"]}
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(reply.json)


def test_the_parameters_are_those_that_the_request_takes(description: dict[str, Any]) -> None:
    operations = description["paths"]["/search"]
    names = [parameter["name"] for parameter in operations["get"]["parameters"]]
    for content in operations["post"]["requestBody"]["content"].values():
        assert list(content["schema"]["properties"]) == names


def test_the_server_is_where_the_public_reaches_it(description: dict[str, Any]) -> None:
    assert description["servers"] == [{"url": "https://terecht.example/api/v1"}]


def test_a_host_that_somebody_makes_up_leaves_nothing_behind(make_app: Callable[..., Flask]) -> None:
    client = make_app(public_url="").test_client()
    for number in range(3):
        host = f"host-{number}.example"
        reply = client.get(f"{BASE}/openapi.json", headers={"Host": host})
        assert reply.json["servers"] == [{"url": f"http://{host}{BASE}"}]
    del reply
    gc.collect()
    kept = [
        each for each in gc.get_objects() if type(each) is dict and "openapi" in each and "servers" in each
    ]
    assert not [each for each in kept if "//host-" in str(each["servers"])]
