"""The scripts for other people's pages. The widget has an address that moves with releases, and one that never changes."""

from typing import Final

from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import NotFound

from widget_server.web.site import site
from widget_server.web.widget_asset import EXTRAS, SCRIPT, Script, WidgetAsset

#: A fix reaches every page within minutes; in between a browser asks nothing, then only "still the same?".
_MOVING: Final = "public, max-age=300, stale-while-revalidate=86400"

#: A year, the most that RFC 9111's predecessors allowed and that caches honour.
_IMMUTABLE: Final = "public, max-age=31536000, immutable"

#: Smallest first.
_ENCODINGS: Final = ("br", "gzip")

#: In a route: the name of one of the widget's files.
_FILES: Final = f"<any('{SCRIPT}', '{EXTRAS}'):name>"

blueprint = Blueprint("widget_files", __name__, url_prefix="/widget")


@blueprint.get(f"/v1/{_FILES}")
def current(name: str) -> Response:
    """Give the widget of this release; later releases of major version 1 will stand here as well."""
    return _reply(_script(_built(), name), _MOVING)


@blueprint.get(f"/<version>/{_FILES}")
def pinned(version: str, name: str) -> Response:
    """Give the widget of exactly `version`, to be held against an integrity hash."""
    widget = _built()
    if version != widget.version:
        raise NotFound(f"This server has version {widget.version} of the widget, at {widget.versioned_url}")
    return _reply(_script(widget, name), _IMMUTABLE)


@blueprint.get("/v1/resize.js")
def resize() -> Response:
    """Give the script with which a page lets our frames grow (docs/embedding.md)."""
    reply = current_app.send_static_file("resize.js")
    reply.headers["Cache-Control"] = _MOVING
    return _for_any_page(reply)


def _built() -> WidgetAsset:
    widget = site().widget
    if widget is None:
        raise NotFound("The widget has not been built; static/widget/terecht.js is missing.")
    return widget


def _script(widget: WidgetAsset, name: str) -> Script:
    if name not in widget.scripts:
        raise NotFound(f"The widget has not been built; static/widget/{name} is missing.")
    return widget.scripts[name]


def _reply(script: Script, cache: str) -> Response:
    encoding = next((each for each in _ENCODINGS if _wanted(each, script)), "identity")
    reply = Response(script.bodies[encoding], content_type="text/javascript; charset=utf-8")
    reply.headers["Cache-Control"] = cache
    reply.vary.add("Accept-Encoding")
    if encoding != "identity":
        reply.content_encoding = encoding
    reply.set_etag(f"{script.tag}-{encoding}")
    reply.make_conditional(request)
    return _for_any_page(reply)


def _wanted(encoding: str, script: Script) -> bool:
    return encoding in script.bodies and request.accept_encodings.quality(encoding) > 0


def _for_any_page(reply: Response) -> Response:
    """Let pages that isolate themselves (`Cross-Origin-Embedder-Policy`) load `reply` too."""
    reply.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return reply
