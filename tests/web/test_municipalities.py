from typing import Any
from unittest.mock import Mock

import pytest
from flask.testing import FlaskClient


def test_a_widget_learns_what_it_needs(client: FlaskClient) -> None:
    reply = client.get("/api/v1/municipalities/borger-odoorn")
    facts = reply.json
    assert facts["name"] == "Gemeente Borger-Odoorn"
    assert facts["languages"] == ["nl", "en", "uk", "ru"]
    assert facts["topics"] == [
        {
            "slug": "housing",
            "label": {"nl": "Wonen", "en": "Housing", "uk": "Житло", "ru": "Жильё"},
            "entries": 1,
        }
    ]
    assert facts["fallback"]["organisation"] == "Gemeente Borger-Odoorn"
    assert facts["searchUrl"] == "/borger-odoorn/search"
    assert reply.headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize(
    ("wish", "fault"),
    [
        ("municipality=nowhere", "municipality"),
        ("q=kamer", "q"),
        ("lang=de", "lang"),
        ("lang=nl&lang=uk", "lang"),
    ],
)
def test_only_the_language_can_be_chosen(client: FlaskClient, wish: str, fault: str) -> None:
    reply = client.get(f"/api/v1/municipalities/borger-odoorn?{wish}")
    assert reply.status_code == 400
    assert [each["name"] for each in reply.json["errors"]] == [fault]


def test_the_fallback_speaks_the_chosen_language(client: FlaskClient, service: Any) -> None:
    assert client.get("/api/v1/municipalities/borger-odoorn?lang=uk").status_code == 200
    assert [request.language for request in service.asked] == ["uk"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/webmasters",
        "/borger-odoorn",
        "/borger-odoorn/search?q=kamer",
        "/borger-odoorn/entries/room-at-home",
        "/borger-odoorn/embed",
        "/borger-odoorn/qr.svg",
        "/oembed?url=https://terecht.example/borger-odoorn",
        "/api/v1/search?q=kamer&municipality=borger-odoorn",
    ],
)
def test_topics_are_counted_only_where_they_are_shown(client: FlaskClient, service: Any, path: str) -> None:
    service.topics = Mock(side_effect=AssertionError("counted"))
    reply = client.get(path, headers={"Origin": "https://www.borger-odoorn.nl"})
    assert reply.status_code in {200, 302}
