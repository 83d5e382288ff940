"""HTTP with the server of production: search against a constant answer of the same size from the same app."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from statistics import fmean, median
from threading import Event, Thread
from typing import Any, Final
from urllib.parse import urlencode

from benchmarks import constant_app, contents, load, machine, report
from widget_server import settings
from widget_server.engine.generations import GenerationStore
from widget_server.indexing.reindex import reindex

_HOST: Final = "127.0.0.1"
_WORKERS: Final = 2
_ROUNDS: Final = 3
_SECONDS: Final = 4
_STEADY_SECONDS: Final = 8

#: A municipality's page gets a few requests a second at most; this leaves the reindex room on two cores.
_REINDEX_RATE: Final = 50
_REINDEX_SECONDS: Final = 10


def run(entries: int) -> None:
    """Measure over `entries` entries in four languages."""
    if shutil.which("wrk") is None:
        print("http is skipped: wrk is not installed (Debian: apt-get install wrk)")
        return
    with tempfile.TemporaryDirectory() as folder:
        figures = _measured(Path(folder), entries)
    _show(figures)
    report.save("http", {"entries": entries, "wrk": machine.tool_version("wrk", "-v"), **figures})


def _measured(folder: Path, entries: int) -> dict[str, Any]:
    content, state = folder / "content", folder / "state"
    corpus = contents.real()
    contents.write(content, corpus, entries)
    store = GenerationStore(state)
    reindex(content, store, cache=settings.read().cache, today=contents.TODAY)
    searches = _searches(next(iter(corpus.municipalities)))
    with _served(state, size=1_000) as (port, _):
        size = round(fmean(len(_body(port, path)) for path in searches))
    with _served(state, size) as (port, server):
        rates = _rates(port, searches)
        half = load.at_rate(_HOST, port, searches, per_second=rates["search"] / 2, seconds=_STEADY_SECONDS)
        memory = [machine.memory_mb(worker) for worker in machine.children(server)]
        with _reindexing(content, store) as published:
            meanwhile = load.at_rate(
                _HOST, port, searches, per_second=_REINDEX_RATE, seconds=_REINDEX_SECONDS
            )
    return {
        "answer_bytes": size,
        "rates": rates,
        "share": rates["search"] / rates["constant"],
        "at_half": asdict(half),
        "worker_mb": {kind: fmean(each[kind] for each in memory) for kind in memory[0]},
        "while_reindexing": {**asdict(meanwhile), "reindexed": len(published)},
    }


def _searches(municipality: str) -> list[str]:
    """Each judged question as a path."""
    asked = contents.real().judged
    return [
        "/api/v1/search?" + urlencode({"q": each.query, "lang": each.language, "municipality": municipality})
        for each in asked
    ]


def _body(port: int, path: str) -> bytes:
    with urllib.request.urlopen(f"http://{_HOST}:{port}{path}", timeout=10) as answer:
        found: bytes = answer.read()
    return found


def _rates(port: int, searches: Sequence[str]) -> dict[str, float]:
    """Medians over rounds in which both take turns; the first is for warming up."""
    found: dict[str, list[float]] = {"search": [], "constant": []}
    load.rate(_HOST, port, searches, _SECONDS)
    for _ in range(_ROUNDS):
        found["search"].append(load.rate(_HOST, port, searches, _SECONDS))
        found["constant"].append(load.rate(_HOST, port, [constant_app.PATH], _SECONDS))
    return {name: median(rates) for name, rates in found.items()}


@contextmanager
def _served(state: Path, size: int) -> Iterator[tuple[int, int]]:
    """The port and the process of a server over `state`, as `terecht serve` would start it."""
    port = _free_port()
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--factory", "--no-ws"),
        *("--workers", str(_WORKERS), "--blocking-threads", "1", "--host", _HOST, "--port", str(port)),
        *("--log-level", "warning", "benchmarks.constant_app:application"),
    ]
    environment = {**os.environ, "TERECHT_STATE": str(state), constant_app.SIZE: str(size)}
    server = subprocess.Popen(command, env=environment, cwd=Path(__file__).parents[1])
    try:
        _wait_for(port)
        yield port, server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            _body(port, "/readyz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not come up within half a minute")


@contextmanager
def _reindexing(content: Path, store: GenerationStore) -> Iterator[list[float]]:
    """While it is open, one entry changes and is published, once a second or as soon as the one before is done."""
    published: list[float] = []
    stop = Event()
    thread = Thread(target=_publish_until, args=(stop, content, store, published))
    thread.start()
    try:
        yield published
    finally:
        stop.set()
        thread.join()


def _publish_until(stop: Event, content: Path, store: GenerationStore, published: list[float]) -> None:
    entry = min((content / "national" / "entries").glob("seeded-*.yaml"))
    text = entry.read_text("utf-8")
    while not stop.is_set():
        start = time.perf_counter()
        entry.write_text(
            text.replace("verified_on: 2026-10-01", f"verified_on: 2026-10-{len(published) % 28 + 1:02}")
        )
        reindex(content, store, cache=settings.read().cache, today=contents.TODAY)
        published.append(time.perf_counter() - start)
        stop.wait(max(0.0, 1.0 - published[-1]))


def _show(figures: dict[str, Any]) -> None:
    rates = figures["rates"]
    report.show(
        f"HTTP, {_WORKERS} workers, answers of {figures['answer_bytes']:,} bytes on average",
        ("", "requests a second"),
        [*rates.items(), ("search / constant", figures["share"])],
    )
    report.show("Memory of a worker", ("", "MB"), figures["worker_mb"].items())
    rows = (("at half of that rate", figures["at_half"]), ("while reindexing", figures["while_reindexing"]))
    report.show(
        f"At a fixed rate ({figures['while_reindexing']['reindexed']} reindexes in {_REINDEX_SECONDS} s)",
        ("", "requests", "failed", "p50 ms", "p99 ms"),
        [(name, each["requests"], each["failed"], *each["times"].values()) for name, each in rows],
    )
