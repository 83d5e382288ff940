"""Pages of results as bytes, kept for as long as they hold.

Residents ask the same words, and search-as-you-type the same beginnings, so most searches of a busy hour repeat one that
was answered already. Nothing of it reaches a disk: a question lives here until others push it out, or until the first question
after a reindex, in memory, without anything that says who asked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final, Generic, TypeVar

from widget_server.search.request import SearchRequest
from widget_server.web.json_views import page_json
from widget_server.web.protocol import SearchService
from widget_server.web.replies import encode

Kept = TypeVar("Kept")

#: Most take about 10 kB. Whatever falls out costs a millisecond to make again.
KEPT: Final = 1_024

#: Bytes. Ten results take up to 38 kB; longer answers, fifty at once, are made each time: nobody is to fill the memory of a
#: server by asking for them.
LONGEST_KEPT: Final = 40 << 10


@dataclass(frozen=True, slots=True)
class _Answer:
    """`until` is in seconds since 1970: a clock that is put an hour back does not make the answer younger."""

    body: bytes
    until: float


@dataclass(slots=True)
class _Slot(Generic[Kept]):
    """Where something stands once it was made. Threads may race; the result is the same."""

    kept: Kept | None = None


class Answers:
    """The encoded answers of a service.

    An answer is made anew for a new generation, and from the moment at which it no longer holds:
    when one of the contact points in it opens or closes, and at midnight. Making them anew each minute
    let every question of a busy server wait for all others at its end (docs/performance.md).
    """

    def __init__(self, service: SearchService, clock: Callable[[], datetime]) -> None:
        self._service = service
        self._clock = clock
        self._slot = lru_cache(KEPT)(self._no_answer)
        self._wish = lru_cache(KEPT)(self._no_wish)
        self._edition = 0

    def __len__(self) -> int:
        """How many requests are remembered."""
        return self._slot.cache_info().currsize

    def page(self, request: SearchRequest) -> bytes:
        """The answer to `request` as JSON."""
        return self._page(request, self._current())

    def page_at(self, address: bytes, read: Callable[[], SearchRequest]) -> bytes:
        """The answer to the request that `read` finds in the query string `address`, as JSON.

        To read it takes as long as all else about an answer that is kept, so that it is done once.

        Raises:
            RequestError: as `read` does, each time.
        """
        edition = self._current()
        slot = self._wish(address, edition)
        if slot.kept is None:
            slot.kept = read()
        return self._page(slot.kept, edition)

    def _current(self) -> int:
        """The edition that answers; what an earlier one made is forgotten."""
        edition = self._service.edition()
        if edition > self._edition:
            self._edition = edition
            self._slot.cache_clear()
            self._wish.cache_clear()
        return edition

    def _page(self, request: SearchRequest, edition: int) -> bytes:
        slot = self._slot(request, edition)
        answer = slot.kept
        if answer is None or answer.until <= self._clock().timestamp():
            answer = self._make(request)
            if len(answer.body) <= LONGEST_KEPT:
                slot.kept = answer
        return answer.body

    def _make(self, request: SearchRequest) -> _Answer:
        page = self._service.search(request)
        return _Answer(encode(page_json(page)), page.holds_until.timestamp())

    @staticmethod
    def _no_answer(_request: SearchRequest, _edition: int) -> _Slot[_Answer]:
        return _Slot()

    @staticmethod
    def _no_wish(_address: bytes, _edition: int) -> _Slot[SearchRequest]:
        return _Slot()
