"""/: a page that looks like a municipality's, with the widget working on it."""

from flask import Blueprint, Response, render_template, request, url_for

from widget_server.languages import Language
from widget_server.web.headers import runs_our_scripts
from widget_server.web.site import site
from widget_server.web.translation import speak
from widget_server.web.ways_out import way_out

blueprint = Blueprint("demo", __name__)


@blueprint.get("/")
def demo() -> Response:
    """Show the widget where a resident would meet it."""
    language = speak(request.args.get("lang", ""))
    runs_our_scripts()
    municipality = site().service.municipality(site().first_municipality)
    html = render_template(
        "demo.html",
        municipality=municipality,
        fallback=way_out(municipality.slug, language),
        widget=site().widget,
        here=_here,
    )
    return Response(html, mimetype="text/html", headers={"Cache-Control": "no-cache"})


def _here(language: Language) -> str:
    return url_for("demo.demo", lang=language)
