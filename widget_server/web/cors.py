"""Which pages of other origins may read the answers: those of the municipalities on this server.

No credentials are ever allowed: there are none, and no cookies. The widget's file, the description
of the API and oEmbed are public, so that anyone may read those.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final

from flask import Flask, Response, request
from flask_cors.core import get_cors_headers, get_cors_options, set_cors_headers

from widget_server.errors import TerechtError
from widget_server.settings import Settings
from widget_server.web.development import LOOPBACK_ORIGIN, is_for_development
from widget_server.web.protocol import SearchService

_PUBLIC: Final = ("/api/v1/openapi.json", "/widget/", "/oembed")
_LIMITED: Final = "/api/v1/"

#: Origins whose headers are kept at hand: Flask-CORS compares with each pattern anew, which cost a tenth of a search.
_REMEMBERED: Final = 1_024

_COMMON: Final[dict[str, Any]] = {
    "methods": ["GET", "HEAD", "POST"],
    "allow_headers": ["Content-Type"],
    "expose_headers": ["API-Version"],
    "supports_credentials": False,
    "send_wildcard": True,
    "always_send": False,
    "max_age": 86_400,  # a day, in seconds; browsers cap it at two hours (Chromium) or a day (Firefox)
}


def register(app: Flask, service: SearchService, settings: Settings) -> None:
    """Add the CORS headers to the answers of `app`, by the origins of whichever generation is published.

    Flask-CORS' own extension fixes its origins at the start; a reindex may change ours, so its
    functions are called with the options of the current generation.
    """
    limited = _limited_options(app, service, settings)
    public = _options(app, origins="*", always_send=True)

    @lru_cache(maxsize=_REMEMBERED)
    def answer_to(origin: str, edition: int | None) -> Sequence[tuple[str, Any]]:
        found = get_cors_headers(limited(edition), {"Origin": origin}, "GET")
        return [(name, value) for name, value in found.items() if name != "Vary"]

    @app.after_request
    def add(response: Response) -> Response:
        if request.path.startswith(_PUBLIC):
            return set_cors_headers(response, public)
        if not request.path.startswith(_LIMITED):
            return response
        response.headers.add("Vary", "Origin")
        if request.method == "OPTIONS":
            return set_cors_headers(response, limited(_published(service)))
        if origin := request.environ.get("HTTP_ORIGIN"):
            response.headers.extend(answer_to(origin, _published(service)))
        return response


def _limited_options(app: Flask, service: SearchService, settings: Settings) -> Callable[[int | None], Any]:
    always = [LOOPBACK_ORIGIN] if is_for_development(settings) else []

    @lru_cache(maxsize=1)
    def of(edition: int | None) -> Any:
        origins = () if edition is None else all_origins(service)
        return _options(app, origins=[*always, *origins])

    return of


def _published(service: SearchService) -> int | None:
    """The edition that answers; None before the first: the answer is an error, which the widget may still read."""
    try:
        return service.edition()
    except TerechtError:
        return None


def _options(app: Flask, **chosen: Any) -> Any:
    wish: Any = {**_COMMON, **chosen}  # the published types of Flask-CORS lag behind the package's own
    return get_cors_options(app, wish)


def all_origins(service: SearchService) -> Sequence[str]:
    """The origins of all municipalities of this server."""
    return sorted(
        {origin for slug in service.municipalities() for origin in service.municipality(slug).origins}
    )
