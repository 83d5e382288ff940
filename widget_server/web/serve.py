"""The production server: granian, as many processes as the settings say, two threads a process.

Granian answered small requests four to six times faster than gunicorn and waitress
(research: engines, section 3; docs/decisions/0005-server.md).
"""

import logging
from socket import AF_INET, AF_INET6, create_server
from typing import Final

from granian import Granian
from granian.constants import Interfaces

from widget_server import settings
from widget_server.engine.generations import GenerationStore
from widget_server.engine.kernel import COMPILED
from widget_server.engine.progress import Progress
from widget_server.errors import IndexMissingError, RelevanceError, SettingsError
from widget_server.evaluation.publish import publish
from widget_server.search.shelf import EditionShelf

_LOGGER: Final = logging.getLogger(__name__)

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


def prepare(configured: settings.Settings, progress: Progress) -> None:
    """See that there is something to serve: index the content if nothing readable is published.

    After an upgrade that is so too. That a judged question is lost then is logged and stops nothing: no server is worse.

    Raises:
        ContentError: nothing readable is published, and the content holds faults.
        SettingsError: it cannot be served at the address of the settings.
    """
    _try_address(configured)
    if not COMPILED:
        _LOGGER.warning(
            "searches are slower than they could be: there was no C compiler when Terecht was installed (docs/operating.md)"
        )
    try:
        EditionShelf(GenerationStore(configured.state)).current()
    except IndexMissingError:
        _index(configured, progress)


def _index(configured: settings.Settings, progress: Progress) -> None:
    try:
        publish(configured, progress=progress)
    except RelevanceError as error:
        _LOGGER.warning("%s\n%s", error, "\n".join(error.losses))
        publish(configured, progress=progress, force=True)


def _try_address(configured: settings.Settings) -> None:
    """Where granian cannot listen, it ends in a panic with a page of addresses in memory."""
    family = AF_INET6 if ":" in configured.host else AF_INET
    try:
        create_server((configured.host, configured.port), family=family).close()
    except OSError as error:
        raise SettingsError(
            f"cannot listen on {configured.host}, port {configured.port}: {error.strerror}; "
            "choose another with TERECHT_HOST or TERECHT_PORT"
        ) from error


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
