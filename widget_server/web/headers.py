"""The headers of every response: what a browser may do with it, and the version of the API.

The policies follow internet.nl and the NLGov REST API Design Rules (/core/transport/security-headers):
nothing is allowed that is not needed, no `unsafe-*`, no `data:`, no wildcard. No X-Frame-Options: it knows no
list of sites, and browsers pass it over where `frame-ancestors` is (CSP3, section 6.4.2).
"""

from collections.abc import Sequence
from typing import Final

from flask import Flask, Response, g

from widget_server.settings import Settings
from widget_server.web.version import API_VERSION

#: Two years, in seconds. Of this host alone: what other hosts below it can do is not for us to say.
_HSTS: Final = "max-age=63072000"

_POLICY: Final = "Content-Security-Policy"
_API_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"
_PAGE_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors {framers}"
)

#: The two lines that a webmaster adds, here for our own origin, and Trusted Types enforced:
#: the demo shows that the widget needs no more.
_SCRIPTS: Final = (
    "; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_FRAMES: Final = "; frame-src 'self'"


def register(app: Flask, settings: Settings) -> None:
    """Add the headers to each response of `app`."""
    fixed = _fixed(settings)
    of_answers = (*fixed, (_POLICY, _API_POLICY))

    @app.after_request
    def add(response: Response) -> Response:
        is_page = response.mimetype == "text/html"
        response.headers.extend((*fixed, (_POLICY, _page_policy())) if is_page else of_answers)
        return response


def _fixed(settings: Settings) -> Sequence[tuple[str, str]]:
    """The headers that are the same whatever is answered."""
    headers = (
        ("API-Version", API_VERSION),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    )
    # Over plain http browsers ignore it; announced for a host without TLS it would lock people out.
    is_secure = settings.public_url.startswith("https://")
    return (*headers, ("Strict-Transport-Security", _HSTS)) if is_secure else headers


def may_be_framed_by(origins: Sequence[str]) -> None:
    """Let the pages of `origins` show the answer to this request in a frame."""
    g.framers = origins


def runs_our_scripts() -> None:
    """Let the answer to this request load scripts from here, and these ask the server here."""
    g.scripts = _SCRIPTS


def shows_our_frames() -> None:
    """Let the answer to this request show other pages from here in a frame."""
    g.frames = _FRAMES


def _page_policy() -> str:
    framers = " ".join(["'self'", *g.get("framers", ())])
    return "".join([_PAGE_POLICY.format(framers=framers), g.get("scripts", ""), g.get("frames", "")])
