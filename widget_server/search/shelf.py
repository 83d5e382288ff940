"""The current edition of a process; opened anew when another generation was published."""

from threading import Lock

from widget_server.engine.generations import GenerationStore
from widget_server.search.edition import Edition


class EditionShelf:
    """One shelf serves all threads. While one thread opens a new edition, the others go on with the one before."""

    def __init__(self, store: GenerationStore) -> None:
        self._store = store
        self._opening = Lock()
        self._edition: Edition | None = None

    def current(self) -> Edition:
        """The published edition.

        Raises:
            IndexMissingError: nothing that can be read was published.
        """
        generation = self._store.current()
        edition = self._edition
        if edition is not None and edition.generation is generation:
            return edition
        if not self._opening.acquire(blocking=edition is None) and edition is not None:
            return edition
        try:
            if self._edition is None or self._edition.generation is not generation:
                self._edition = Edition(generation)
            return self._edition
        finally:
            self._opening.release()
