"""What `terecht serve` sees to before the server takes over: that it can listen, and that there is something to serve."""

import logging
from socket import AF_INET, AF_INET6, create_server
from typing import Final

from widget_server import settings
from widget_server.engine.generations import GenerationStore
from widget_server.engine.progress import Progress
from widget_server.errors import IndexMissingError, RelevanceError, SettingsError
from widget_server.evaluation.publish import publish
from widget_server.search.compiled import COMPILED
from widget_server.search.shelf import EditionShelf

_LOGGER: Final = logging.getLogger(__name__)


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
