"""The same answers as plain pages: to be read without script, shared and printed."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request, url_for

from widget_server.content.model import Audience
from widget_server.languages import LANGUAGES
from widget_server.search.page import ResultPage
from widget_server.search.request import DEFAULT_LIMIT, ENTRY_PARAMETERS, MAX_OFFSET, SearchRequest
from widget_server.web.framing import open_to_frames_of
from widget_server.web.linked_data import linked_data
from widget_server.web.oembed import discovery
from widget_server.web.protocol import MunicipalityView
from widget_server.web.reading import asked_mildly, page_parameters
from widget_server.web.site import site
from widget_server.web.translation import speak
from widget_server.web.ways_out import way_out

#: After a year without a check a reader is told so; DESIGN section 1: never an old number presented as current.
_FRESH: Final = timedelta(days=365)

blueprint = Blueprint("pages", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Links to the pages of results before and after this one; None where there is none."""

    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wider:
    """The same question to everyone and about everything: how many answers it has, and the page with them."""

    total: int
    address: str


@blueprint.get("/<municipality>")
def home(municipality: str) -> Response:
    """Send a short address, as printed on paper, to the search page."""
    view = site().service.municipality(municipality)
    lang = request.args.get("lang", "")
    target = url_for("pages.search", municipality=view.slug, lang=lang if lang in LANGUAGES else None)
    return Response(status=302, headers={"Location": target, "Cache-Control": "no-cache"})


@blueprint.get("/<municipality>/search")
def search(municipality: str) -> Response:
    """Show the form, and the answers to the question in it."""
    view = _open(municipality)
    wish = asked_mildly(page_parameters(municipality))
    page = site().service.search(wish)
    html = render_template(
        "search.html",
        municipality=view,
        wish=wish,
        page=page,
        topic=_topic(wish),
        turn=_turn(wish, page),
        wider=_wider(wish, page),
        here=lambda language: _address(replace(wish, language=language, offset=0)),
        as_typed=_address(replace(wish, exact=True)),
        audiences=tuple(Audience),
        oembed=discovery(url_for("pages.search", municipality=municipality, lang=wish.language)),
        **_freshness(),
    )
    return _reply(html)


@blueprint.get("/<municipality>/entries/<entry_id>")
def entry(municipality: str, entry_id: str) -> Response:
    """Show one answer."""
    view = _open(municipality)
    parameters = {
        name: value for name, value in page_parameters(municipality).items() if name in ENTRY_PARAMETERS
    }
    wish = asked_mildly(parameters, ENTRY_PARAMETERS)
    result = site().service.entry(entry_id, wish.language, municipality)
    html = render_template(
        "entry.html",
        municipality=view,
        result=result,
        fallback=way_out(municipality, wish.language),
        linked_data=linked_data(result, site().absolute(result.url)),
        oembed=discovery(result.url),
        here=lambda language: url_for(
            "pages.entry", municipality=municipality, entry_id=entry_id, lang=language
        ),
        **_freshness(),
    )
    return _reply(html)


def _open(municipality: str) -> MunicipalityView:
    """Begin a page of `municipality`: in the reader's language, and to be framed by its own site."""
    speak(request.args.get("lang", ""))
    view = site().service.municipality(municipality)
    open_to_frames_of(view)
    return view


def _reply(html: str) -> Response:
    # The address of a search holds what was asked: no cache on the way may keep it.
    return Response(html, mimetype="text/html", headers={"Cache-Control": "no-store"})


def _freshness() -> dict[str, date]:
    return {"fresh_since": site().clock().date() - _FRESH}


def _topic(wish: SearchRequest) -> str | None:
    """The name of the topic that the answers are limited to, so that a reader sees why others are missing."""
    if wish.topic is None:
        return None
    labels = (topic.label for topic in site().service.topics(wish.municipality) if topic.slug == wish.topic)
    return next((label[wish.language] for label in labels), None)  # none: it ended between two calls


def _address(wish: SearchRequest) -> str:
    """The search page that answers `wish`."""
    chosen = {
        "q": wish.query,
        "lang": wish.language,
        "audience": wish.audience,
        "topic": wish.topic,
        "kind": wish.kind,
        "exact": "true" if wish.exact else None,
        "limit": wish.limit if wish.limit != DEFAULT_LIMIT else None,
        "offset": wish.offset or None,
    }
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"{url_for('pages.search', municipality=wish.municipality)}?{query}"


def _turn(wish: SearchRequest, page: ResultPage) -> Turn:
    before, after = wish.offset - wish.limit, wish.offset + wish.limit
    return Turn(
        previous=_address(replace(wish, offset=max(before, 0))) if wish.offset else None,
        following=_address(replace(wish, offset=after)) if after < min(page.total, MAX_OFFSET + 1) else None,
    )


def _wider(wish: SearchRequest, page: ResultPage) -> Wider | None:
    """Where a question finds nothing because of what it was limited to, the way to its answers; else None."""
    is_limited = wish.audience or wish.topic or wish.kind
    if page.total or not is_limited:
        return None
    everything = replace(wish, audience=None, topic=None, kind=None, offset=0)
    total = site().service.search(everything).total
    return Wider(total=total, address=_address(everything)) if total else None
