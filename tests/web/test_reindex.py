from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from widget_server.errors import ContentError, IndexBusyError, RelevanceError

URL = "/api/v1/reindex"
TOKEN = "s3cret"  # noqa: S105  of a server that lives for one test
HOLDER = {"Authorization": f"Bearer {TOKEN}"}


def client_with(make_app: Callable[..., Flask], outcome: str | Exception, token: str = TOKEN) -> FlaskClient:
    def reindex() -> str:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return make_app(reindex, reindex_token=token).test_client()


def test_the_holder_of_the_token_gets_the_new_generation(make_app: Callable[..., Flask]) -> None:
    reply = client_with(make_app, "20261123-130000").post(URL, headers=HOLDER)
    assert (reply.status_code, reply.json) == (200, {"generation": "20261123-130000"})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer"},
        {"Authorization": "Basic czNjcmV0OnMzY3JldA=="},
        {"Authorization": "Bearer sécret".encode("latin-1").decode("latin-1")},
        {"Authorization": "s3cret"},
    ],
)
def test_nobody_else_gets_in(make_app: Callable[..., Flask], headers: dict[str, str]) -> None:
    reply = client_with(make_app, AssertionError("it ran")).post(URL, headers=headers)
    assert reply.status_code == 401
    assert reply.headers["WWW-Authenticate"].lower().startswith("bearer")


def test_without_a_token_in_the_settings_the_route_is_off(make_app: Callable[..., Flask]) -> None:
    assert client_with(make_app, "new", token="").post(URL, headers=HOLDER).status_code == 404


@pytest.mark.parametrize(
    ("error", "status", "faults"),
    [
        (ContentError(["a.yaml:1:2: E1 no title"]), 422, ["a.yaml:1:2: E1 no title"]),
        (RelevanceError(["kamer"]), 422, ["kamer"]),
        (IndexBusyError("another reindex is running"), 409, None),
    ],
)
def test_a_reindex_that_fails_says_why(
    make_app: Callable[..., Flask], error: Exception, status: int, faults: list[str] | None
) -> None:
    reply = client_with(make_app, error).post(URL, headers=HOLDER)
    assert (reply.status_code, reply.mimetype) == (status, "application/problem+json")
    assert reply.json.get("faults") == faults
