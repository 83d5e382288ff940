"""A worker of production, asked the judged questions: a fresh process that tells what it took.

    python -m benchmarks.service_worker STATE ROUNDS [--municipalities N]

Printed is one JSON object, or with `--municipalities` one for each line that is read. The application is assembled whole, so that the memory is that of a real worker.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Final, Self

from benchmarks import process, stopwatch
from benchmarks.machine import memory_mb
from benchmarks.stopwatch import Percentiles
from widget_server.content.model import Audience, JudgedQuestion
from widget_server.engine.generations import GenerationStore
from widget_server.languages import Language
from widget_server.search.page import ResultPage
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf
from widget_server.settings import Settings
from widget_server.web.worker import assemble, settle

_QUESTIONS: Final = "questions.json"


@dataclass(frozen=True)
class Worker:
    """A service that was opened, what that took, and its memory before and after."""

    service: SearchService
    open_ms: float
    memory_mb: dict[str, dict[str, float]]

    @classmethod
    def start(cls, state: Path) -> Self:
        """Open what is published in `state`."""
        assemble(Settings(state=state))
        settle()
        before = memory_mb()
        shelf = EditionShelf(GenerationStore(state))
        open_ms = stopwatch.milliseconds(shelf.current)
        return cls(SearchService(shelf), open_ms, {"before": before, "opened": memory_mb()})

    def calls(self, requests: Iterable[SearchRequest]) -> list[partial[ResultPage]]:
        """The searches for `requests`."""
        return [partial(self.service.search, request) for request in requests]

    def told(self) -> dict[str, object]:
        """What opening took, and the memory until now."""
        return {"open_ms": self.open_ms, "memory_mb": self.memory_mb | {"asked": memory_mb()}}


def measure(state: Path, rounds: int) -> dict[str, object]:
    """The judged questions in one municipality: half of them warm the process up, the other half is new to it, and asked again."""
    worker = Worker.start(state)
    requests = _requests(state, worker.service.municipalities()[:1])
    calls = worker.calls(requests)
    middle = len(calls) // 2
    warming, fresh = calls[:middle], calls[middle:]
    first, new, again = stopwatch.once(warming), stopwatch.once(fresh), stopwatch.again(fresh, rounds)
    return {
        "questions": len(requests),
        **worker.told(),
        "first": asdict(Percentiles.of(first)),
        "new": asdict(Percentiles.of(new)),
        "again": asdict(Percentiles.of(again)),
        "stages": _shares(worker.service, requests),
    }


def answer(state: Path, rounds: int, municipalities: int) -> None:
    """Search when asked to: a line "start end" are requests by their numbers, and answered with their times; "done" with what it took.

    These are all questions in so many `municipalities` by turns, `rounds` times the same; then `rounds` times each in another one than before.
    First it tells how many questions there are.
    """
    worker = Worker.start(state)
    places = worker.service.municipalities()[:municipalities]
    same = _requests(state, places)
    others = (_requests(state, places, shift * len(same)) for shift in range(1, rounds + 1))
    calls = worker.calls([*same * rounds, *chain.from_iterable(others)])
    process.tell(len(same))
    for line in sys.stdin:
        asked = line.split()
        process.tell(worker.told() if asked == ["done"] else stopwatch.once(calls[slice(*map(int, asked))]))


def write_questions(state: Path, judged: Iterable[JudgedQuestion]) -> None:
    """Lay questions ready; a worker that read all content for them would count that as its own memory."""
    asked = [(each.query, each.language, each.audience) for each in judged]
    (state / _QUESTIONS).write_text(json.dumps(asked), "utf-8")


def _requests(state: Path, municipalities: Sequence[str], start: int = 0) -> list[SearchRequest]:
    """The judged questions, each in the next municipality, from `start` on. Neighbours are alike, so that every other one comes later."""
    questions = json.loads((state / _QUESTIONS).read_text("utf-8"))
    mixed = [*questions[::2], *questions[1::2]]
    places = islice(cycle(municipalities), start, None)
    return [_request(*asked, place) for asked, place in zip(mixed, places, strict=False)]


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
    parser.add_argument("--municipalities", type=int, help="answer line by line, in so many of them by turns")
    given = parser.parse_args()
    if given.municipalities:
        answer(given.state, given.rounds, given.municipalities)
    else:
        process.tell(measure(given.state, given.rounds))


if __name__ == "__main__":
    main()
