"""GET /api/v1/entries/{id}: one entry in full."""

from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response

from widget_server.search.request import ENTRY_PARAMETERS
from widget_server.web.describe import Description, answers, path, query
from widget_server.web.json_views import entry_json
from widget_server.web.reading import asked, query_parameters
from widget_server.web.replies import json_reply
from widget_server.web.site import site

blueprint = Blueprint("entries", __name__, url_prefix="/api/v1")


@blueprint.get("/entries/<entry_id>")
def entry(entry_id: str) -> Response:
    """Give one entry as a municipality's reader sees it."""
    wish = asked(query_parameters(), ENTRY_PARAMETERS)
    return json_reply(entry_json(site().service.entry(entry_id, wish.language, wish.municipality)))


PATHS: Final[Description] = {
    "/entries/{id}": {
        "get": {
            "operationId": "readEntry",
            "summary": "One entry",
            "parameters": [path("id", "The `id` of a result."), *query(*ENTRY_PARAMETERS)],
            "responses": answers("Entry", HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND),
        },
    },
}
