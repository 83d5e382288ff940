"""Building blocks of the OpenAPI description; each route's own part stands beside the route."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from widget_server.content.model import Audience, Kind
from widget_server.languages import LANGUAGES
from widget_server.search.request import (
    DEFAULT_LANGUAGE,
    DEFAULT_LIMIT,
    MAX_LIMIT,
    MAX_OFFSET,
    MAX_QUERY,
)

Description = dict[str, Any]

_SLUG: Final[Description] = {"type": "string", "minLength": 1}

#: Each parameter of the API, once: its schema and what it means.
_PARAMETERS: Final[Mapping[str, tuple[Description, str]]] = {
    "q": (
        {"type": "string", "maxLength": MAX_QUERY, "default": ""},
        "The question, a word or a whole sentence. Empty: all of the topic, kind and audience; of none, nothing.",
    ),
    "lang": (
        {"type": "string", "enum": list(LANGUAGES), "default": DEFAULT_LANGUAGE},
        "The language of the answers. The question may be in any of the four.",
    ),
    "municipality": (_SLUG, "The slug of a municipality. May be left out on a server that has only one."),
    "audience": ({"type": "string", "enum": [str(each) for each in Audience]}, "Whom the answers are for."),
    "topic": (_SLUG, "The slug of a topic; GET /municipalities/{slug} lists them."),
    "kind": ({"type": "string", "enum": [str(each) for each in Kind]}, "Only entries of this kind."),
    "limit": (
        {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
        "How many results a page holds at most.",
    ),
    "offset": (
        {"type": "integer", "minimum": 0, "maximum": MAX_OFFSET, "default": 0},
        "How many results to leave out before the first.",
    ),
    "exact": (
        {"type": "boolean", "default": False},
        "Search for the words as typed, without repairing them.",
    ),
}

_VERSION_HEADER: Final[Description] = {"API-Version": {"$ref": "#/components/headers/ApiVersion"}}


def query(*names: str) -> list[Description]:
    """The parameters `names`, in a query string."""
    return [
        parameter(name, schema, meaning) for name, (schema, meaning) in _PARAMETERS.items() if name in names
    ]


def parameter(name: str, schema: Description, meaning: str, *, required: bool = False) -> Description:
    """One parameter in a query string."""
    return {"name": name, "in": "query", "required": required, "schema": schema, "description": meaning}


def path(name: str, meaning: str) -> Description:
    """A parameter in the path."""
    return {"name": name, "in": "path", "required": True, "schema": _SLUG, "description": meaning}


def body(*names: str) -> Description:
    """The same parameters in a body: one schema for the form and for JSON."""
    schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {**schema, "description": meaning}
            for name, (schema, meaning) in _PARAMETERS.items()
            if name in names
        },
    }
    return {
        "required": True,
        "content": {
            kind: {"schema": schema} for kind in ("application/x-www-form-urlencoded", "application/json")
        },
    }


def answers(schema: str, *problems: HTTPStatus) -> Description:
    """The responses of a call: 200 with `schema`, a name among the components, and these problems."""
    return {
        "200": {
            "description": "OK",
            "headers": _VERSION_HEADER,
            "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
        },
        **{str(int(status)): _problem(status) for status in sorted({*problems, *_EVERYWHERE})},
    }


#: What any call can answer: no published index, or a failure of the server.
_EVERYWHERE: Final = (HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE)


def _problem(status: HTTPStatus) -> Description:
    return {
        "description": status.phrase,
        "headers": _VERSION_HEADER,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
