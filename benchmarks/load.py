"""Load over HTTP: `wrk` for as much as a server can take, a metronome of our own for a fixed rate.

wrk has no fixed rate. The metronome sends each request at its time, whether the ones before are answered or not, and
counts its time from when it was due: a server that stalls cannot hide that by keeping the client waiting.
"""

import re
import selectors
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Final

from benchmarks.stopwatch import Percentiles

#: As a browser keeps them: one connection, many requests.
_CONNECTIONS: Final = 16
_TIMEOUT_S: Final = 5.0
_CHUNK: Final = 1 << 16
_LENGTH: Final = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_RATE: Final = re.compile(r"Requests/sec:\s+([\d.]+)")
_ERRORS: Final = re.compile(r"Non-2xx or 3xx responses: (\d+)")


def rate(host: str, port: int, paths: Sequence[str], seconds: int) -> float:
    """Requests a second that are answered, `paths` in turn, 16 connections, by wrk.

    Raises:
        RuntimeError: an answer was none of 2xx.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".lua", encoding="utf-8") as script:
        script.write(_script(paths))
        script.flush()
        command = [
            "wrk",
            "-t1",
            f"-c{_CONNECTIONS}",
            f"-d{seconds}s",
            "-s",
            script.name,
            f"http://{host}:{port}",
        ]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if _ERRORS.search(told):
        raise RuntimeError(told)
    found = _RATE.search(told)
    return float(found[1]) if found else 0.0


def _script(paths: Sequence[str]) -> str:
    quoted = ", ".join(f'"{path}"' for path in paths)
    return f"""
local paths = {{ {quoted} }}
local place = 0
request = function()
  place = place % #paths + 1
  return wrk.format("GET", paths[place])
end
"""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a load at a fixed rate: times in milliseconds, and how many requests got no 200."""

    requests: int
    failed: int
    times: Percentiles


def at_rate(host: str, port: int, paths: Sequence[str], *, per_second: float, seconds: float) -> Answered:
    """Send `paths` in turn at a fixed rate."""
    return _Metronome(host, port, paths).beat(int(per_second * seconds), 1 / per_second)


@dataclass(slots=True)
class _Waiting:
    """A connection with a request under way, which was `due` at that moment; `left` bytes of its answer are to come."""

    connection: socket.socket
    due: float
    left: int = -1
    is_good: bool = False


class _Metronome:
    """One thread and a selector: at 1,500 requests a second it takes a tenth of a core, of which the server has two."""

    def __init__(self, host: str, port: int, paths: Sequence[str]) -> None:
        self._address = host, port
        self._requests = cycle([f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() for path in paths])
        self._idle: list[socket.socket] = []
        self._selector = selectors.DefaultSelector()
        self._times: list[float] = []
        self._next_look = 0.0

    def beat(self, count: int, interval: float) -> Answered:
        start = time.perf_counter() + interval
        sent = failed = 0
        while sent < count or self._selector.get_map():
            now = time.perf_counter()
            while sent < count and start + sent * interval <= now:
                failed += not self._send(start + sent * interval)
                sent += 1
            pause = start + sent * interval - time.perf_counter() if sent < count else _TIMEOUT_S
            ready = self._selector.select(max(0.0, pause))
            failed += sum(not self._receive(key.data) for key, _ in ready)
            failed += self._give_up(time.perf_counter() - _TIMEOUT_S)
        for connection in self._idle:
            connection.close()
        return Answered(count, failed, Percentiles.of(self._times or [float("nan")]))

    def _send(self, due: float) -> bool:
        try:
            connection = (
                self._idle.pop() if self._idle else socket.create_connection(self._address, _TIMEOUT_S)
            )
            connection.sendall(next(self._requests))
        except OSError:
            return False
        self._selector.register(connection, selectors.EVENT_READ, _Waiting(connection, due))
        return True

    def _receive(self, waiting: _Waiting) -> bool:
        """Take what has come; False if that makes the request a failed one."""
        try:
            chunk = waiting.connection.recv(_CHUNK)
        except OSError:
            chunk = b""
        if not chunk:
            self._drop(waiting)
            return False
        if waiting.left < 0:
            head, _, chunk = chunk.partition(b"\r\n\r\n")  # a head fits into the first piece
            length = _LENGTH.search(head)
            waiting.left = int(length[1]) if length else 0
            waiting.is_good = head.startswith(b"HTTP/1.1 200")
        waiting.left -= len(chunk)
        if waiting.left > 0:
            return True
        self._selector.unregister(waiting.connection)
        self._idle.append(waiting.connection)
        if waiting.is_good:
            self._times.append((time.perf_counter() - waiting.due) * 1e3)
        return waiting.is_good

    def _give_up(self, before: float) -> int:
        """Drop what was due `before` that moment; how many these are."""
        if time.perf_counter() < self._next_look:
            return 0
        self._next_look = time.perf_counter() + _TIMEOUT_S / 10
        late = [key.data for key in self._selector.get_map().values() if key.data.due < before]
        for waiting in late:
            self._drop(waiting)
        return len(late)

    def _drop(self, waiting: _Waiting) -> None:
        self._selector.unregister(waiting.connection)
        waiting.connection.close()
