"""GET and POST /api/v1/search: a question -> a page of results."""

from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, request

from widget_server.search.request import SEARCH_PARAMETERS
from widget_server.web.describe import Description, answers, body, query
from widget_server.web.reading import asked, asked_by_post, query_parameters
from widget_server.web.replies import encoded_reply
from widget_server.web.site import site

blueprint = Blueprint("search", __name__, url_prefix="/api/v1")


@blueprint.get("/search")
def search() -> Response:
    """Answer a question in the URL, to be linked to."""
    address = request.query_string
    return encoded_reply(site().answers.page_at(address, lambda: asked(query_parameters())))


@blueprint.post("/search")
def search_by_post() -> Response:
    """Answer a question in the body: it can hold personal data, and URLs end up in logs."""
    return encoded_reply(site().answers.page(asked_by_post()))


PATHS: Final[Description] = {
    "/search": {
        "get": {
            "operationId": "search",
            "summary": "Answers to a question",
            "parameters": query(*SEARCH_PARAMETERS),
            "responses": answers("ResultPage", HTTPStatus.BAD_REQUEST),
        },
        "post": {
            "operationId": "searchByPost",
            "summary": "Answers to a question that shall not stand in a URL",
            "requestBody": body(*SEARCH_PARAMETERS),
            "responses": answers(
                "ResultPage",
                HTTPStatus.BAD_REQUEST,
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            ),
        },
    },
}
