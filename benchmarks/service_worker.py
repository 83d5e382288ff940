"""A worker of production, asked the judged questions: a fresh process that tells what it took.

    python -m benchmarks.service_worker STATE ROUNDS [--municipalities N]

Printed is one JSON object. The application is assembled whole, so that the memory is that of a real worker.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Final

from benchmarks import process, stopwatch
from benchmarks.machine import memory_mb
from benchmarks.stopwatch import Percentiles
from widget_server.content.model import Audience, JudgedQuestion
from widget_server.engine.generations import GenerationStore
from widget_server.languages import Language
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf
from widget_server.settings import Settings
from widget_server.web.worker import assemble, settle

_QUESTIONS: Final = "questions.json"


def measure(state: Path, rounds: int, municipalities: int) -> dict[str, object]:
    assemble(Settings(state=state))
    settle()
    before = memory_mb()
    shelf = EditionShelf(GenerationStore(state))
    open_ms = stopwatch.milliseconds(shelf.current)
    opened = memory_mb()
    service = SearchService(shelf)
    requests = _requests(state, service.municipalities()[:municipalities])
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


def write_questions(state: Path, judged: Iterable[JudgedQuestion]) -> None:
    """Lay questions ready; a worker that read all content for them would count that as its own memory."""
    asked = [(each.query, each.language, each.audience) for each in judged]
    (state / _QUESTIONS).write_text(json.dumps(asked), "utf-8")


def _requests(state: Path, municipalities: Sequence[str]) -> list[SearchRequest]:
    """Each judged question in the next municipality, until each municipality was asked and each question too."""
    questions = json.loads((state / _QUESTIONS).read_text("utf-8"))
    count = max(len(questions), 4 * len(municipalities))
    places, asked = cycle(municipalities), cycle(questions)
    return [_request(*next(asked), next(places)) for _ in range(count)]


def _request(query: str, language: Language, audience: str | None, municipality: str) -> SearchRequest:
    return SearchRequest(
        query=query,
        language=language,
        municipality=municipality,
        audience=Audience(audience) if audience else None,
    )


def _shares(service: SearchService, requests: Sequence[SearchRequest]) -> dict[str, float]:
    """The share of each stage in the time of all questions; what is in none of them is called "rest"."""
    from benchmarks import stages  # noqa: PLC0415  it imports 4 MB that no worker has, and memory was measured by now

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
