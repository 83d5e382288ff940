"""/webmasters: the snippet to copy, and what a municipality's own policy must allow."""

from flask import Blueprint, Response, render_template, request, url_for

from widget_server.languages import Language
from widget_server.web.site import site
from widget_server.web.translation import speak

blueprint = Blueprint("webmasters", __name__)


@blueprint.get("/webmasters")
def webmasters() -> Response:
    """Explain how the widget gets onto a page."""
    language = speak(request.args.get("lang", ""))
    service = site().service
    municipality = service.municipality(service.municipalities()[0])
    html = render_template(
        "webmasters.html",
        municipality=municipality,
        widget=site().widget,
        base_url=site().base_url,
        snippet=_snippet(municipality.slug, language),
        pinned=_pinned(),
        here=_here,
    )
    return Response(html, mimetype="text/html", headers={"Cache-Control": "no-cache"})


def _snippet(slug: str, language: Language) -> str:
    """The HTML to paste, as text."""
    return render_template("snippet.html", slug=slug, lang=language, base_url=site().base_url).strip()


def _pinned() -> str | None:
    """The script element for pages that pin the widget to one version, as text."""
    widget = site().widget
    if widget is None:
        return None
    return render_template("pinned.html", widget=widget, base_url=site().base_url).strip()


def _here(language: Language) -> str:
    return url_for("webmasters.webmasters", lang=language)
