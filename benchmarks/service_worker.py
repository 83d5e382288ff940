"""A worker of production, asked the judged questions: a fresh process that tells what it took.

    python -m benchmarks.service_worker STATE ROUNDS [--municipalities N]

Printed is one JSON object. The application is assembled whole, so that the memory is that of a real worker.
"""

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from itertools import cycle
from pathlib import Path

import widget_server.web.serve  # noqa: F401  what a worker imports is part of its memory
from benchmarks import contents, process, stages, stopwatch
from benchmarks.machine import memory_mb
from benchmarks.stopwatch import Percentiles
from widget_server.engine.generations import GenerationStore
from widget_server.evaluation.judging import request
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf
from widget_server.settings import Settings
from widget_server.web.assembly import assemble


def measure(state: Path, rounds: int, municipalities: int) -> dict[str, object]:
    assemble(Settings(state=state))
    before = memory_mb()
    shelf = EditionShelf(GenerationStore(state))
    open_ms = stopwatch.milliseconds(shelf.current)
    opened = memory_mb()
    service = SearchService(shelf)
    requests = _requests(service.municipalities()[:municipalities])
    calls = [partial(service.search, each) for each in requests]
    warming, fresh = calls[::2], calls[1::2]
    first, new, again = stopwatch.once(warming), stopwatch.once(fresh), stopwatch.again(fresh, rounds)
    asked = memory_mb()
    return {
        "questions": len(requests),
        "open_ms": open_ms,
        "memory_mb": {"before": before, "opened": opened, "asked": asked},
        "first": asdict(Percentiles.of(first)),
        "new": asdict(Percentiles.of(new)),
        "again": asdict(Percentiles.of(again)),
        "stages": _shares(service, requests),
    }


def _requests(municipalities: Sequence[str]) -> list[SearchRequest]:
    """Each judged question in the next municipality, until each municipality was asked and each question too."""
    questions = [request(question, municipalities[0]) for question in contents.real().judged]
    count = max(len(questions), 4 * len(municipalities))
    places, asked = cycle(municipalities), cycle(questions)
    return [replace(next(asked), municipality=next(places)) for _ in range(count)]


def _shares(service: SearchService, requests: Sequence[SearchRequest]) -> dict[str, float]:
    """The share of each stage in the time of all questions; what is in none of them is called "rest"."""
    with stages.watched() as spent:
        total = sum(stopwatch.once([partial(service.search, each) for each in requests]))
    shares = {stage: round(time / total, 3) for stage, time in spent.items()}
    return {**shares, "rest": round(1 - sum(shares.values()), 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path)
    parser.add_argument("rounds", type=int)
    parser.add_argument("--municipalities", type=int, default=1, help="how many are asked, in turn")
    given = parser.parse_args()
    process.tell(measure(given.state, given.rounds, given.municipalities))


if __name__ == "__main__":
    main()
