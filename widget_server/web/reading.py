"""The parameters of a request, from its query string or its body, as a typed request."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from widget_server.errors import RequestError
from widget_server.search.request import SEARCH_PARAMETERS, SearchRequest, parse
from widget_server.web.site import site

#: Bytes. 200 characters of q, percent-encoded four bytes each, fit six times.
MAX_BODY: Final = 16_384

FORM: Final = "application/x-www-form-urlencoded"
JSON: Final = "application/json"

#: A page may be linked to with parameters of others (`utm_source`, `fbclid`); these are theirs, not faults.
_OURS: Final = frozenset(SEARCH_PARAMETERS)


def asked(raw: Mapping[str, object], accepted: Collection[str] = SEARCH_PARAMETERS) -> SearchRequest:
    """The request that the parameters `raw` make.

    Raises:
        RequestError: parameters that are unknown or out of bounds; all of them at once.
    """
    service = site().service
    return parse(raw, municipalities=service.municipalities(), topics=_topics_of, accepted=accepted)


def asked_mildly(raw: Mapping[str, object], accepted: Collection[str] = SEARCH_PARAMETERS) -> SearchRequest:
    """The request of a page: what is wrong among `raw` counts as not given, for who reads a page did not write its address.

    Raises:
        RequestError: the question itself cannot be asked, and no other may be answered in its place.
    """
    try:
        return asked(raw, accepted)
    except RequestError as error:
        if "q" in error.violations:
            raise
        usable = {name: value for name, value in raw.items() if name not in error.violations}
    return asked(usable, accepted)


def asked_by_post() -> SearchRequest:
    """The request in the body.

    Raises:
        RequestError: as `asked`; also where parameters stand in the address, which would be heard by nobody.
    """
    misplaced = dict.fromkeys(request.args, "stands in the address; a POST takes its parameters in the body")
    try:
        wish = asked(_body_parameters())
    except RequestError as error:
        raise RequestError(error.violations | misplaced) from error
    if misplaced:
        raise RequestError(misplaced)
    return wish


def query_parameters() -> dict[str, object]:
    """The query string; a parameter that is given more than once keeps all its values, which is a violation."""
    return _single(request.args)


def page_parameters(municipality: str) -> dict[str, object]:
    """The query string of a page, without parameters that are not ours, in the municipality of its path."""
    ours = {name: value for name, value in query_parameters().items() if name in _OURS}
    return ours | {"municipality": municipality}


def _body_parameters() -> dict[str, object]:
    """The body, a form or a JSON object.

    A form needs no preflight request from another origin, so the widget posts one
    (https://fetch.spec.whatwg.org/#simple-header).
    """
    try:
        if request.mimetype == FORM:
            return _single(request.form)
        if request.mimetype == JSON:
            return _json_object()
    except RequestEntityTooLarge as error:
        raise RequestEntityTooLarge(
            f"The body is too long; it may have {MAX_BODY:,} bytes (16 KiB)."
        ) from error
    raise UnsupportedMediaType(f"The body is {request.mimetype or 'of no type'}; send {FORM} or {JSON}.")


def _json_object() -> dict[str, object]:
    try:
        body: Any = request.get_json()
    except RecursionError as error:  # "[[[[…": Python's reader gives up a thousand levels down
        raise BadRequest("The JSON is nested too deeply.") from error
    except BadRequest as error:
        raise BadRequest(
            "The body is not JSON in UTF-8; send an object with the parameters by name."
        ) from error
    if not isinstance(body, dict):
        raise BadRequest("The JSON is not an object; send the parameters by name.")
    return body


def _single(values: MultiDict[str, str]) -> dict[str, object]:
    return {name: given[0] if len(given) == 1 else given for name, given in values.lists()}


def _topics_of(municipality: str) -> list[str]:
    return [topic.slug for topic in site().service.topics(municipality)]
