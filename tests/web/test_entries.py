from flask.testing import FlaskClient


def test_an_entry_has_its_body_and_no_highlights(client: FlaskClient) -> None:
    entry = client.get("/api/v1/entries/room-at-home?lang=uk&municipality=borger-odoorn").json
    assert entry["body"] == ["Eerste alinea.", "Tweede </script> alinea."]
    assert entry["language"] == "uk"
    assert "highlights" not in entry
