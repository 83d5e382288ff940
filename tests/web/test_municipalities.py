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
