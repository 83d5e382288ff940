import gzip
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha384
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from widget_server.web.version import package_version

MOVING = "/widget/v1/terecht.js"
PINNED = f"/widget/{package_version()}/terecht.js"


@pytest.fixture
def script(widget: Path) -> bytes:
    return widget.read_bytes()


@pytest.mark.parametrize("path", [MOVING, PINNED])
def test_the_script_may_be_used_by_any_page(client: FlaskClient, script: bytes, path: str) -> None:
    reply = client.get(path)
    assert reply.data == script
    assert reply.mimetype == "text/javascript"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert reply.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_a_version_never_changes_and_the_other_address_moves(client: FlaskClient) -> None:
    assert "immutable" in client.get(PINNED).headers["Cache-Control"]
    assert "max-age=31536000" in client.get(PINNED).headers["Cache-Control"]
    assert "max-age=300" in client.get(MOVING).headers["Cache-Control"]


def test_another_version_is_not_here(client: FlaskClient) -> None:
    assert client.get("/widget/0.0.0/terecht.js").status_code == 404


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", None),
        ("", None),
    ],
)
def test_the_smallest_encoding_that_the_browser_reads_is_sent(
    make_app: Callable[..., Flask], widget: Path, accepted: str, encoding: str | None
) -> None:
    widget.with_name("terecht.js.br").write_bytes(b"brotli")
    reply = make_app().test_client().get(MOVING, headers={"Accept-Encoding": accepted})
    assert reply.headers.get("Content-Encoding") == encoding
    assert "Accept-Encoding" in reply.headers["Vary"]


def test_gzip_is_made_where_no_form_of_it_lies_beside_the_script(client: FlaskClient, script: bytes) -> None:
    reply = client.get(MOVING, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(reply.data) == script


def test_a_script_that_did_not_change_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get(MOVING).headers["ETag"]
    assert client.get(MOVING, headers={"If-None-Match": tag}).status_code == 304


def test_each_encoding_has_a_tag_of_its_own(client: FlaskClient) -> None:
    tags = {client.get(MOVING, headers={"Accept-Encoding": each}).headers["ETag"] for each in ("gzip", "br")}
    assert len(tags) == 2


def test_the_integrity_hash_is_that_of_the_bytes(client: FlaskClient, script: bytes) -> None:
    told = client.get("/api/v1/municipalities/borger-odoorn").json["widget"]
    assert told == {
        "url": MOVING,
        "versionedUrl": PINNED,
        "integrity": f"sha384-{b64encode(sha384(script).digest()).decode()}",
    }
