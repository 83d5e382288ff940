"""Every error as a problem: RFC 9457 for programs, a page with a way on for people."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from traceback import format_tb
from typing import Any, Final

from flask import Flask, Response, current_app, render_template, request
from werkzeug.exceptions import HTTPException

from widget_server.content.model import Audience
from widget_server.errors import ContentError, RelevanceError, RequestError, TerechtError
from widget_server.languages import Language
from widget_server.web.replies import json_reply
from widget_server.web.site import NoMunicipalityError
from widget_server.web.translation import speak
from widget_server.web.ways_out import WaysOn, ways_on

PROBLEM_JSON: Final = "application/problem+json"

#: What the public is told instead of a message about the server's inside, which names its folders.
_INTERNAL: Final = {
    HTTPStatus.INTERNAL_SERVER_ERROR: "The server failed on this request; its operator finds the cause in the log.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Nothing can be searched on this server yet; try again in a few minutes.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An error to be told: `extra` holds further members of the document (RFC 9457, section 3.2).

    What `is_for_operator` alone stands on the page as well, in English: whoever sets the server up looks there first.
    """

    status: int
    detail: str
    extra: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    is_for_operator: bool = False

    @property
    def title(self) -> str:
        """The status in words, as "about:blank" asks for (RFC 9457, section 4.2.1)."""
        return HTTPStatus(self.status).phrase

    def document(self) -> dict[str, Any]:
        """The problem as the members of a JSON object."""
        return {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **self.extra,
        }


def register(app: Flask) -> None:
    """Let `app` answer each error with a problem."""
    app.register_error_handler(TerechtError, _own)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def problem_of(error: TerechtError) -> Problem:
    """The problem that `error` is."""
    match error:
        case RequestError():
            errors = [{"name": name, "reason": reason} for name, reason in error.violations.items()]
            return Problem(
                status=error.status, detail="The request breaks the contract.", extra={"errors": errors}
            )
        case ContentError():
            return Problem(status=error.status, detail=str(error), extra={"faults": list(error.faults)})
        case RelevanceError():
            return Problem(status=error.status, detail=str(error), extra={"faults": list(error.losses)})
        case _:
            return Problem(status=error.status, detail=_INTERNAL.get(HTTPStatus(error.status), str(error)))


def _own(error: TerechtError) -> Response:
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        current_app.logger.error("%s: %s", type(error).__name__, error)
    return _told(problem_of(error))


def _http(error: HTTPException) -> Response:
    """An error of Flask or Werkzeug, with the headers it needs (`Allow` of a 405)."""
    headers = {
        name: value
        for name, value in error.get_headers(request.environ)
        if name.lower() not in {"content-type", "content-length"}
    }
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    return _told(
        Problem(
            status=status,
            detail=error.description or "",
            headers=headers,
            is_for_operator=isinstance(error, NoMunicipalityError),
        )
    )


def _unforeseen(error: Exception) -> Response:
    # Flask's logger would add the URL's query, and many an error holds what it was given: a question may hold personal data.
    current_app.logger.error("%s failed\n%s", request.endpoint, "\n".join(_without_messages(error)))
    failed = HTTPStatus.INTERNAL_SERVER_ERROR
    return _told(Problem(status=failed, detail=_INTERNAL[failed]))


def _without_messages(error: BaseException) -> Iterator[str]:
    """An error and what led to it: where each arose and of which type it is, not what it says."""
    for cause in (error.__cause__, error.__context__):
        if cause is not None:
            yield from _without_messages(cause)
            break
    yield from ("".join(format_tb(error.__traceback__)), type(error).__name__)


def _told(problem: Problem) -> Response:
    reply = _page(problem) if _for_people() else _document(problem)
    reply.headers.extend(problem.headers)
    return reply


def _document(problem: Problem) -> Response:
    return json_reply(problem.document(), status=problem.status, mimetype=PROBLEM_JSON)


def _page(problem: Problem) -> Response:
    language = speak(request.args.get("lang", ""))
    html = render_template(
        "problem.html", problem=problem, ways_on=_ways_on(language), audiences=tuple(Audience)
    )
    return Response(html, status=problem.status, mimetype="text/html", headers={"Cache-Control": "no-store"})


def _for_people() -> bool:
    """Whether a browser asks for a page. `*/*` (curl, scripts) and everything under /api gets the document."""
    if request.path.startswith("/api/"):
        return False
    return request.accept_mimetypes.best_match([PROBLEM_JSON, "text/html"], PROBLEM_JSON) == "text/html"


def _ways_on(language: Language) -> WaysOn:
    """The ways on from this request, so that no error is a dead end.

    Whatever broke the page may break these look-ups too: then the page goes without.
    """
    with suppress(Exception):
        return ways_on(language)
    return WaysOn()
