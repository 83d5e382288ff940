"""Where the time of a search goes: the stages of `SearchService`, each with a stopwatch around it."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final
from unittest.mock import patch

from widget_server.search import service
from widget_server.search.understand import Understanding

#: A stage, and where what is called for it once a search is found. `SearchService` calls them in this order.
_STAGES: Final[tuple[tuple[str, Any, str], ...]] = (
    ("understand", Understanding, "plan"),
    ("match and rank", service, "evaluate"),
    ("present", service, "_page"),
)


@contextmanager
def watched() -> Iterator[dict[str, float]]:
    """While it is open, the milliseconds of each stage are added up in what it gives."""
    spent: dict[str, float] = defaultdict(float)
    with ExitStack() as stack:
        for stage, owner, name in _STAGES:
            stack.enter_context(patch.object(owner, name, _timed(stage, getattr(owner, name), spent)))
        yield spent


def _timed(stage: str, call: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.perf_counter_ns()
        try:
            return call(*arguments, **named)
        finally:
            spent[stage] += (time.perf_counter_ns() - start) / 1e6

    return timed
