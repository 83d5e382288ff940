"""Whom a reader can always ask, in the reader's own language, and where an error leaves a way to go on."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import request

from widget_server.languages import Language
from widget_server.search.page import Fallback
from widget_server.search.parameters import Parameters
from widget_server.search.request import MAX_QUERY, SearchRequest
from widget_server.web.protocol import MunicipalityView
from widget_server.web.reading import asked_mildly, page_parameters
from widget_server.web.site import site


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysOn:
    """What a page about an error offers: what to ask `again`, and whom else; or else a `choice` of municipalities."""

    again: SearchRequest | None = None
    fallback: Fallback | None = None
    choice: Sequence[MunicipalityView] = ()

    @property
    def is_too_long(self) -> bool:
        """Whether the question must be made shorter before it can be asked."""
        return self.again is not None and len(self.again.query) > MAX_QUERY


def way_out(municipality: str, language: Language) -> Fallback:
    """The contact of `municipality`; the page of an empty request finds nothing and holds just that.

    Raises:
        UnknownError: there is no such municipality.
    """
    nothing = SearchRequest(query="", language=language, municipality=municipality)
    return site().service.search(nothing).fallback


def ways_on(language: Language) -> WaysOn:
    """The ways on from this request: to the municipality in its path, else to the only one, else to each of them."""
    service = site().service
    slugs = service.municipalities()
    meant = [slug for slug in slugs if slug == request.path.split("/")[1]] or slugs
    if len(meant) != 1:
        return WaysOn(choice=[service.municipality(slug) for slug in slugs])
    return WaysOn(again=_again(meant[0]), fallback=way_out(meant[0], language))


def _again(municipality: str) -> SearchRequest:
    """What was asked, as far as it can be read, the question too, be it too long."""
    typed = page_parameters(municipality)
    filters = {name: value for name, value in typed.items() if name != "q"}
    return replace(asked_mildly(filters), query=Parameters(typed).text("q", most=sys.maxsize))
