from xml.etree import ElementTree as ET

import pytest
import segno
from flask.testing import FlaskClient

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "https://terecht.example/borger-odoorn"),
        ("?lang=uk", "https://terecht.example/borger-odoorn?lang=uk"),
        ("?lang=xx&utm_source=poster", "https://terecht.example/borger-odoorn"),
    ],
)
def test_the_code_holds_the_short_address(client: FlaskClient, query: str, address: str) -> None:
    reply = client.get(f"/borger-odoorn/qr.svg{query}")
    assert reply.mimetype == "image/svg+xml"
    drawing = ET.fromstring(reply.data)  # noqa: S314  our own
    assert drawing.findtext(f"{SVG}title") == address
    modules = drawing.findall(f"{SVG}path")[1].get("d")
    assert modules in segno.make(address, micro=False, error="m").svg_inline()


def test_the_code_is_dark_on_white_and_scales(client: FlaskClient) -> None:
    drawing = ET.fromstring(client.get("/borger-odoorn/qr.svg").data)  # noqa: S314
    ground, modules = drawing.findall(f"{SVG}path")
    assert (ground.get("fill"), modules.get("stroke")) == ("#fff", "#000")
    assert "width" not in drawing.attrib


def test_there_is_no_code_for_another_municipality(client: FlaskClient) -> None:
    assert client.get("/nergens/qr.svg").status_code == 404
