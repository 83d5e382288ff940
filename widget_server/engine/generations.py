"""Generations on disk: built beside, published by one atomic step, kept for a way back.

    state/current                the id of the published generation; replaced by a rename
    state/generations/000007/    a generation: segments/<name>/…, further files, manifest.json
    state/building/000008/       one in the making, or what a killed process left of it
    state/lock                   held while something is built or rolled back

The order of writes makes each moment safe to be killed in: all of a generation is on the disk before it moves
to `generations/`, and it is there before `current` names it. What is removed loses its manifest first, and is no
generation from then on. Generations newer than the published one were rolled back from, or never published: they go
just before the next publish, so that a rollback never leads to them. Until others have been published, there are fewer
than three then: one that was found to be bad is no way back.
"""

import errno
import fcntl
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from widget_server.engine import durable, manifest
from widget_server.engine.generation import Generation
from widget_server.errors import IndexBusyError, IndexMissingError, StateError

if TYPE_CHECKING:
    from widget_server.engine.build import Build

#: The published generation and, at most, two to go back to.
KEPT: Final = 3

_LOGGER: Final = logging.getLogger(__name__)

#: A full disk, a quota, a file that grows too long, a missing right, a disk that is read only.
_UNWRITABLE: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS}
)

#: Tells whether `current` was replaced since: inode and time of change; None while there is none.
Stamp = tuple[int, int] | None


class GenerationStore:
    """The generations in a state folder. One object serves all threads of a process."""

    def __init__(self, state: Path) -> None:
        """`state` is made when something is built."""
        self._state = state
        self._generations = state / "generations"
        self._building = state / "building"
        self._pointer = state / "current"
        self._opening = Lock()
        self._opened: tuple[Stamp, Generation] | None = None

    def current(self) -> Generation:
        """The published generation; opened anew when another was published (otherwise it costs one `stat`).

        While one thread opens it, the others go on with the one before.

        Raises:
            IndexMissingError: nothing that can be read was published.
        """
        stamp = self._stamp()
        opened = self._opened
        if opened is not None and opened[0] == stamp:
            return opened[1]
        if not self._opening.acquire(blocking=opened is None) and opened is not None:
            return opened[1]
        try:
            return self._refresh()
        finally:
            self._opening.release()

    def _refresh(self) -> Generation:
        stamp = self._stamp()
        opened = self._opened
        if opened is None or opened[0] != stamp:
            served = opened and opened[1]
            opened = self._opened = stamp, self._open_or_keep(served)
            if opened[1] is not served:
                _LOGGER.info("generation %s is in service", opened[1].id)
        return opened[1]

    def _open_or_keep(self, served: Generation | None) -> Generation:
        try:
            return self.open_current()
        except IndexMissingError:
            if served is None:
                raise
            _LOGGER.exception("generation %s stays in service", served.id)
            return served

    def _stamp(self) -> Stamp:
        try:
            status = os.stat(self._pointer)  # noqa: PTH116  half the time of Path.stat, at each request
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def open_current(self) -> Generation:
        """The published generation; when it is broken, the newest good one, older ones first.

        Raises:
            IndexMissingError: nothing that can be read was published.
        """
        for path, right in ((self._state, os.R_OK | os.X_OK), (self._pointer, os.R_OK)):
            if path.exists() and not os.access(path, right):
                raise IndexMissingError(f"{path} may not be read by this user; give it the right to")
        published = self._published()
        ids = self._ids()
        if published is not None and published not in ids:
            _LOGGER.error("generation %s is published and cannot be found, or may not be read", published)
        older = [id_ for id_ in ids if published is None or int(id_) <= int(published)]
        newer = [id_ for id_ in ids if id_ not in older]
        generation = self._first_good([*reversed(older), *reversed(newer)])
        if generation is None:
            raise IndexMissingError(
                f"no generation can be read in {self._generations}; run `terecht reindex`"
            )
        return generation

    def _first_good(self, ids: list[str]) -> Generation | None:
        for id_ in ids:
            try:
                return Generation(self._generations / id_)
            except IndexMissingError:
                _LOGGER.exception("generation %s is skipped", id_)
        return None

    def current_id(self) -> str:
        """The id of the published generation.

        Raises:
            IndexMissingError: nothing was published yet.
        """
        published = self._published()
        if published is None:
            raise IndexMissingError(f"nothing was published in {self._state}; run `terecht reindex`")
        return published

    @contextmanager
    def build(self) -> Iterator["Build"]:
        """A new generation to fill, seal and publish; without `publish` it leaves no trace.

        Raises:
            IndexBusyError: another process is building or rolling back.
            StateError: a file could not be written.
        """
        from widget_server.engine.build import Build  # noqa: PLC0415  it imports Whoosh, which a server never needs

        with self._explained(), self._locked():
            self._clear_leftovers()
            folder = self._building / self._next_id()
            folder.mkdir(parents=True)
            try:
                yield Build(folder, self._previous(), lambda: self._publish(folder))
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def rollback(self) -> str:
        """Publish the newest good generation before the one that readers have; its id.

        Raises:
            IndexBusyError: another process is building or rolling back.
            IndexMissingError: there is none to go back to.
            StateError: the pointer could not be written.
        """
        with self._explained(), self._locked():
            served = self.open_current().id
            older = [id_ for id_ in self._ids() if int(id_) < int(served)]
            generation = self._first_good(older[::-1])
            if generation is None:
                raise IndexMissingError(f"there is no generation older than {served} to go back to")
            self._point(generation.id)
            return generation.id

    def _published(self) -> str | None:
        try:
            id_ = self._pointer.read_text().strip()
        except (OSError, UnicodeDecodeError):
            return None
        return id_ if id_.isdecimal() else None

    def _ids(self) -> list[str]:
        """All that have a manifest, from old to new."""
        folders = (path.parent for path in self._generations.glob(f"*/{manifest.NAME}"))
        return sorted((folder.name for folder in folders if folder.name.isdecimal()), key=int)

    def _next_id(self) -> str:
        return f"{int(max(self._ids(), default='0', key=int)) + 1:06}"

    def _previous(self) -> Generation | None:
        try:
            return self.open_current()
        except IndexMissingError:
            return None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """That something cannot be written becomes one of our errors; any other error of the system is not for us to explain."""
        try:
            yield
        except OSError as error:
            if error.errno not in _UNWRITABLE:
                raise
            raise StateError(
                f"{error.filename or self._state}: {error.strerror or error}; readers keep what is published. "
                "Make room or mend the rights, then try again"
            ) from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._generations.mkdir(parents=True, exist_ok=True)
        with (self._state / "lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise IndexBusyError(
                    f"another reindex is running in {self._state}; try again later"
                ) from error
            yield

    def _publish(self, folder: Path) -> str:
        self._forget_newer()
        folder.rename(self._generations / folder.name)
        durable.sync(self._generations)
        self._point(folder.name)
        for id_ in self._ids()[:-KEPT]:
            _remove(self._generations / id_)
        return folder.name

    def _forget_newer(self) -> None:
        """Remove what was rolled back from, or never published, so that no rollback leads to it."""
        ids = self._ids()
        published = self._published()
        if published in ids:
            for id_ in ids[ids.index(published) + 1 :]:
                _remove(self._generations / id_)

    def _point(self, id_: str) -> None:
        durable.replace(self._pointer, f"{id_}\n".encode())

    def _clear_leftovers(self) -> None:
        shutil.rmtree(self._building, ignore_errors=True)
        ids = self._ids()
        for folder in self._generations.iterdir():
            if folder.name.isdecimal() and folder.name not in ids:  # what somebody else laid there is theirs
                _remove(folder)


def _remove(folder: Path) -> None:
    (folder / manifest.NAME).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
