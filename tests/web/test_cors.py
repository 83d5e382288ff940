from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

SEARCH = "/api/v1/search?municipality=borger-odoorn"
ALLOWED = "Access-Control-Allow-Origin"


def allowed(client: FlaskClient, origin: str, path: str = SEARCH, method: str = "GET") -> str | None:
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    return client.open(path, method=method, headers=headers).headers.get(ALLOWED)


@pytest.mark.parametrize("origin", ["https://www.borger-odoorn.nl", "https://veldhuizen.example"])
@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_the_pages_of_a_municipality_may_read_the_answers(
    client: FlaskClient, origin: str, method: str
) -> None:
    assert allowed(client, origin, method=method) == origin


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "https://www.borger-odoorn.nl.evil.example",
        "http://www.borger-odoorn.nl",
        "http://localhost:5000",
        "null",
    ],
)
def test_other_pages_may_not(client: FlaskClient, origin: str) -> None:
    assert allowed(client, origin) is None


def test_a_problem_can_be_read_as_well(client: FlaskClient) -> None:
    origin = "https://www.borger-odoorn.nl"
    assert allowed(client, origin, "/api/v1/search?lang=ua") == origin


@pytest.mark.parametrize("path", ["/api/v1/openapi.json", "/widget/v1/terecht.js"])
def test_public_files_may_be_read_by_anyone(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers.getlist(ALLOWED) == ["*"]
    assert client.options(path).headers.getlist(ALLOWED) == ["*"]


@pytest.mark.parametrize("path", ["/", "/borger-odoorn/search", "/metrics"])
def test_pages_are_not_read_across_origins(client: FlaskClient, path: str) -> None:
    assert allowed(client, "https://www.borger-odoorn.nl", path) is None


def test_credentials_are_never_allowed(client: FlaskClient) -> None:
    reply = client.get(SEARCH, headers={"Origin": "https://www.borger-odoorn.nl"})
    assert "Access-Control-Allow-Credentials" not in reply.headers


def test_a_cache_keeps_the_answers_for_each_origin_apart(client: FlaskClient) -> None:
    assert "Origin" in client.get(SEARCH).headers["Vary"]


def test_a_new_generation_can_name_other_origins(client: FlaskClient, service: Any) -> None:
    assert allowed(client, "https://nieuw.example") is None
    service.origins = ("https://nieuw.example",)
    service.edition_number = 2
    assert allowed(client, "https://nieuw.example") == "https://nieuw.example"


@pytest.mark.parametrize("origin", ["http://localhost:5000", "http://127.0.0.1:8100", "http://[::1]:3000"])
def test_on_a_webmasters_own_machine_any_local_page_may_try_the_widget(
    make_app: Callable[..., Flask], origin: str
) -> None:
    assert allowed(make_app(public_url="").test_client(), origin) == origin


@pytest.mark.parametrize(
    "origin", ["http://localhost.evil.example", "http://127.0.0.1:80.evil.example", "http://localhost:1\nx"]
)
def test_what_only_looks_local_may_not(make_app: Callable[..., Flask], origin: str) -> None:
    with make_app(public_url="").test_client() as client:
        try:
            assert allowed(client, origin) is None
        except ValueError:  # Werkzeug refuses to send a header with a line break
            assert "\n" in origin


def test_a_server_that_others_reach_does_not_trust_local_pages(make_app: Callable[..., Flask]) -> None:
    client = make_app(public_url="", host="0.0.0.0").test_client()  # noqa: S104  only the setting is read
    assert allowed(client, "http://localhost:5000") is None
