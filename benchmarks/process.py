"""A measurement in a process of its own, which tells what it found as one JSON object."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, cast

_HOME: Final = Path(__file__).parents[1]


def python(module: str, *arguments: object) -> Any:
    """What `python -m module arguments` tells."""
    return told(sys.executable, "-m", module, *arguments)


def told(*command: object) -> Any:
    """What `command` tells.

    Raises:
        subprocess.CalledProcessError: it failed; what it said of that was printed.
    """
    done = subprocess.run([str(part) for part in command], cwd=_HOME, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


class Answering:
    """A process that says something, then answers each line with one, as JSON; it ends when there are no more."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """`process` has pipes to write to and to read from."""
        self._asked = cast("IO[str]", process.stdin)
        self._answers = cast("IO[str]", process.stdout)
        self.said = self._next()

    def answer(self, *asked: object) -> Any:
        """What it answers to these words."""
        print(*asked, file=self._asked, flush=True)
        return self._next()

    def _next(self) -> Any:
        return json.loads(self._answers.readline())


@contextmanager
def answering(module: str, *arguments: object) -> Iterator[Answering]:
    """`python -m module arguments` as long as it is asked."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=_HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Answering(process)


def tell(found: object) -> None:
    """What a process of its own answers, or ends with."""
    print(json.dumps(found), flush=True)
