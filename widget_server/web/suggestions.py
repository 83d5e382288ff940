"""GET /api/v1/suggestions: the beginning of a question -> questions that have an answer."""

from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response

from widget_server.search.request import SUGGESTION_PARAMETERS
from widget_server.web.describe import Description, answers, query
from widget_server.web.reading import asked, query_parameters
from widget_server.web.replies import json_reply
from widget_server.web.site import site

blueprint = Blueprint("suggestions", __name__, url_prefix="/api/v1")


@blueprint.get("/suggestions")
def suggestions() -> Response:
    """Complete what was typed so far."""
    wish = asked(query_parameters(), SUGGESTION_PARAMETERS)
    texts = site().service.suggestions(wish.query, wish.language, wish.municipality)
    return json_reply({"suggestions": [{"text": text} for text in texts]})


PATHS: Final[Description] = {
    "/suggestions": {
        "get": {
            "operationId": "suggest",
            "summary": "Completions that lead to answers",
            "parameters": query(*SUGGESTION_PARAMETERS),
            "responses": answers("Suggestions", HTTPStatus.BAD_REQUEST),
        },
    },
}
