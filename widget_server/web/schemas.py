"""The shapes of the API's answers, as JSON Schema 2020-12 (which OpenAPI 3.1 speaks)."""

from typing import Any, Final

from widget_server.content.model import Access, Audience, Channel, Kind
from widget_server.languages import LANGUAGES

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_OPTIONAL_TEXT: Final[Schema] = {"type": ["string", "null"]}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_LANGUAGE: Final[Schema] = {"type": "string", "enum": list(LANGUAGES)}
_AUDIENCE: Final[Schema] = {"type": "string", "enum": [str(audience) for audience in Audience]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"oneOf": [schema, {"type": "null"}]}


def _object(**properties: Schema) -> Schema:
    """An object with exactly these members, all of them always there."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_SPANS: Final = {
    "description": "Half-open ranges of Unicode code points (not UTF-16 units) in the text of the same name.",
    **_list({"type": "array", "prefixItems": [_COUNT, _COUNT], "items": False, "minItems": 2}),
}

_ANSWER: Final[dict[str, Schema]] = {
    "id": _TEXT,
    "kind": {"type": "string", "enum": [str(kind) for kind in Kind]},
    "language": {
        **_LANGUAGE,
        "description": "Of the texts; differs from the page's where no translation exists.",
    },
    "title": _TEXT,
    "summary": _TEXT,
    "excerpt": {**_OPTIONAL_TEXT, "description": "The sentence of the body that answers, if one does."},
    "contacts": _list(_ref("Contact")),
    "sources": _list(_ref("Source")),
    "audience": _list(_AUDIENCE),
    "topics": _list(_TEXT),
    "verifiedOn": {"type": "string", "format": "date"},
    "owner": {**_TEXT, "description": "The mail address of who keeps it right."},
    "url": {**_TEXT, "description": "The page of this answer, from the root of this server."},
}

SCHEMAS: Final[dict[str, Schema]] = {
    "ResultPage": _object(
        query=_TEXT,
        language=_LANGUAGE,
        municipality=_TEXT,
        total=_COUNT,
        results=_list(_ref("Result")),
        suggestion=_or_null(_ref("Understood")),
        searchedLanguages=_list(_LANGUAGE),
        fallback=_ref("Fallback"),
    ),
    "Result": _object(
        **_ANSWER,
        hasBody={"type": "boolean", "description": "Whether the entry says more: GET /entries/{id}."},
        highlights=_object(title=_SPANS, summary=_SPANS, excerpt=_SPANS),
    ),
    "Entry": _object(**_ANSWER, body={**_list(_TEXT), "description": "Further paragraphs, without markup."}),
    "Contact": _object(
        channel={"type": "string", "enum": [str(channel) for channel in Channel]},
        label=_TEXT,
        value={**_TEXT, "description": "As the editor grouped it, to be read."},
        href={**_OPTIONAL_TEXT, "description": "What a click opens (tel:, mailto:, https:); null: nothing."},
        languages=_list(_LANGUAGE),
        hours=_or_null(_ref("Hours")),
        audience=_list(_AUDIENCE),
        regions=_list(_TEXT),
        access={"type": "string", "enum": [str(access) for access in Access]},
    ),
    "Hours": _object(
        text={**_TEXT, "description": "In words, in the language of the page."},
        openNow={"type": ["boolean", "null"]},
        until={"type": ["string", "null"], "format": "date-time"},
    ),
    "Source": _object(
        title=_TEXT,
        publisher=_TEXT,
        date={
            **_TEXT,
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
            "description": "As precise as the document is.",
        },
        url=_OPTIONAL_TEXT,
    ),
    "Understood": _object(
        text={**_TEXT, "description": "The question that was understood instead of the one typed."},
        applied={"type": "boolean", "description": "Whether the results are for `text`."},
    ),
    "Fallback": _object(organisation=_TEXT, contacts=_list(_ref("Contact"))),
    "Suggestions": _object(suggestions=_list(_object(text=_TEXT))),
    "Municipality": _object(
        slug=_TEXT,
        name=_TEXT,
        languages=_list(_LANGUAGE),
        topics=_list(
            _object(slug=_TEXT, label={"type": "object", "additionalProperties": _TEXT}, entries=_COUNT)
        ),
        fallback=_ref("Fallback"),
        searchUrl=_TEXT,
        widget=_or_null(_object(url=_TEXT, versionedUrl=_TEXT, integrity=_TEXT)),
    ),
    "OEmbed": _object(
        version={"const": "1.0"},
        type={"const": "rich"},
        title=_TEXT,
        provider_name=_TEXT,
        provider_url={"type": "string", "format": "uri"},
        cache_age={**_COUNT, "description": "In seconds."},
        html={**_TEXT, "description": "An iframe."},
        width={**_COUNT, "description": "In pixels."},
        height={**_COUNT, "description": "In pixels; at first, where a script adapts it."},
    ),
    "Generation": _object(generation=_TEXT),
    "OpenApi": {"type": "object"},
    "Problem": {
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": _TEXT,
            "title": _TEXT,
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": _TEXT,
            "errors": {
                **_list(_object(name=_TEXT, reason=_TEXT)),
                "description": "All violations of the request.",
            },
            "faults": {**_list(_TEXT), "description": "All faults of the content, with their place."},
        },
    },
}
