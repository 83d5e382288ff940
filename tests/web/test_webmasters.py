import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

COLOURS = "action-background=%23990000&action-color=%23ffffff"


def blocks(client: FlaskClient, choice: str = "") -> dict[str, str]:
    """What can be copied, by the id of its element."""
    page = client.get(f"/webmasters?{choice}").get_data(as_text=True)
    found = re.findall(r'<pre[^>]*><code id="([\w-]+)" data-live>(.*?)</code></pre>', page, re.DOTALL)
    return {name: unescape(text) for name, text in found}


def test_the_snippet_can_be_copied_as_it_stands(client: FlaskClient) -> None:
    assert blocks(client)["script"] == (
        '<script src="https://terecht.example/widget/v1/terecht.js" async></script>\n'
        '<terecht-search municipality="borger-odoorn" lang="nl">\n'
        '  <form action="https://terecht.example/borger-odoorn/search" role="search">\n'
        '    <label>Wat zoekt u? <input name="q" maxlength="200"></label>\n'
        '    <input type="hidden" name="lang" value="nl">\n'
        "    <button>Zoeken</button>\n"
        "  </form>\n"
        '  <p>Of bel Gemeente Borger-Odoorn: <a href="tel:140591">14 0591</a></p>\n'
        "</terecht-search>"
    )


def test_the_block_can_be_copied_as_it_stands(client: FlaskClient) -> None:
    assert blocks(client, "audience=host")["div"] == (
        '<div data-terecht data-municipality="borger-odoorn" data-lang="nl" data-audience="host">\n'
        '  <a href="https://terecht.example/borger-odoorn/search?lang=nl&amp;audience=host">Waar kan ik terecht?</a>\n'
        '  <p>Of bel Gemeente Borger-Odoorn: <a href="tel:140591">14 0591</a></p>\n'
        "</div>"
    )


def test_the_frame_can_be_copied_as_it_stands(client: FlaskClient) -> None:
    assert blocks(client)["frame"] == (
        '<iframe src="https://terecht.example/borger-odoorn/embed?lang=nl" title="Waar kan ik terecht?"\n'
        '  width="100%" height="420" loading="lazy" allow="clipboard-write; web-share"></iframe>\n'
        '<script src="https://terecht.example/widget/v1/resize.js" async></script>'
    )


def test_the_widget_speaks_the_language_of_the_page_or_another_one_that_was_chosen(
    client: FlaskClient,
) -> None:
    page_only = blocks(client, "lang=uk")["script"]
    chosen = blocks(client, "lang=nl&widget-lang=uk")["script"]
    assert page_only == chosen
    assert 'lang="uk"' in chosen
    assert "Що ви шукаєте?" in chosen


def test_the_page_stays_in_its_own_language_whatever_the_widget_speaks(client: FlaskClient) -> None:
    page = client.get("/webmasters?lang=nl&widget-lang=uk").get_data(as_text=True)
    assert "Zet de zoekhulp op uw pagina" in page
    assert '<html lang="nl">' in page


CHOSEN = "municipality=veldhuizen&widget-lang=en&audience=host"


@pytest.mark.parametrize("way", ["script", "hosted", "frame", "form", "link", "upgrade", "div", "oembed"])
def test_every_way_carries_the_whole_choice(client: FlaskClient, way: str) -> None:
    text = blocks(client, CHOSEN)[way]
    assert "veldhuizen" in text
    assert re.search(r'lang"? ?(=|value=)"?en', text)
    assert "host" in text


def test_an_address_in_html_is_escaped_and_one_to_paste_is_not(client: FlaskClient) -> None:
    found = blocks(client, CHOSEN)
    assert 'search?lang=en&amp;audience=host"' in found["link"]
    assert found["oembed"] == "https://terecht.example/veldhuizen/search?lang=en&audience=host"


@pytest.mark.parametrize(
    "faulty", ["municipality=nergens", "widget-lang=xx", "audience=cats", "action-color=red"]
)
def test_a_choice_that_cannot_be_is_the_usual_one(client: FlaskClient, faulty: str) -> None:
    assert blocks(client, faulty) == blocks(client)


def test_the_policy_is_two_lines(client: FlaskClient) -> None:
    assert (
        blocks(client)["policy"]
        == "script-src https://terecht.example;\nconnect-src https://terecht.example;"
    )


def test_the_pinned_script_carries_the_hash_that_the_api_tells(client: FlaskClient) -> None:
    told = client.get("/api/v1/municipalities/borger-odoorn").json["widget"]
    pinned = blocks(client)["pinned"]
    assert told["integrity"] in pinned
    assert told["versionedUrl"] in pinned


def test_without_a_public_url_the_address_of_the_request_is_used(make_app: Callable[..., Flask]) -> None:
    snippet = blocks(make_app(public_url="").test_client())["script"]
    assert "http://localhost/widget/v1/terecht.js" in snippet


def test_chosen_colours_become_properties_of_the_widget(client: FlaskClient) -> None:
    assert blocks(client)["colours"] == ""
    assert blocks(client, COLOURS)["colours"] == (
        "terecht-search {\n  --terecht-action-background: #990000;\n  --terecht-action-color: #ffffff;\n}"
    )


def test_a_frame_takes_the_colours_in_its_address(client: FlaskClient) -> None:
    assert "action-background" not in blocks(client)["frame"]
    assert "&amp;action-background=990000&amp;action-color=ffffff" in blocks(client, COLOURS)["frame"]


@pytest.mark.parametrize(
    ("background", "text", "verdicts"),
    [
        ("0b4f9e", "ffffff", [("7,99 : 1", "genoeg"), ("7,99 : 1", "genoeg")]),
        ("767676", "ffffff", [("4,54 : 1", "genoeg"), ("4,54 : 1", "genoeg")]),
        ("777777", "ffffff", [("4,47 : 1", "te weinig"), ("4,47 : 1", "genoeg")]),
        ("ffcc00", "000000", [("13,88 : 1", "genoeg"), ("1,51 : 1", "te weinig")]),
    ],
)
def test_contrast_is_measured_without_script(
    client: FlaskClient, background: str, text: str, verdicts: list[tuple[str, str]]
) -> None:
    page = client.get(f"/webmasters?action-background=%23{background}&action-color=%23{text}").text
    measured = re.findall(r"<b>([\d,]+ : 1)</b>\s*<span class=\"\w+\">(genoeg|te weinig), WCAG vraagt", page)
    assert measured == verdicts
    refused = "De zoekhulp gebruikt deze kleuren niet" in page
    assert refused == (verdicts[0][1] == "te weinig")


def test_the_preview_is_the_frame_that_the_snippet_gives(client: FlaskClient) -> None:
    page = client.get(f"/webmasters?{CHOSEN}&{COLOURS}").get_data(as_text=True)
    [preview] = re.findall(r'<iframe class="preview" src="(.*?)"', page)
    assert f'src="https://terecht.example{preview}"' in blocks(client, f"{CHOSEN}&{COLOURS}")["frame"]
    assert client.get(unescape(preview)).status_code == 200


def switch(client: FlaskClient, query: str) -> str:
    """Where the language switch leads from the page of `query`."""
    page = client.get(f"/webmasters?{query}").get_data(as_text=True)
    [address] = re.findall(r'<a href="(.*?)" lang="ru"', page)
    return unescape(address).split("?")[1]


@pytest.mark.parametrize("query", [f"lang=nl&{CHOSEN}", CHOSEN, "municipality=veldhuizen", "audience=host"])
def test_the_language_switch_keeps_the_choice(client: FlaskClient, query: str) -> None:
    assert blocks(client, switch(client, query)) == blocks(client, query)


def test_where_nothing_was_chosen_the_widget_follows_the_language_switch(client: FlaskClient) -> None:
    assert switch(client, "lang=nl&utm_source=letter") == "lang=ru"
