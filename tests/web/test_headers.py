from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PAGES = [
    "/",
    "/webmasters",
    "/borger-odoorn/search",
    "/borger-odoorn/search?q=kamer",
    "/borger-odoorn/entries/room-at-home",
    "/borger-odoorn/embed",
]
WITH_SCRIPT = {"/", "/webmasters", "/borger-odoorn/embed"}
OTHERS = [
    "/api/v1/search?municipality=borger-odoorn",
    "/api/v1/openapi.json",
    "/api/v1/nothing",
    "/widget/v1/terecht.js",
    "/widget/v1/resize.js",
    "/theme.css",
    "/oembed",
    "/borger-odoorn/qr.svg",
    "/static/terecht.css",
    "/healthz",
    "/metrics",
    "/.well-known/security.txt",
    "/borger-odoorn",
]


def policy(reply: TestResponse) -> dict[str, list[str]]:
    parts = (part.split() for part in reply.headers["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in parts}


@pytest.mark.parametrize("path", PAGES + OTHERS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_every_response_carries_the_version_and_the_security_headers(
    client: FlaskClient, path: str, method: str
) -> None:
    reply = client.open(path, method=method, buffered=True)
    assert reply.headers["API-Version"] == "1.0.0"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Referrer-Policy"] == "no-referrer"
    assert reply.headers["Strict-Transport-Security"]
    assert policy(reply)["default-src"] == ["'none'"]
    assert "Set-Cookie" not in reply.headers


@pytest.mark.parametrize("path", PAGES)
def test_a_page_allows_nothing_unsafe_and_nobody_elses_anything(client: FlaskClient, path: str) -> None:
    rules = policy(client.get(path))
    assert {"base-uri", "form-action", "frame-ancestors"} <= set(rules)
    fetched = {source for name, values in rules.items() if name.endswith("-src") for source in values}
    assert fetched <= {"'none'", "'self'"}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_allows_scripts_only_where_it_has_one_and_then_under_trusted_types(
    client: FlaskClient, path: str
) -> None:
    rules = policy(client.get(path))
    assert ("script-src" in rules) == (path in WITH_SCRIPT)
    assert rules.get("require-trusted-types-for", []) == ["'script'"] * (path in WITH_SCRIPT)


@pytest.mark.parametrize("path", PAGES)
def test_only_the_preview_is_a_frame(client: FlaskClient, path: str) -> None:
    assert ("frame-src" in policy(client.get(path))) == (path == "/webmasters")


def test_a_page_may_be_framed_by_its_own_municipality_only(client: FlaskClient) -> None:
    framers = policy(client.get("/borger-odoorn/search"))["frame-ancestors"]
    assert framers == ["'self'", "https://www.borger-odoorn.nl"]


def test_the_api_may_not_be_framed(client: FlaskClient) -> None:
    assert policy(client.get(OTHERS[0]))["frame-ancestors"] == ["'none'"]


def test_a_server_without_tls_promises_none(make_app: Callable[..., Flask]) -> None:
    reply = make_app(public_url="").test_client().get("/healthz")
    assert "Strict-Transport-Security" not in reply.headers
