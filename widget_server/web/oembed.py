"""GET /oembed: an address of ours, pasted into a CMS, becomes a frame (https://oembed.com, version 1.0)."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qsl

from flask import Blueprint, Response, current_app, request, url_for
from werkzeug import exceptions
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import RoutingException

from widget_server.messages import messages
from widget_server.search.parameters import Parameters
from widget_server.web.choice import audience
from widget_server.web.describe import Description, answers, parameter
from widget_server.web.reading import query_parameters
from widget_server.web.replies import json_reply
from widget_server.web.site import site
from widget_server.web.snippets import FRAME_HEIGHT, frame
from widget_server.web.theme import Theme
from widget_server.web.translation import speak, spoken

#: Pixels: the widest that our pages grow.
_WIDTH: Final = 720

#: Any number of pixels that somebody may ask for in earnest.
_MOST: Final = 100_000

_PIXELS: Final = {"type": "integer", "minimum": 1, "maximum": _MOST}

_MAX_ADDRESS: Final = 2_000  # characters; what browsers and proxies surely take

#: Seconds: how long a CMS may keep what it got.
_CACHE_AGE: Final = 86_400

blueprint = Blueprint("oembed", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """The page that stands in the frame: its path, and its title in its language."""

    path: str
    title: str


@blueprint.get("/oembed")
def oembed() -> Response:
    """Give the frame for the page at `url`."""
    asked = Parameters(query_parameters())
    asked.require("url", "the address of a page of this server")
    address = asked.text("url", most=_MAX_ADDRESS)
    width = asked.number("maxwidth", default=_WIDTH, least=1, most=_MOST)
    height = asked.number("maxheight", default=FRAME_HEIGHT, least=1, most=_MOST)
    asked.conclude()
    if request.args.get("format", "json") != "json":
        raise exceptions.NotImplemented("This server gives oEmbed as json only.")
    page = _framed(address)
    width, height = min(width, _WIDTH), min(height, FRAME_HEIGHT)
    html = frame(site().absolute(page.path), title=page.title, width=str(width), height=height)
    return json_reply(
        {
            "version": "1.0",
            "type": "rich",
            "title": page.title,
            "provider_name": "Terecht",
            "provider_url": site().base_url,
            "cache_age": _CACHE_AGE,
            "html": html,
            "width": width,
            "height": height,
        }
    )


def discovery(path: str) -> str:
    """Where a CMS that met the page at `path` finds how to show it."""
    return site().absolute(url_for("oembed.oembed", url=site().absolute(path), format="json"))


def _framed(address: str) -> Framed:
    """The page for a frame that stands for the page at `address`.

    Raises:
        NotFound: the address is not that of a page of ours.
        UnknownError: there is no such municipality or entry.
    """
    path, query = _within_our_site(address)
    endpoint, values = _route(path)
    parameters = dict(parse_qsl(query))
    speak(parameters.get("lang", ""))
    match endpoint:
        case "pages.home" | "pages.search" | "embed.embed":
            return _widget(parameters, values["municipality"])
        case "pages.entry":
            return _entry(values["municipality"], values["entry_id"])
    raise NotFound(f"Only a municipality's search and its answers can be embedded; {address} is neither.")


def _within_our_site(address: str) -> tuple[str, str]:
    """The path and the query of `address`.

    Taken apart by hand: `urlsplit` reads a path that begins with "//" as a host, and refuses one that cannot be it.
    """
    base = site().base_url
    if not address.startswith(f"{base}/"):
        raise NotFound(f"The parameter url takes an address that begins with {base}/")
    path, _, query = address.removeprefix(base).partition("#")[0].partition("?")
    return path, query


def _route(path: str) -> tuple[str, Mapping[str, str]]:
    """The endpoint that answers `path`, and what it holds."""
    try:
        return current_app.url_map.bind(server_name="").match(path)
    except (HTTPException, RoutingException) as error:
        raise NotFound(f"There is no page at {path}") from error


def _widget(parameters: Mapping[str, str], municipality: str) -> Framed:
    view = site().service.municipality(municipality)
    theme = Theme.read(parameters)
    path = url_for(
        "embed.embed",
        municipality=view.slug,
        lang=spoken(),
        audience=audience(parameters.get("audience", "")),
        **(theme.parameters if theme else {}),
    )
    question = messages(spoken()).gettext("Where can I turn?")
    return Framed(path=path, title=f"{question} · {view.name}")


def _entry(municipality: str, entry_id: str) -> Framed:
    result = site().service.entry(entry_id, spoken(), municipality)
    path = url_for("pages.entry", municipality=municipality, entry_id=entry_id, lang=spoken())
    return Framed(path=path, title=result.title)


PATHS: Final[Description] = {
    "/oembed": {
        "get": {
            "operationId": "oembed",
            "summary": "A frame for a page of this server (https://oembed.com)",
            "parameters": [
                parameter(
                    "url", {"type": "string"}, "The address of a search page or of an answer.", required=True
                ),
                parameter("format", {"type": "string", "enum": ["json"]}, "The format of the answer."),
                parameter("maxwidth", _PIXELS, "The widest that the frame may be, in pixels."),
                parameter("maxheight", _PIXELS, "The highest that the frame may be, in pixels."),
            ],
            "responses": answers(
                "OEmbed", HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.NOT_IMPLEMENTED
            ),
        },
    },
}
