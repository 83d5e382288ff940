"""GET /{municipality}/embed: the widget alone, for pages that take a frame and no script."""

from typing import Final

from flask import Blueprint, Response, render_template, request, url_for

from widget_server.web.choice import audience
from widget_server.web.framing import open_to_frames_of
from widget_server.web.headers import runs_our_scripts
from widget_server.web.oembed import discovery
from widget_server.web.site import site
from widget_server.web.theme import Theme
from widget_server.web.translation import speak
from widget_server.web.ways_out import way_out

#: A frame does not know the scheme of the page around it; most pages are light only.
_SCHEMES: Final = ("light", "dark", "auto")

#: Seconds; the address of a sheet holds all that is in it.
_SHEET_CACHE: Final = "public, max-age=31536000, immutable"

blueprint = Blueprint("embed", __name__)


@blueprint.get("/<municipality>/embed")
def embed(municipality: str) -> Response:
    """Show the widget and nothing else; links leave the frame."""
    language = speak(request.args.get("lang", ""))
    view = site().service.municipality(municipality)
    runs_our_scripts()
    html = render_template(
        "embed.html",
        municipality=view,
        audience=audience(request.args.get("audience", "")),
        fallback=way_out(view.slug, language),
        widget=site().widget,
        theme=Theme.read(request.args),
        scheme=_scheme(request.args.get("theme", "")),
        origins=open_to_frames_of(view),
        oembed=discovery(url_for("embed.embed", municipality=view.slug, lang=language)),
    )
    return Response(html, mimetype="text/html", headers={"Cache-Control": "no-cache"})


@blueprint.get("/theme.css")
def theme_sheet() -> Response:
    """Give the colours in the address as properties of the widget: a strict page takes no style but a sheet."""
    theme = Theme.read(request.args)
    lines = [f"  {name}: {value};\n" for name, value in theme.properties.items()] if theme else []
    sheet = f":root {{\n{''.join(lines)}}}\n"
    return Response(sheet, mimetype="text/css", headers={"Cache-Control": _SHEET_CACHE})


def _scheme(asked: str) -> str:
    return asked if asked in _SCHEMES else _SCHEMES[0]
