import re
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

BASE = "https://terecht.example"
SEARCH = f"{BASE}/borger-odoorn/search?lang=uk"


def asked(client: FlaskClient, url: str, **more: Any) -> Any:
    return client.get("/oembed", query_string={"url": url} | more)


def source(html: str) -> str:
    [address] = re.findall(r'<iframe src="(.*?)"', html)
    return unescape(address)


@pytest.mark.parametrize(
    ("url", "framed", "title"),
    [
        (SEARCH, "/borger-odoorn/embed?lang=uk", "Куди звернутися? · Gemeente Borger-Odoorn"),
        (f"{BASE}/borger-odoorn", "/borger-odoorn/embed?lang=nl", None),
        (
            f"{BASE}/borger-odoorn/search?q=kamer&lang=en&audience=host",
            "/borger-odoorn/embed?lang=en&audience=host",
            None,
        ),
        (
            f"{BASE}/borger-odoorn/embed?action-background=990000&action-color=ffffff",
            "/borger-odoorn/embed?lang=nl&action-background=990000&action-color=ffffff",
            None,
        ),
        (
            f"{BASE}/borger-odoorn/entries/room-at-home?lang=en",
            "/borger-odoorn/entries/room-at-home?lang=en",
            "Kamer aanbieden & <meer>",
        ),
    ],
)
def test_an_address_of_ours_becomes_a_frame(
    client: FlaskClient, url: str, framed: str, title: str | None
) -> None:
    answer = asked(client, url).json
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert source(answer["html"]) == BASE + framed
    assert client.get(framed).status_code == 200
    if title:
        assert answer["title"] == title
        assert unescape(re.findall(r'title="(.*?)"', answer["html"])[0]) == title


@pytest.mark.parametrize(
    ("limits", "size"),
    [
        ({}, (720, 420)),
        ({"maxwidth": 300, "maxheight": 2000}, (300, 420)),
        ({"maxwidth": 2000, "maxheight": 200}, (720, 200)),
    ],
)
def test_the_frame_keeps_within_the_limits(
    client: FlaskClient, limits: dict[str, int], size: tuple[int, int]
) -> None:
    answer = asked(client, SEARCH, **limits).json
    assert (answer["width"], answer["height"]) == size
    assert f'width="{size[0]}" height="{size[1]}"' in answer["html"]


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"url": SEARCH, "format": "json"}, 200),
        ({"url": SEARCH, "format": "xml"}, 501),
        ({"url": SEARCH, "maxwidth": "wide"}, 400),
        ({"url": SEARCH, "dnt": "1"}, 200),
        ({"url": ""}, 400),
        ({"url": f"{BASE}/webmasters"}, 404),
        ({"url": f"{BASE}/nergens/search"}, 404),
        ({"url": f"{BASE}/borger-odoorn/entries/none"}, 404),
        ({"url": f"{BASE}/borger-odoorn/search/"}, 404),
        ({"url": f"{BASE}/api/v1/reindex"}, 404),
        ({"url": f"{BASE}//[x"}, 404),
        ({"url": f"{BASE}//x/borger-odoorn"}, 404),
        ({"url": f"{BASE}/borger-odoorn/search#//[x?"}, 200),
        ({"url": f"{BASE}.evil.example/borger-odoorn/search"}, 404),
        ({"url": "https://elsewhere.example/borger-odoorn/search"}, 404),
        ({}, 400),
    ],
)
def test_errors_are_those_of_oembed(client: FlaskClient, wish: dict[str, str], status: int) -> None:
    assert client.get("/oembed", query_string=wish).status_code == status


@pytest.mark.parametrize("address", ["", "?url=", "?url=%20"])
def test_an_address_is_required(client: FlaskClient, address: str) -> None:
    assert client.get(f"/oembed{address}").json["errors"] == [
        {"name": "url", "reason": "is required: the address of a page of this server"}
    ]


def test_a_cms_in_a_browser_may_ask(client: FlaskClient) -> None:
    assert asked(client, SEARCH).headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "path",
    [
        "/borger-odoorn/search",
        "/borger-odoorn/search?q=een+geheim",
        "/borger-odoorn/embed?lang=en",
        "/borger-odoorn/entries/room-at-home",
    ],
)
def test_a_page_says_where_its_frame_is_described(client: FlaskClient, path: str) -> None:
    [link] = re.findall(
        r'<link rel="alternate" type="application/json\+oembed" href="(.*?)"', client.get(path).text
    )
    assert link.startswith(f"{BASE}/oembed?")
    assert client.get(unescape(link).removeprefix(BASE)).json["type"] == "rich"


def test_what_was_asked_does_not_travel_on_with_the_address(client: FlaskClient) -> None:
    page = client.get("/borger-odoorn/search?q=een+geheim").text
    [link] = re.findall(r'json\+oembed" href="(.*?)"', page)
    assert "geheim" not in link


#: Pieces that mean something to a route, or to whatever takes an address apart.
# fmt: off
PIECES = st.sampled_from([
    "/", "//", "///", "/.", "/..", ":", "@", "[", "]", "[::1]", "?", "#", "&", "=", ";", "%", "%2F", "%00", "%ff", "\\", "<", " ",
    "borger-odoorn", "veldhuizen", "nergens", "search", "entries", "room-at-home", "embed", "qr.svg", "api", "v1", "static",
    "lang=uk", "q=kamer", "audience=host", "action-color=ffffff", "\u2100", "\uff0f", "http:",
])
# fmt: on
#: What counts as a blank around a parameter.
UNSEEN = " " + "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0))))
STARTS = st.sampled_from(["", "/", "//[", "//x/borger-odoorn", "/borger-odoorn", "/borger-odoorn/search"])
ADDRESSES = st.lists(PIECES | st.text(max_size=4), max_size=8).map("".join)


@settings(
    deadline=None,
    derandomize=True,
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # the client remembers nothing
)
@given(STARTS, ADDRESSES)
def test_any_address_gets_a_frame_for_a_page_that_is_there_or_a_problem(
    client: FlaskClient, start: str, rest: str
) -> None:
    reply = asked(client, f"{BASE}{start}{rest}")
    assert reply.status_code in {200, 400, 404}
    if reply.status_code == 200:
        path = (
            re.split("[?#]", f"{start}{rest}".strip(UNSEEN))[0].encode().decode("latin-1")
        )  # as WSGI writes it
        assert client.get("/", environ_overrides={"PATH_INFO": path}).status_code in {200, 302}
