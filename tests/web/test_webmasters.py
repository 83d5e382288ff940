import re
from collections.abc import Callable
from html import unescape

from flask import Flask
from flask.testing import FlaskClient


def blocks(client: FlaskClient, path: str = "/webmasters") -> list[str]:
    page = client.get(path).get_data(as_text=True)
    return [unescape(block) for block in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL)]


def test_the_snippet_can_be_copied_as_it_stands(client: FlaskClient) -> None:
    snippet, *_ = blocks(client)
    assert snippet == (
        '<script src="https://terecht.example/widget/v1/terecht.js" async></script>\n'
        '<terecht-search municipality="borger-odoorn" lang="nl">\n'
        '  <form action="https://terecht.example/borger-odoorn/search" role="search">\n'
        '    <label>Wat zoekt u? <input name="q"></label>\n'
        '    <input type="hidden" name="lang" value="nl">\n'
        "    <button>Zoeken</button>\n"
        "  </form>\n"
        "</terecht-search>"
    )


def test_the_snippet_is_in_the_language_of_the_page(client: FlaskClient) -> None:
    snippet, *_ = blocks(client, "/webmasters?lang=uk")
    assert 'lang="uk"' in snippet
    assert "Що ви шукаєте?" in snippet


def test_the_policy_is_two_lines(client: FlaskClient) -> None:
    _, policy, _ = blocks(client)
    assert policy == "script-src https://terecht.example;\nconnect-src https://terecht.example;"


def test_the_pinned_script_carries_the_hash_that_the_api_tells(client: FlaskClient) -> None:
    told = client.get("/api/v1/municipalities/borger-odoorn").json["widget"]
    *_, pinned = blocks(client)
    assert told["integrity"] in pinned
    assert told["versionedUrl"] in pinned


def test_without_a_public_url_the_address_of_the_request_is_used(make_app: Callable[..., Flask]) -> None:
    snippet, *_ = blocks(make_app(public_url="").test_client())
    assert "http://localhost/widget/v1/terecht.js" in snippet
