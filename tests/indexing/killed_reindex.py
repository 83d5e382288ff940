"""`terecht reindex` that dies of SIGKILL at a moment: a step that it tells of, or the look at its result.

Run by test_killed with the moment; the folders are in the environment, as ever.
"""

import os
import signal
import sys
from typing import NoReturn

from widget_server import cli, terminal
from widget_server.evaluation import publish


def die(*_anything: object) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def reindex(moment: str) -> None:
    """Run the command; dies at `moment`."""

    def progress(what: str, done: int, total: int) -> None:
        if what == moment and done == total // 2:
            die()

    terminal.progress = progress
    if moment == "judging":
        publish.gate = die
    cli.main(["reindex"])


if __name__ == "__main__":
    reindex(sys.argv[1])
