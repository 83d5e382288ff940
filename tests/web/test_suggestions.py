from flask.testing import FlaskClient


def test_completions_are_given_for_what_was_typed(client: FlaskClient) -> None:
    reply = client.get("/api/v1/suggestions?q=kamer&municipality=borger-odoorn")
    assert reply.json == {"suggestions": [{"text": "kamer aanbieden (nl)"}]}


def test_a_filter_of_the_search_is_no_parameter_here(client: FlaskClient) -> None:
    reply = client.get("/api/v1/suggestions?q=kamer&municipality=borger-odoorn&limit=5")
    assert [each["name"] for each in reply.json["errors"]] == ["limit"]
