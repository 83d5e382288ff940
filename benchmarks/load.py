"""Load over HTTP: `wrk` for as much as a server can take, a metronome of our own for a fixed rate.

wrk has no fixed rate. The metronome sends each request at its time, whether the ones before are answered or not, and
counts its time from when it was due: a server that stalls cannot hide that by keeping the client waiting.
"""

import asyncio
import re
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.stopwatch import Percentiles

#: As a browser keeps them: one connection, many requests.
_CONNECTIONS: Final = 16
_TIMEOUT_S: Final = 5.0
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
    return asyncio.run(_Metronome(host, port).beat(paths, per_second, seconds))


class _Metronome:
    def __init__(self, host: str, port: int) -> None:
        self._address = host, port
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def beat(self, paths: Sequence[str], per_second: float, seconds: float) -> Answered:
        count = int(per_second * seconds)
        start = time.perf_counter() + 0.1
        beats = [
            self._timed(paths[number % len(paths)], start + number / per_second) for number in range(count)
        ]
        times = await asyncio.gather(*beats)
        for _, writer in self._idle:
            writer.close()
        good = [each for each in times if each is not None]
        return Answered(count, count - len(good), Percentiles.of(good or [float("nan")]))

    async def _timed(self, path: str, due: float) -> float | None:
        """Milliseconds from when the request was due; None when it failed."""
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        try:
            async with asyncio.timeout(_TIMEOUT_S):
                answered = await self._get(path)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            return None
        return (time.perf_counter() - due) * 1e3 if answered else None

    async def _get(self, path: str) -> bool:
        reader, writer = self._idle.pop() if self._idle else await asyncio.open_connection(*self._address)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        await reader.readexactly(int(length[1]) if length else 0)
        self._idle.append((reader, writer))
        return head.startswith(b"HTTP/1.1 200")
