"""Time and its percentiles, in milliseconds."""

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Percentiles:
    """The middle, and what one in a hundred exceeds."""

    p50: float
    p99: float

    @classmethod
    def of(cls, times: Iterable[float]) -> "Percentiles":
        """The percentiles of `times`."""
        ordered = sorted(times)
        return cls(statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))])


def milliseconds(call: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter_ns()
    call()
    return (time.perf_counter_ns() - start) / 1e6


#: Whoosh completes some beginnings for seconds; a pass over all questions ends here with those that it got to.
_PATIENCE_S: Final = 2.0


def once(calls: Sequence[Callable[[], object]]) -> list[float]:
    """How long each call takes, one after another. Garbage is collected before, not in between."""
    gc.collect()
    return patiently([partial(milliseconds, call) for call in calls], float)


def patiently(calls: Sequence[Callable[[], object]], kind: Callable[[Any], float]) -> list[float]:
    """What calls give, as numbers, until the patience ends."""
    found: list[float] = []
    end = time.perf_counter() + _PATIENCE_S
    for call in calls:
        found.append(kind(call()))
        if time.perf_counter() > end:
            break
    return found


def again(calls: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """How long each call takes by the median of so many rounds: what other processes take is not ours."""
    return [statistics.median(times) for times in zip(*(once(calls) for _ in range(rounds)), strict=False)]
