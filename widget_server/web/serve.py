"""The production server: granian, as many processes as the settings say, two threads a process.

Granian answered small requests four to six times faster than gunicorn and waitress
(research: engines, section 3; docs/decisions/0005-server.md).
"""

import os
import sys
from typing import Final, NoReturn

from granian import Granian
from granian.constants import Interfaces

from widget_server import settings

#: Python runs one thread at a time, so that one would do, were it not for POST /api/v1/reindex: it waits for seconds, and
#: with one thread everybody whose connection this worker holds would wait with it.
THREADS: Final = 2

#: Seconds that a worker may take to end before it is killed: a reindex over HTTP is waited for.
PATIENCE: Final = 60

#: What to look at first, and where.
PLACES: Final = (
    ("/", "the widget on a municipality's page"),
    ("/webmasters", "the snippet to copy"),
    ("/api/v1/openapi.json", "the API"),
)


def take_over() -> NoReturn:
    """Become the server, by the settings of the environment, in this process but with nothing in it of what ran before.

    Workers are forks of it: what a reindex had imported would stay in the memory of each, 8 MiB.
    """
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-P", "-m", __name__])  # noqa: S606  no shell is wanted


def serve(configured: settings.Settings) -> None:
    """Serve until interrupted. Each worker is a process that runs `worker.application`."""
    Granian(
        target="widget_server.web.worker:application",
        factory=True,
        address=configured.host,
        port=configured.port,
        interface=Interfaces.WSGI,
        workers=configured.workers,
        blocking_threads=THREADS,
        websockets=False,
        log_access=False,  # URIs can hold questions, and questions personal data
        respawn_failed_workers=True,  # one that dies must not take the others with it
        workers_kill_timeout=PATIENCE,
    ).serve()


if __name__ == "__main__":
    serve(settings.read())
