"""POST /api/v1/reindex: build and publish a generation, for automation that holds the token."""

import hmac
from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, current_app, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import NotFound, Unauthorized

from widget_server.web.describe import Description, answers
from widget_server.web.replies import json_reply
from widget_server.web.site import site

blueprint = Blueprint("reindex", __name__, url_prefix="/api/v1")


@blueprint.post("/reindex")
def reindex() -> Response:
    """Publish the content as it is now; on a fault nothing changes and all faults are told."""
    run = site().reindex
    token = site().settings.reindex_token
    if run is None or not token:
        raise NotFound("This server takes no reindex over HTTP; TERECHT_REINDEX_TOKEN is not set.")
    if not _holds(token):
        current_app.logger.warning("a reindex was refused: the request does not hold the token")
        raise Unauthorized(
            "Send the token: Authorization: Bearer …", www_authenticate=WWWAuthenticate("bearer")
        )
    return json_reply({"generation": run()})


def _holds(token: str) -> bool:
    """Whether the request carries `token`, compared in a time that tells nothing about it."""
    given = request.authorization
    if given is None or given.type != "bearer" or given.token is None:
        return False
    return hmac.compare_digest(given.token.encode(), token.encode())


PATHS: Final[Description] = {
    "/reindex": {
        "post": {
            "operationId": "reindex",
            "summary": "Publish the content as it is now",
            "description": "Off (404) on a server without a token.",
            "security": [{"reindexToken": []}],
            "responses": answers(
                "Generation",
                HTTPStatus.UNAUTHORIZED,
                HTTPStatus.NOT_FOUND,
                HTTPStatus.CONFLICT,
                HTTPStatus.UNPROCESSABLE_ENTITY,
            ),
        },
    },
}
