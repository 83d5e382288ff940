import json
import re
from typing import Any
from unittest.mock import Mock

import pytest
from flask.testing import FlaskClient

from widget_server.errors import IndexMissingError, SettingsError
from widget_server.messages import messages
from widget_server.search.request import SearchRequest

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
LONG = 201 * "x"

FAILURES = [
    ("GET", "/nothing/here/at/all", 404),
    ("GET", "/api/v1/nothing", 404),
    ("GET", "/api/v1/search/?municipality=borger-odoorn", 404),
    ("GET", "/api//v1/search", 404),
    ("GET", "/healthz/", 404),
    ("GET", "/borger-odoorn/search/", 404),
    ("GET", "/nergens", 404),
    ("GET", "/nergens/search", 404),
    ("GET", "/borger-odoorn/entries/nothing", 404),
    ("GET", "/api/v1/entries/nothing?municipality=borger-odoorn", 404),
    ("GET", "/api/v1/municipalities/nergens", 404),
    ("GET", "/static/nothing.css", 404),
    ("GET", "/widget/0.0.0/terecht.js", 404),
    ("POST", "/api/v1/reindex", 404),
    ("DELETE", "/api/v1/search", 405),
    ("POST", "/healthz", 405),
    ("GET", "/api/v1/search", 400),
    ("GET", f"/borger-odoorn/search?lang=de&q={LONG}", 400),
    ("POST", "/api/v1/search", 415),
]


@pytest.mark.parametrize(("method", "path", "status"), FAILURES)
def test_every_failure_is_a_problem_document(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    reply = client.open(path, method=method, buffered=True)
    assert (reply.status_code, reply.mimetype) == (status, "application/problem+json")
    assert reply.headers["API-Version"]
    document = json.loads(reply.data)
    assert document["status"] == status
    assert document["type"] == "about:blank"
    assert document["title"]
    assert document["detail"]


def test_a_method_that_is_not_allowed_is_told_which_are(client: FlaskClient) -> None:
    assert set(client.delete("/api/v1/search").headers["Allow"].split(", ")) == {
        "GET",
        "HEAD",
        "OPTIONS",
        "POST",
    }


def test_a_browser_gets_a_page_with_the_phone_number(client: FlaskClient) -> None:
    reply = client.get("/borger-odoorn/entries/nothing?lang=uk", headers=BROWSER)
    page = reply.get_data(as_text=True)
    assert (reply.status_code, reply.mimetype) == (404, "text/html")
    assert '<html lang="uk">' in page
    assert "Такої сторінки немає" in page
    assert "tel:140591" in page


@pytest.mark.parametrize("path", ["/nope", "/atlantis/search?q=kamer&audience=host", "/oembed?q=kamer"])
def test_where_there_is_one_municipality_no_error_is_a_dead_end(
    client: FlaskClient, service: Any, path: str
) -> None:
    service.slugs = ("borger-odoorn",)
    page = client.get(f"{path}{'&' if '?' in path else '?'}lang=ru", headers=BROWSER).text
    assert '<html lang="ru">' in page
    assert "tel:140591" in page
    assert 'action="/borger-odoorn/search"' in page
    assert ('value="kamer"' in page) == ("kamer" in path)
    assert ('value="host" selected' in page) == ("host" in path)


def test_where_there_are_more_municipalities_an_error_leads_to_each(client: FlaskClient) -> None:
    page = client.get("/atlantis/search?q=kamer&lang=ru", headers=BROWSER).text
    assert re.findall(r'<li><a href="(/[^"]*)"', page) == [
        "/borger-odoorn/search?lang=ru",
        "/veldhuizen/search?lang=ru",
    ]
    assert "<form" not in page


def test_a_question_that_is_too_long_can_be_made_shorter(client: FlaskClient) -> None:
    reply = client.get(f"/borger-odoorn/search?q={LONG}&audience=host&topic=none&lang=en", headers=BROWSER)
    assert (reply.status_code, reply.mimetype) == (400, "text/html")
    assert "Your question is longer than 200 characters." in reply.text
    assert f'value="{LONG}"' in reply.text
    assert 'value="host" selected' in reply.text
    assert "tel:140591" in reply.text


@pytest.mark.parametrize("question", ["q=a&q=b", f"q={LONG}&q={LONG}", "q=%3Cscript%3E&q="])
def test_a_question_that_cannot_be_read_is_not_called_too_long(client: FlaskClient, question: str) -> None:
    reply = client.get(f"/borger-odoorn/search?{question}&lang=en", headers=BROWSER)
    assert reply.status_code == 400
    assert "200 characters" not in reply.text
    assert "<script>" not in reply.text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "Typ uw vraag opnieuw en kies “Zoeken”."),
        ("en", "Type your question again and choose “Search”."),
        ("uk", "Введіть запитання ще раз і натисніть «Шукати»."),
        ("ru", "Введите вопрос ещё раз и нажмите «Найти»."),
    ],
)
def test_who_asked_what_cannot_be_read_is_told_what_to_do(
    client: FlaskClient, language: str, told: str
) -> None:
    page = client.get(f"/borger-odoorn/search?q=a&q=b&lang={language}", headers=BROWSER).text
    assert told in page
    assert 'name="q" type="search" value=""' in page
    assert (
        f"<button>{messages(language).gettext('Search')}</button>" in page
    )  # it is called what the text says
    assert messages(language).gettext("Search") in told


def test_what_was_pasted_along_with_a_long_question_does_not_come_back(client: FlaskClient) -> None:
    reply = client.get(f"/borger-odoorn/search?q=%02{LONG}%0B{LONG}", headers=BROWSER)
    assert reply.status_code == 400
    assert f'value="{LONG} {LONG}"' in reply.text


@pytest.mark.parametrize("pasted", ["%02", "%0B", "%C2%85"])
def test_a_resident_who_pasted_a_control_character_gets_an_answer(client: FlaskClient, pasted: str) -> None:
    reply = client.get(f"/borger-odoorn/search?q=mijn{pasted}kamer", headers=BROWSER)
    assert reply.status_code == 200
    assert 'value="mijn kamer"' in reply.text


def test_while_the_server_fails_nobody_is_asked_to_search(client: FlaskClient, service: Any) -> None:
    service.entry = Mock(side_effect=ZeroDivisionError)
    reply = client.get("/borger-odoorn/entries/room-at-home", headers=BROWSER)
    assert reply.status_code == 500
    assert "tel:140591" in reply.text
    assert "<form" not in reply.text


def test_a_browser_that_calls_the_api_gets_the_document(client: FlaskClient) -> None:
    assert client.get("/api/v1/nothing", headers=BROWSER).mimetype == "application/problem+json"


@pytest.mark.parametrize("path", ["/api/v1/search?municipality=borger-odoorn", "/borger-odoorn/search?q=x"])
@pytest.mark.parametrize("headers", [{}, BROWSER])
def test_a_failure_of_the_server_tells_nothing_about_its_inside(
    client: FlaskClient, service: Any, path: str, headers: dict[str, str]
) -> None:
    service.search = Mock(side_effect=ZeroDivisionError("secret"))
    reply = client.get(path, headers=headers)
    page = reply.get_data(as_text=True)
    assert reply.status_code == 500
    assert not any(word in page for word in ("secret", "ZeroDivision", "Traceback"))


def test_a_failure_of_everything_still_gets_a_page(client: FlaskClient, service: Any) -> None:
    service.municipality = service.search = Mock(side_effect=ZeroDivisionError)
    reply = client.get("/borger-odoorn/search", headers=BROWSER)
    assert (reply.status_code, reply.mimetype) == (500, "text/html")


def test_the_log_of_a_failure_holds_no_question(
    client: FlaskClient, service: Any, caplog: pytest.LogCaptureFixture
) -> None:
    def search(request: SearchRequest) -> None:
        try:
            {}[request.query]
        except KeyError as error:
            raise ValueError(request.query) from error

    service.search = search
    client.get("/borger-odoorn/search?q=geheim")
    assert "pages.search" in caplog.text
    assert "geheim" not in caplog.text
    assert caplog.text.index("KeyError") < caplog.text.index("ValueError")
    assert "test_problems.py" in caplog.text


def test_an_error_about_the_servers_inside_keeps_its_message_to_itself(
    client: FlaskClient, service: Any
) -> None:
    service.search = Mock(side_effect=SettingsError("/srv/secret"))
    reply = client.get("/api/v1/search?municipality=borger-odoorn")
    assert reply.status_code == 500
    assert "secret" not in reply.json["detail"]


@pytest.mark.parametrize("path", ["/", "/readyz", "/api/v1/search", "/borger-odoorn/search"])
def test_without_a_generation_the_server_is_unavailable(client: FlaskClient, service: Any, path: str) -> None:
    missing = Mock(side_effect=IndexMissingError("/srv/state is empty"))
    service.generation = service.edition = service.municipalities = service.municipality = missing
    reply = client.get(path, headers={"Origin": "https://www.borger-odoorn.nl"})
    assert (reply.status_code, reply.mimetype) == (503, "application/problem+json")
    assert "/srv" not in reply.json["detail"]


def test_without_a_generation_the_process_is_healthy_and_counts(client: FlaskClient, service: Any) -> None:
    service.generation = Mock(side_effect=IndexMissingError("run terecht reindex"))
    assert client.get("/healthz").status_code == 200
    assert client.get("/metrics").status_code == 200


@pytest.mark.parametrize("path", ["/", "/webmasters", "/webmasters?municipality=nergens"])
@pytest.mark.parametrize("headers", [{}, BROWSER])
def test_without_a_municipality_the_operator_is_told_what_to_do(
    client: FlaskClient, service: Any, path: str, headers: dict[str, str]
) -> None:
    service.slugs = ()
    reply = client.get(path, headers=headers)
    assert reply.status_code == 503
    assert "add a folder with a municipality.yaml" in reply.text


@pytest.mark.parametrize(
    ("path", "status"), [("/readyz", 200), ("/borger-odoorn/search", 404), ("/healthz", 200)]
)
def test_without_a_municipality_the_rest_answers_as_ever(
    client: FlaskClient, service: Any, path: str, status: int
) -> None:
    service.slugs = ()
    assert client.get(path, headers=BROWSER).status_code == status
