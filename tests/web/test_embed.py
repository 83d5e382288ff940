import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PAGE = "/borger-odoorn/embed"
OWN_SITE = "https://www.borger-odoorn.nl"


def framers(reply: TestResponse) -> list[str]:
    [found] = re.findall(r"frame-ancestors ([^;]*)", reply.headers["Content-Security-Policy"])
    return found.split()


def told(reply: TestResponse) -> str:
    """The origins that hear how high the page is, besides our own."""
    [origins] = re.findall(r'data-origins="([^"]*)"', reply.get_data(as_text=True))
    return origins


@pytest.mark.parametrize("language", ["nl", "en", "uk", "ru"])
def test_the_frame_holds_the_widget_in_the_language_asked_for(client: FlaskClient, language: str) -> None:
    page = client.get(f"{PAGE}?lang={language}&audience=host").text
    assert f'<terecht-search municipality="borger-odoorn" lang="{language}" audience="host">' in page
    assert f'<html lang="{language}"' in page


def test_before_its_script_the_frame_holds_a_form_and_a_phone_number(client: FlaskClient) -> None:
    page = client.get(f"{PAGE}?audience=host").text
    assert 'action="/borger-odoorn/search"' in page
    assert 'name="audience" value="host"' in page
    assert 'href="tel:140591"' in page


def test_only_the_municipalitys_own_sites_may_frame_it_and_hear_its_height(client: FlaskClient) -> None:
    reply = client.get(PAGE)
    assert framers(reply) == ["'self'", OWN_SITE]
    assert told(reply) == OWN_SITE
    assert "X-Frame-Options" not in reply.headers


def test_a_municipality_without_a_site_has_no_one_to_tell(client: FlaskClient, service: object) -> None:
    service.origins = ()
    assert told(client.get(PAGE)) == ""


@pytest.mark.parametrize(
    ("referer", "tried_out_from"),
    [
        ("http://localhost:8080/page", ["http://localhost:8080"]),
        ("http://127.0.0.1:5500/", ["http://127.0.0.1:5500"]),
        ("https://evil.example/", []),
        ("http://localhost.evil.example/", []),
        ("http://localhost;script-src *:80/", []),
        ("", []),
    ],
)
def test_in_development_a_page_of_this_machine_may_frame_it(
    make_app: Callable[..., Flask], referer: str, tried_out_from: list[str]
) -> None:
    reply = make_app(public_url="").test_client().get(PAGE, headers={"Referer": referer})
    assert framers(reply) == ["'self'", OWN_SITE, *tried_out_from]
    assert told(reply).split() == [OWN_SITE, *tried_out_from]


def test_on_a_public_server_a_page_of_the_readers_machine_may_not(client: FlaskClient) -> None:
    reply = client.get(PAGE, headers={"Referer": "http://localhost:8080/"})
    assert framers(reply) == ["'self'", OWN_SITE]


def test_colours_come_as_a_sheet(client: FlaskClient) -> None:
    page = client.get(f"{PAGE}?action-background=990000&action-color=fff0f0").text
    [sheet] = re.findall(r'href="(/theme\.css[^"]*)"', page)
    reply = client.get(unescape(sheet))
    assert reply.mimetype == "text/css"
    assert reply.text == (
        ":root {\n  --terecht-action-background: #990000;\n  --terecht-action-color: #fff0f0;\n}\n"
    )
    assert "style=" not in page


@pytest.mark.parametrize(
    "colours",
    [
        "",
        "action-background=990000",
        "action-background=990000&action-color=red",
        "action-background=990000&action-color=fff",
        "action-background=990000&action-color=ffffff}body{display:none",
    ],
)
def test_half_a_pair_of_colours_or_no_colour_counts_as_none(client: FlaskClient, colours: str) -> None:
    assert "theme.css" not in client.get(f"{PAGE}?{colours}").text
    assert client.get(f"/theme.css?{colours}").text == ":root {\n}\n"


@pytest.mark.parametrize(
    ("asked", "scheme"), [("", "light"), ("dark", "dark"), ("auto", "auto"), ("x", "light")]
)
def test_the_scheme_is_light_unless_another_is_asked_for(
    client: FlaskClient, asked: str, scheme: str
) -> None:
    assert f'class="{scheme}"' in client.get(f"{PAGE}?theme={asked}").text


def test_there_is_no_frame_for_another_municipality(client: FlaskClient) -> None:
    assert client.get("/nergens/embed").status_code == 404


def test_the_script_for_the_page_around_it_may_be_used_by_any_page(client: FlaskClient) -> None:
    reply = client.get("/widget/v1/resize.js")
    assert reply.mimetype == "text/javascript"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert reply.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "max-age=300" in reply.headers["Cache-Control"]
    assert reply.headers["ETag"]
    reply.close()
