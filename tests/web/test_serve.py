"""The production server itself: what becomes of it when one of its processes dies."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

SAMPLE = Path(__file__).parents[1] / "content" / "sample"
PATIENCE = 30.0  # seconds


@dataclass(frozen=True)
class Server:
    """A server of two workers, which tells in `log` what it does."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    def workers(self) -> list[int]:
        """The processes of all workers that it ever started, in their order."""
        return [
            int(number) for number in re.findall(r"Spawning worker-\d with PID: (\d+)", self.log.read_text())
        ]

    def has_started(self, workers: int) -> bool:
        """Whether so many have been ready in all."""
        return self.log.read_text().count("Started worker-") == workers

    def answers(self) -> bool:
        """Whether it answers."""
        with urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=PATIENCE) as reply:
            return bool(reply.status == 200)


@pytest.fixture
def server(tmp_path: Path, cache: Path) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    environment = os.environ | {
        "TERECHT_CONTENT": str(SAMPLE),
        "TERECHT_STATE": str(tmp_path / "state"),
        "TERECHT_CACHE": str(cache),
        "TERECHT_PORT": str(port),
        "TERECHT_WORKERS": "2",
    }
    command = [Path(sys.executable).with_name("terecht"), "serve"]
    with (
        (tmp_path / "log").open("wb") as log,
        subprocess.Popen(command, env=environment, stdout=log) as process,
    ):
        yield Server(process, port, tmp_path / "log")
        process.terminate()
        process.wait(PATIENCE)


def until(holds: Callable[[], bool]) -> bool:
    """Whether it holds before long."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False


def test_a_worker_that_dies_is_replaced_and_takes_no_other_with_it(server: Server) -> None:
    assert until(lambda: server.has_started(2))
    os.kill(server.workers()[0], signal.SIGKILL)
    assert until(lambda: server.has_started(3))
    assert server.process.poll() is None
    assert all(server.answers() for _ in range(10))


@pytest.mark.skipif(
    not Path("/proc/self/maps").exists(), reason="only Linux tells which files a process has loaded"
)
def test_workers_hold_nothing_of_the_reindex_that_came_before(server: Server) -> None:
    assert until(lambda: server.has_started(2))
    assert (server.log.parent / "state/current").exists()
    loaded = [Path(f"/proc/{worker}/maps").read_text() for worker in server.workers()]
    assert all("granian" in files for files in loaded)
    assert not any("_yaml" in files for files in loaded)
