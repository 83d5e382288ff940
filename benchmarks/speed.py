"""Three terms, a prefix, a typo: our engine beside others, each in a process of its own, all in one run."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks import machine, process, report, texts
from benchmarks.engines import NODE, PYTHON

_NODE_HOME: Final = Path(__file__).parent / "node"
_ROUNDS: Final = 3
_QUESTIONS: Final = 400
_KINDS: Final = ("terms", "prefix", "typo")

#: Beyond these the engine takes minutes to build or to answer (Whoosh: a beginning, a typo), or more memory than a small machine has.
_MOST_ENTRIES: Final = {"whoosh": 200, "lunr": 2_000, "minisearch": 20_000, "orama": 20_000}

#: Cold: the first questions of a process; new: questions it was not asked before; again: the same once more.
_HEAD: Final = (
    *("engine", "cold p50", "p99", "new p50", "p99", "x ours", "again p50", "p99", "x ours", "answered"),
)

Figures = dict[str, Any]


def run(sizes: Sequence[int]) -> None:
    """Measure each size and save it. Sizes that an earlier run measured and this one does not keep their figures."""
    for size in sizes:
        earlier = report.read("speed") or {"sizes": {}}
        figures = {**earlier["sizes"], str(size): measure(size)}
        report.save("speed", {"node": machine.tool_version("node", "--version"), "sizes": _by_size(figures)})


def _by_size(figures: Mapping[str, Figures]) -> Figures:
    return {size: figures[size] for size in sorted(figures, key=int)}


def measure(size: int) -> Figures:
    """All engines over one seeded corpus of `size` entries in four languages."""
    with tempfile.TemporaryDirectory() as folder:
        corpus_mb = texts.write(Path(folder), size, _QUESTIONS) / 2**20
        print(f"\n== {size:,} entries x 4 languages, {corpus_mb:.1f} MB of text ==", flush=True)
        names = _names(size)
        built = {name: _told(name, folder, "build") for name in names}
        rounds = [{name: _told(name, folder, "ask") for name in names} for _ in range(_ROUNDS)]
    engines = {name: built[name] | _middle([each[name] for each in rounds]) for name in names}
    _show(engines)
    return {"entries": size, "corpus_mb": corpus_mb, "engines": engines}


def _names(size: int) -> list[str]:
    return [name for name in (*PYTHON, *_node_names()) if size <= _MOST_ENTRIES.get(name, size)]


def _node_names() -> tuple[str, ...]:
    if (_NODE_HOME / "node_modules").is_dir() and machine.tool_version("node", "--version"):
        return NODE
    print("MiniSearch, Orama and lunr are left out: `npm ci` in benchmarks/node installs them")
    return ()


def _told(name: str, folder: str, what: str) -> Figures:
    if name in PYTHON:
        found: Figures = process.python("benchmarks.speed_worker", name, folder, what)
    else:
        found = process.told("node", "--expose-gc", _NODE_HOME / "worker.mjs", name, folder, what)
    return found


def _middle(rounds: Sequence[Any]) -> Any:
    """The median of each figure over the rounds, however deep it lies."""
    first = rounds[0]
    if isinstance(first, dict):
        return {key: _middle([each[key] for each in rounds]) for key in first}
    return median(rounds)


def _show(engines: Mapping[str, Figures]) -> None:
    report.show(
        "Size and memory",
        ("engine", "build s", "index MB", "open ms", "memory MB"),
        [
            (name, *(each[key] for key in ("build_s", "index_mb", "open_ms", "memory_mb")))
            for name, each in engines.items()
        ],
    )
    for kind in _KINDS:
        ours = engines["terecht"][kind]
        report.show(
            f"{kind}: p50 and p99 in milliseconds, and p50 in units of ours",
            _HEAD,
            [_row(name, each[kind], ours) for name, each in engines.items()],
        )


def _row(name: str, figures: Figures, ours: Figures) -> tuple[object, ...]:
    cold, new, again = (figures[when] for when in ("first", "new", "again"))
    return (
        name,
        *cold.values(),
        *(*new.values(), new["p50"] / ours["new"]["p50"]),
        *(*again.values(), again["p50"] / ours["again"]["p50"]),
        figures["answered"],
    )
