"""YAML -> a published generation, on one core; then again with one entry changed."""

import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from benchmarks import contents, machine, process, report
from widget_server import settings
from widget_server.content.model import NATIONAL
from widget_server.engine.generations import GenerationStore
from widget_server.indexing.reindex import reindex
from widget_server.language.store import LemmaStore

_CHANGED: Final = "seeded-00000"


def run(entries: int) -> None:
    """Measure a reindex of `entries` entries in four languages. The dictionaries of the machine are made before."""
    LemmaStore.open(settings.read().cache)
    with tempfile.TemporaryDirectory() as folder:
        figures: dict[str, Any] = process.python("benchmarks.reindexing", folder, entries)
    report.show(
        f"Reindex of {entries:,} entries x 4 languages, {figures['yaml_mb']:.1f} MB of YAML, on one core",
        ("", "seconds", "seconds of processor", "peak memory MB"),
        [(name, *figures[key].values()) for name, key in (("all", "all"), ("one entry changed", "changed"))],
    )
    report.save("reindex", {"entries": entries, **figures})


def measure(folder: Path, entries: int) -> dict[str, Any]:
    """The figures, in the process that this is: it stays on one core from here on."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    content, store = folder / "content", GenerationStore(folder / "state")
    corpus = contents.real()
    contents.write(content, corpus, entries)
    figures = {"yaml_mb": machine.folder_mb(content), "all": _once(content, store)}
    first = next(contents.seeded(corpus, 1))
    texts = {
        language: replace(text, title=f"{text.title} {text.title}") for language, text in first.texts.items()
    }
    changed = content / NATIONAL / "entries" / f"{_CHANGED}.yaml"
    changed.write_text(contents.as_yaml(replace(first, texts=texts)), "utf-8")
    return {**figures, "changed": _once(content, store), "index_mb": machine.folder_mb(folder / "state")}


def _once(content: Path, store: GenerationStore) -> dict[str, float]:
    start, worked = time.perf_counter(), time.process_time()
    reindex(content, store, cache=settings.read().cache, today=contents.TODAY)
    return {
        "seconds": time.perf_counter() - start,
        "processor_seconds": time.process_time() - worked,
        "peak_mb": machine.peak_mb(),
    }


if __name__ == "__main__":
    process.tell(measure(Path(sys.argv[1]), int(sys.argv[2])))
