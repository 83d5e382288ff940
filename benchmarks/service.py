"""The whole search, as production runs it: the judged questions of all kinds, over real and seeded entries."""

import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from benchmarks import contents, machine, process, report, service_worker
from benchmarks.stopwatch import Percentiles
from widget_server import settings
from widget_server.content.model import Corpus
from widget_server.engine.generations import GenerationStore
from widget_server.indexing.reindex import publish_corpus

#: Shared and own entries of each municipality, as issue 3 of 4 promises them.
SHARED: Final = 300
OWN: Final = 50

_ROUNDS: Final = 4

#: Questions that one worker answers before it is the other's turn.
_TURN: Final = 20

#: Half of the questions warm the process up, the other half is new to it then, and asked again.
_TOLD: Final = {"first": "in a fresh process", "new": "new to a warm process", "again": "asked again"}

#: With many municipalities each question is then asked in others.
_TURNS: Final = (*_TOLD, "elsewhere")


def run(entries: int, municipalities: int) -> None:
    """Measure one municipality with `entries` entries, then many with `SHARED` and `OWN` each."""
    corpus = contents.real()
    one = _one(contents.grown(corpus, entries))
    many = _many(contents.spread(corpus, municipalities=municipalities, shared=SHARED, own=OWN))
    report.save("service", {"one": one, "many": many})


def _one(corpus: Corpus) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        size = _published(corpus, Path(folder))
        found = process.python("benchmarks.service_worker", folder, _ROUNDS)
    figures = {"entries": len(corpus.entries), "index_mb": size, **found}
    _show_memory(f"The whole search: {len(corpus.entries):,} entries x 4 languages", size, found)
    report.show(
        f"{found['questions']} judged questions, milliseconds",
        ("", "p50", "p99"),
        [(_TOLD[when], *found[when].values()) for when in _TOLD],
    )
    report.show("Where the time goes", ("stage", "share"), found["stages"].items())
    return figures


def _many(corpus: Corpus) -> dict[str, Any]:
    count = len(corpus.municipalities)
    with tempfile.TemporaryDirectory() as folder:
        size = _published(corpus, Path(folder))
        alone, found = _by_turns(folder, 1, count)
    _show_memory(f"{count} municipalities, {SHARED} shared and {OWN} own entries each", size, found)
    ratios = {when: found[when]["p50"] / alone[when]["p50"] for when in _TURNS}
    report.show(
        "The judged questions, milliseconds",
        ("", *(f"{when} {figure}" for when in _TURNS for figure in ("p50", "p99"))),
        [
            (name, *(value for when in _TURNS for value in figures[when].values()))
            for name, figures in (("asked in one of them", alone), ("asked in all in turn", found))
        ],
    )
    report.show("All against one, p50", _TURNS, [tuple(ratios.values())])
    return {
        "municipalities": count,
        "entries": len(corpus.entries),
        "index_mb": size,
        "ratios": ratios,
        "one": alone,
        "all": found,
    }


def _by_turns(folder: str, *municipalities: int) -> list[dict[str, Any]]:
    """What workers take that ask the same questions in so many municipalities each; they wait for one another after every few.

    A machine that others use is slow for minutes and then quick again: both see the same of that.
    """
    with ExitStack() as stack:
        workers = [
            stack.enter_context(
                process.answering("benchmarks.service_worker", folder, _ROUNDS, "--municipalities", count)
            )
            for count in municipalities
        ]
        questions = workers[0].said
        times: list[list[float]] = [[] for _ in workers]
        for start in range(0, 2 * _ROUNDS * questions, _TURN):
            for worker, own in zip(workers, times, strict=True):
                own.extend(worker.answer(start, start + _TURN))
        return [
            worker.answer("done") | _percentiles(own, questions)
            for worker, own in zip(workers, times, strict=True)
        ]


def _percentiles(times: list[float], questions: int) -> dict[str, Any]:
    """Of the first half of the questions, of the second, of all when they come back, and of all when others ask them."""
    ends = questions // 2, questions, _ROUNDS * questions, len(times)
    parts = (times[start:end] for start, end in pairwise((0, *ends)))
    return {when: asdict(Percentiles.of(part)) for when, part in zip(_TURNS, parts, strict=True)}


def _published(corpus: Corpus, state: Path) -> float:
    publish_corpus(corpus, GenerationStore(state), cache=settings.read().cache)
    size = machine.folder_mb(state)
    service_worker.write_questions(state, contents.real().judged)
    return size


def _show_memory(title: str, index_mb: float, found: dict[str, Any]) -> None:
    memory = found["memory_mb"]
    report.show(
        title,
        ("index MB", "RSS before MB", "RSS opened MB", "RSS asked MB", "PSS asked MB", "open ms"),
        [
            (
                index_mb,
                memory["before"]["rss"],
                memory["opened"]["rss"],
                memory["asked"]["rss"],
                memory["asked"]["pss"],
                found["open_ms"],
            )
        ],
    )
