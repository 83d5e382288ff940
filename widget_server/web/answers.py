"""Pages of results as bytes, kept for the minute in which they hold.

Residents ask the same words, and search-as-you-type the same beginnings, so most searches of a busy minute were
answered in it before. Nothing of it reaches a disk: a question lives here for a few minutes at most, in memory, without
anything that says who asked.
"""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Final

from widget_server.search.request import SearchRequest
from widget_server.web.json_views import page_json
from widget_server.web.protocol import SearchService
from widget_server.web.replies import encode

#: About 10 kB each. Whatever falls out costs half a millisecond to make again.
KEPT: Final = 1_024


class Answers:
    """The encoded answers of a service. A new generation and a new minute (opening hours!) make them anew."""

    def __init__(self, service: SearchService, clock: Callable[[], datetime]) -> None:
        self._service = service
        self._clock = clock
        self._kept = lru_cache(KEPT)(self._make)

    def page(self, request: SearchRequest) -> bytes:
        """The answer to `request` as JSON."""
        minute = int(self._clock().timestamp()) // 60
        return self._kept(request, self._service.generation(), minute)

    def _make(self, request: SearchRequest, _generation: str, _minute: int) -> bytes:
        return encode(page_json(self._service.search(request)))
