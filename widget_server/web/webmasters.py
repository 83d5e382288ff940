"""/webmasters: a widget to choose, what to copy for it, and what a municipality's own policy must allow."""

from flask import Blueprint, Response, render_template, request, url_for

from widget_server.content.model import Audience
from widget_server.languages import Language
from widget_server.web.choice import Choice
from widget_server.web.headers import runs_our_scripts, shows_our_frames
from widget_server.web.site import site
from widget_server.web.snippets import snippets
from widget_server.web.translation import speak

blueprint = Blueprint("webmasters", __name__)


@blueprint.get("/webmasters")
def webmasters() -> Response:
    """Show how the widget gets onto a page; the choice stands in the address, so that it can be sent on."""
    language = speak(request.args.get("lang", ""))
    choice = Choice.read(request.args, otherwise=language)
    service = site().service
    runs_our_scripts()
    shows_our_frames()
    html = render_template(
        "webmasters.html",
        choice=choice,
        municipalities=[service.municipality(slug) for slug in service.municipalities()],
        audiences=tuple(Audience),
        snippets=snippets(choice),
        widget=site().widget,
        base_url=site().base_url,
        here=lambda language: _address(language, choice),
    )
    return Response(html, mimetype="text/html", headers={"Cache-Control": "no-cache"})


def _address(language: Language, choice: Choice) -> str:
    """The same page in `language`, with the same choice where there is one."""
    chosen = choice.parameters if request.args.keys() & choice.parameters.keys() else {}
    return url_for("webmasters.webmasters", lang=language, **chosen)
