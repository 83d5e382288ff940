"""Counts for operators: requests by route and status, and the time they took. Nothing about who asked, or what."""

import os
from collections import Counter
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

#: Prometheus text format 0.0.4, https://prometheus.io/docs/instrumenting/exposition_formats/
CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

_HELP: Final = {
    "terecht_requests_total": "Requests handled, by route and status.",
    "terecht_request_seconds_total": "Time spent on them, in seconds.",
}


@dataclass(frozen=True, slots=True)
class Metrics:
    """The counters of one worker process.

    Each worker counts for itself and puts its process id in the label `worker`, so that the
    series of different workers never look like one counter that jumps back.
    """

    _requests: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    _seconds: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def count(self, *, method: str, route: str, status: int, seconds: float) -> None:
        """Add one request. `route` is the rule, never the path: a path can hold what somebody typed."""
        key = (method, route, status)
        with self._lock:
            self._requests[key] += 1
            self._seconds[key] += seconds  # type: ignore[assignment]  # Counter is typed for whole numbers only

    def exposition(self, generation: str | None) -> str:
        """All counters as Prometheus reads them, and the generation that is served."""
        with self._lock:
            series = {
                "terecht_requests_total": dict(self._requests),
                "terecht_request_seconds_total": dict(self._seconds),
            }
        worker = os.getpid()
        lines = [
            "# HELP terecht_generation_info The generation that this worker serves.",
            "# TYPE terecht_generation_info gauge",
            f'terecht_generation_info{{worker="{worker}",generation="{generation or ""}"}} {int(generation is not None)}',
        ]
        for name, values in series.items():
            lines += [f"# HELP {name} {_HELP[name]}", f"# TYPE {name} counter"]
            lines += [
                f'{name}{{worker="{worker}",method="{method}",route="{route}",status="{status}"}} {round(value, 6)}'
                for (method, route, status), value in sorted(values.items())
            ]
        return "\n".join(lines) + "\n"
