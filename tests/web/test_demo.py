from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient


def page(client: FlaskClient, path: str = "/") -> str:
    return client.get(path).get_data(as_text=True)


@pytest.mark.parametrize("language", ["nl", "en", "uk", "ru"])
def test_the_widget_speaks_the_language_of_the_page(client: FlaskClient, language: str) -> None:
    element = f'<terecht-search municipality="borger-odoorn" lang="{language}">'
    assert element in page(client, f"/?lang={language}")


def test_before_its_script_the_element_holds_a_form_and_a_phone_number(client: FlaskClient) -> None:
    inside = page(client).split("<terecht-search")[1].split("</terecht-search>")[0]
    assert 'action="/borger-odoorn/search"' in inside
    assert 'name="lang" value="nl"' in inside
    assert 'href="tel:140591"' in inside


def test_the_page_says_that_it_is_an_example(client: FlaskClient) -> None:
    assert "voorbeeldpagina" in page(client)


def test_without_a_built_widget_the_form_is_all_there_is(
    make_app: Callable[..., Flask], widget: Path
) -> None:
    widget.unlink()
    client = make_app().test_client()
    assert "<script" not in page(client)
    assert client.get("/widget/v1/terecht.js").status_code == 404
    assert client.get("/api/v1/municipalities/borger-odoorn").json["widget"] is None
    assert client.get("/webmasters").status_code == 200
