"""YAML -> a published generation, on one core: all at once, then with little changed, stage by stage."""

import os
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from benchmarks import contents, machine, process, report
from widget_server import settings
from widget_server.content import loader
from widget_server.content.model import NATIONAL, Entry
from widget_server.engine.generations import GenerationStore
from widget_server.evaluation.judging import Fixed, judge
from widget_server.indexing.reindex import reindex
from widget_server.language.store import LemmaStore
from widget_server.languages import LANGUAGES
from widget_server.search.edition import Edition
from widget_server.search.service import SearchService

#: Words that no language has, so that each change brings new ones for all four.
_NEW: Final = {"nl": "kwispelwoord", "en": "quibbleword", "uk": "вигадослово", "ru": "выдумослово"}

#: So many entries have changed before one more does: shortly before all is built whole again.
_OTHERS: Final = 90

_ROWS: Final = (
    ("all {entries:,} entries", "all"),
    ("one changed", "changed"),
    ("one taken out", "removed"),
    (f"one changed after {_OTHERS} others", "late"),
    ("all again, after 200 changed", "again"),
)
HEAD: Final = ("", "seconds", "of processor", "reading", "indexing", "looking up words", "packing", "peak MB")


def run(entries: int) -> None:
    """Measure a reindex of `entries` entries in four languages. The dictionaries of the machine are made before."""
    LemmaStore.open(settings.read().cache)
    with tempfile.TemporaryDirectory() as folder:
        figures: dict[str, Any] = process.python("benchmarks.reindexing", folder, entries)
    found = {"entries": entries, **figures}
    report.show(
        f"Reindex of {entries:,} entries x 4 languages, {figures['yaml_mb']:.1f} MB of YAML, on one core",
        HEAD,
        rows(found),
    )
    print(f"\n{judged(found)}")
    report.save("reindex", found)


def rows(found: dict[str, Any]) -> list[tuple[object, ...]]:
    """The figures as the rows of a table."""
    return [(title.format(**found), *found[key].values()) for title, key in _ROWS]


def judged(found: dict[str, Any]) -> str:
    """What a reindex asks besides, in a sentence."""
    asked = found["judged"]
    return f"The {asked['questions']} judged questions that `terecht reindex` asks take {asked['seconds']:.1f} s more."


def measure(folder: Path, entries: int) -> dict[str, Any]:
    """The figures, in the process that this is: it stays on one core from here on."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    bench = _Bench(folder)
    corpus = contents.real()
    contents.write(bench.content, corpus, entries)
    seeded = list(contents.seeded(corpus, 200))
    figures = {"yaml_mb": machine.folder_mb(bench.content), "all": bench.reindexed()}
    bench.change(seeded[:1])
    figures["changed"] = bench.reindexed()
    bench.path(seeded[1]).unlink()
    figures["removed"] = bench.reindexed()
    bench.change(seeded[2 : _OTHERS + 1])
    bench.reindexed()
    bench.change(seeded[_OTHERS + 1 : _OTHERS + 2])
    figures["late"] = bench.reindexed()
    figures["judged"] = bench.judged()
    bench.change(seeded)
    return {
        **figures,
        "again": bench.reindexed(),
        "index_mb": machine.folder_mb(bench.store.current().folder),
    }


class _Bench:
    """A content folder, a state folder, and a cache that knows the dictionaries and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.store = GenerationStore(folder / "state")
        self.cache = folder / "cache"
        self.cache.mkdir()
        for path in settings.read().cache.glob("lemmas-*"):
            (self.cache / path.name).symlink_to(path.resolve())

    def path(self, entry: Entry) -> Path:
        return self.content / NATIONAL / "entries" / f"{entry.id}.yaml"

    def change(self, entries: list[Entry]) -> None:
        """Give each of `entries` a title with a new word in each language."""
        for number, entry in enumerate(entries):
            texts = {
                language: replace(
                    entry.texts[language], title=f"{_NEW[language]}{'abcdefghij'[number % 10]} {number}"
                )
                for language in LANGUAGES
            }
            self.path(entry).write_text(contents.as_yaml(replace(entry, texts=texts)), "utf-8")

    def reindexed(self) -> dict[str, float]:
        """What a reindex takes as the content is now, in all and by what it tells of."""
        start, worked = time.perf_counter(), time.process_time()
        stages = _Stages()
        reindex(self.content, self.store, cache=self.cache, today=contents.TODAY, progress=stages.enter)
        stages.enter("", 0, 1)
        return {
            "seconds": time.perf_counter() - start,
            "processor_seconds": time.process_time() - worked,
            **{name: stages.spent[name] for name in ("Reading", "Indexing", "Looking", "Packing")},
            "peak_mb": machine.peak_mb(),
        }

    def judged(self) -> dict[str, float]:
        """What asking the judged questions takes."""
        questions = loader.load(self.content, today=contents.TODAY, cache=self.cache).judged
        start = time.process_time()
        scorecard = judge(SearchService(Fixed(Edition(self.store.current()))), questions)
        return {"questions": len(scorecard.judgements), "seconds": time.process_time() - start}


class _Stages:
    """The processor's seconds between what a reindex tells, by the first word of it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._stage = ""
        self._since = time.process_time()

    def enter(self, what: str, _done: int, _total: int) -> None:
        now = time.process_time()
        self.spent[self._stage] += now - self._since
        self._stage, self._since = what.partition(" ")[0], now


if __name__ == "__main__":
    process.tell(measure(Path(sys.argv[1]), int(sys.argv[2])))
