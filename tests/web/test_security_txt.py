from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flask import Flask
from flask.testing import FlaskClient

URL = "/.well-known/security.txt"
TODAY = datetime(2026, 11, 23, tzinfo=ZoneInfo("Europe/Amsterdam"))


def fields(client: FlaskClient) -> dict[str, str]:
    reply = client.get(URL)
    assert reply.content_type == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in reply.get_data(as_text=True).splitlines())


def test_it_names_the_contact_that_the_operator_set(make_app: Callable[..., Flask]) -> None:
    client = make_app(security_contact="mailto:cert@example.org").test_client()
    assert fields(client)["Contact"] == "mailto:cert@example.org"


def test_without_one_it_names_a_page_that_exists(client: FlaskClient) -> None:
    assert fields(client)["Contact"] == "https://terecht.example/webmasters#security"
    assert 'id="security"' in client.get("/webmasters").get_data(as_text=True)


def test_it_expires_within_a_year(client: FlaskClient) -> None:
    expires = datetime.fromisoformat(fields(client)["Expires"])
    assert TODAY < expires < TODAY + timedelta(days=365)
