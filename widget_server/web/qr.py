"""GET /{municipality}/qr.svg: the short address of the search page, for paper."""

from functools import lru_cache
from io import BytesIO
from typing import Final

import segno
from flask import Blueprint, Response, request, url_for

from widget_server.languages import is_language
from widget_server.web.site import site

#: Seconds. It changes with the server's address only, but a poster is drawn once.
_CACHE: Final = "public, max-age=3600"

#: 15 % of the code may be dirty or torn; the usual level for paper.
_CORRECTION: Final = "m"

blueprint = Blueprint("qr", __name__)


@blueprint.get("/<municipality>/qr.svg")
def qr(municipality: str) -> Response:
    """Draw the code."""
    slug = site().service.municipality(municipality).slug
    address = short_address(slug, request.args.get("lang", ""))
    return Response(_drawing(address), mimetype="image/svg+xml", headers={"Cache-Control": _CACHE})


def short_address(slug: str, lang: str) -> str:
    """The address to print: it leads to the search page of `slug`."""
    return site().absolute(url_for("pages.home", municipality=slug, lang=lang if is_language(lang) else None))


@lru_cache(maxsize=64)
def _drawing(address: str) -> bytes:
    """The code of `address` as SVG, white behind it so that it can be read in a dark theme, without a size."""
    svg = BytesIO()
    code = segno.make(address, micro=False, error=_CORRECTION)
    code.save(svg, kind="svg", light="#fff", title=address, omitsize=True, svgclass=None, lineclass=None)
    return svg.getvalue()
