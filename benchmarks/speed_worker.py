"""One engine in a process of its own: builds its index, or opens it and answers every question.

    python -m benchmarks.speed_worker ENGINE FOLDER build|ask

FOLDER holds the corpus and the questions; the index is in FOLDER/ENGINE. Printed is one JSON object; `node/worker.mjs`
prints the same.
"""

import sys
import time
from dataclasses import asdict
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any, Final

from benchmarks import engines, machine, process, stopwatch, texts
from benchmarks.stopwatch import Percentiles

#: How often each question is asked again in one process; its median counts.
_AGAIN: Final = 5


#: So many questions of a kind tell how many an engine answers at all.
_TRIED: Final = 100


def build(name: str, folder: Path) -> dict[str, Any]:
    index = folder / name
    index.mkdir()
    start = time.perf_counter()
    engines.load(name).build(index, texts.read(folder))
    return {"build_s": time.perf_counter() - start, "index_mb": machine.folder_mb(index)}


def ask(name: str, folder: Path) -> dict[str, Any]:
    """Half of the questions warm the process up; the other half is new to it, then asked again a few times."""
    questions = asdict(texts.Questions.read(folder))
    engine = engines.load(name)
    before = machine.memory_mb()["rss"]
    start = time.perf_counter()
    opened = engine.open(folder / name)
    figures: dict[str, Any] = {"open_ms": (time.perf_counter() - start) * 1e3}
    for kind, asked in questions.items():
        calls = [partial(getattr(opened, kind), *each) for each in asked]
        warming, fresh = calls[::2], calls[1::2]
        figures[kind] = {
            "first": asdict(Percentiles.of(stopwatch.once(warming))),
            "new": asdict(Percentiles.of(stopwatch.once(fresh))),
            "again": asdict(Percentiles.of(stopwatch.again(fresh, _AGAIN))),
            "answered": fmean(stopwatch.patiently(calls[:_TRIED], bool)),
        }
    figures["memory_mb"] = machine.memory_mb()["rss"] - before
    return figures


def main() -> None:
    name, folder, what = sys.argv[1:]
    process.tell({"build": build, "ask": ask}[what](name, Path(folder)))


if __name__ == "__main__":
    main()
