"""GET /api/v1/openapi.json: the description of the API, gathered from the modules that answer."""

from typing import Final

from flask import Blueprint, Response

from widget_server.web import entries, municipalities, oembed, reindex, search, suggestions
from widget_server.web.describe import Description, answers
from widget_server.web.replies import json_reply
from widget_server.web.schemas import SCHEMAS
from widget_server.web.site import site
from widget_server.web.version import API_VERSION

#: Seconds; it changes with a release only.
_CACHE: Final = "public, max-age=3600"

blueprint = Blueprint("openapi", __name__, url_prefix="/api/v1")


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """Describe the API in OpenAPI 3.1."""
    return json_reply(description(site().base_url), cache=_CACHE)


PATHS: Final[Description] = {
    "/openapi.json": {
        "get": {
            "operationId": "readDescription",
            "summary": "This description",
            "responses": answers("OpenApi"),
        },
    },
}

_DESCRIBED: Final = (search, suggestions, entries, municipalities, reindex)


def description(base_url: str) -> Description:
    """The OpenAPI document of a server at `base_url`."""
    paths = dict(PATHS)
    for module in _DESCRIBED:
        paths |= module.PATHS
    paths |= _at(base_url, oembed.PATHS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Terecht",
            "version": API_VERSION,
            "summary": "Where can I turn? Answers with contact facts, in Dutch, English, Ukrainian and Russian.",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "contact": {"name": "The operator of this server", "url": f"{base_url}/webmasters"},
        },
        "servers": [{"url": f"{base_url}/api/v1"}],
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "headers": {
                "ApiVersion": {
                    "description": "The version of this contract.",
                    "schema": {"type": "string"},
                    "example": API_VERSION,
                },
            },
            "securitySchemes": {"reindexToken": {"type": "http", "scheme": "bearer"}},
        },
    }


def _at(server: str, paths: Description) -> Description:
    """The same `paths` on another `server` than the others: oEmbed's contract has no version in its path."""
    return {
        path: {method: {**operation, "servers": [{"url": server}]} for method, operation in methods.items()}
        for path, methods in paths.items()
    }
