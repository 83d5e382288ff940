"""What all tests share: this repository's content, indexed once, and a real server that answers from it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: Dictionaries take half a minute to prepare, once for each machine; tests share them with `make run`.
CACHE = ROOT / "var" / "cache"
START_SECONDS = 60
BROWSER_TRIES = 2
TOKEN = "a-token-for-tests"  # noqa: S105  it guards a server that lives as long as the tests


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give a test in the browser another try: on a busy machine a real page is sometimes late."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=BROWSER_TRIES, reruns_delay=1))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(base: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} before it was ready")
        try:
            with urllib.request.urlopen(f"{base}/readyz", timeout=2):  # noqa: S310  our own server
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server was not ready within {START_SECONDS} seconds")


@pytest.fixture(scope="session")
def cache() -> Path:
    """The folder of the prepared dictionaries."""
    return CACHE


@pytest.fixture(scope="session")
def token() -> str:
    """What `server` takes for the right to reindex."""
    return TOKEN


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder with this repository's content published in it."""
    folder = tmp_path_factory.mktemp("state")
    environment = os.environ | {"TERECHT_STATE": str(folder), "TERECHT_CACHE": str(CACHE)}
    subprocess.run(
        [sys.executable, "-m", "widget_server.cli", "reindex"], check=True, env=environment, cwd=ROOT
    )
    return folder


@pytest.fixture(scope="session")
def server(state: Path) -> Iterator[str]:
    """The base URL of a real server over `state`."""
    port = _free_port()
    environment = os.environ | {
        "TERECHT_STATE": str(state),
        "TERECHT_CACHE": str(CACHE),
        "TERECHT_PORT": str(port),
        "TERECHT_WORKERS": "1",
        "TERECHT_REINDEX_TOKEN": TOKEN,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "widget_server.cli", "serve"], env=environment, cwd=ROOT
    )
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(base, process)
        yield base
    finally:
        process.terminate()
        process.wait(timeout=10)
