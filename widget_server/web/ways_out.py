"""Whom a reader can always ask, in the reader's own language."""

from widget_server.languages import Language
from widget_server.search.page import Fallback
from widget_server.search.request import SearchRequest
from widget_server.web.site import site


def way_out(municipality: str, language: Language) -> Fallback:
    """The contact of `municipality`; the page of an empty request finds nothing and holds just that.

    Raises:
        UnknownError: there is no such municipality.
    """
    nothing = SearchRequest(query="", language=language, municipality=municipality)
    return site().service.search(nothing).fallback
