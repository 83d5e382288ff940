"""GET /api/v1/municipalities/{slug}: what a widget needs to know of a municipality."""

from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response

from widget_server.search.request import MUNICIPALITY_PARAMETERS, parse_language
from widget_server.web.describe import Description, answers, path, query
from widget_server.web.json_views import municipality_json
from widget_server.web.reading import query_parameters
from widget_server.web.replies import json_reply
from widget_server.web.site import site
from widget_server.web.ways_out import way_out

#: Seconds. It holds phone numbers: a correction must arrive within a coffee break, and few readers load it twice.
_CACHE: Final = "public, max-age=60"

blueprint = Blueprint("municipalities", __name__, url_prefix="/api/v1")


@blueprint.get("/municipalities/<slug>")
def municipality(slug: str) -> Response:
    """Give a municipality's name, topics and contact, and where its widget is."""
    service = site().service
    view = service.municipality(slug)
    fallback = way_out(slug, parse_language(query_parameters()))
    facts = municipality_json(view, service.topics(slug), fallback, site().widget)
    return json_reply(facts, cache=_CACHE)


PATHS: Final[Description] = {
    "/municipalities/{slug}": {
        "get": {
            "operationId": "readMunicipality",
            "summary": "What a widget needs to know",
            "parameters": [path("slug", "The slug of a municipality."), *query(*MUNICIPALITY_PARAMETERS)],
            "responses": answers("Municipality", HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND),
        },
    },
}
