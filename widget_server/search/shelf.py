"""The current edition of a process; opened anew when another generation was published."""

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import Final

from widget_server.engine.generation import Generation
from widget_server.engine.generations import GenerationStore
from widget_server.errors import IndexMissingError
from widget_server.language.made_by import made_by
from widget_server.search.clock import now
from widget_server.search.edition import Edition

_LOGGER: Final = logging.getLogger(__name__)


class EditionShelf:
    """One shelf serves all threads. While one thread opens a new edition, the others go on with the one before."""

    def __init__(self, store: GenerationStore, clock: Callable[[], datetime] = now) -> None:
        self._store = store
        self._clock = clock
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
            edition = Edition(generation)
            edition.prepare(self._clock().date())
        except IndexMissingError:
            if self._edition is None:
                raise
            _LOGGER.exception("generation %s stays in service", self._edition.id)
            self._refused = generation
            return self._edition
        _warn_of_other_libraries(generation)
        return edition


def _warn_of_other_libraries(generation: Generation) -> None:
    """Tell of each library that makes other stems or lemmas here than those in the index: words of a question would miss theirs."""
    for name, version in made_by().items():
        then = generation.manifest.about.get(name)
        if then != version:
            _LOGGER.warning(
                "generation %s was made with %s %s and this server has %s: some words may find nothing; run `terecht reindex`",
                generation.id,
                name,
                then,
                version,
            )
