"""The current edition of a process; opened anew when another generation was published."""

import logging
from threading import Lock
from typing import Final

from widget_server.engine.generation import Generation
from widget_server.engine.generations import GenerationStore
from widget_server.errors import IndexMissingError
from widget_server.search.edition import Edition

_LOGGER: Final = logging.getLogger(__name__)


class EditionShelf:
    """One shelf serves all threads. While one thread opens a new edition, the others go on with the one before."""

    def __init__(self, store: GenerationStore) -> None:
        self._store = store
        self._opening = Lock()
        self._edition: Edition | None = None
        self._refused: Generation | None = None

    def current(self) -> Edition:
        """The published edition.

        Raises:
            IndexMissingError: nothing that can be read was published.
        """
        generation = self._store.current()
        edition = self._edition
        if edition is not None and generation in {edition.generation, self._refused}:
            return edition
        if not self._opening.acquire(blocking=edition is None) and edition is not None:
            return edition
        try:
            if self._edition is None or self._edition.generation is not generation:
                self._edition = self._open_or_keep(generation)
            return self._edition
        finally:
            self._opening.release()

    def _open_or_keep(self, generation: Generation) -> Edition:
        """The edition of `generation`; if that is of another version, the one that readers have, told once."""
        try:
            return Edition(generation)
        except IndexMissingError:
            if self._edition is None:
                raise
            _LOGGER.exception("generation %s stays in service", self._edition.id)
            self._refused = generation
            return self._edition
