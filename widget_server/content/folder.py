"""The content folder: the bytes of every file in it, and what is wrong with the files as files.

Names that begin with a dot (editors, version control) are no content. A symbolic link is
followed to a file inside the folder only.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from widget_server.content.codes import Code
from widget_server.content.faults import Fault, Mark

#: May lie in any folder: they speak to people.
_FOR_PEOPLE: Final = frozenset({"README.md", "LICENSE", "baseline.json"})


@dataclass(frozen=True, slots=True)
class Folder:
    """`files` by their path below the folder with "/" between its parts, sorted; `name` is what a fault shows before it."""

    name: str
    files: Mapping[str, bytes]
    faults: tuple[Fault, ...]

    def digest(self) -> str:
        """A hexadecimal digest that changes with the path or the bytes of any file."""
        total = hashlib.sha256()
        for path, content in self.files.items():
            total.update(os.fsencode(path) + b"\0" + hashlib.sha256(content).digest())
        return total.hexdigest()


def read_folder(root: Path) -> Folder:
    """Every file under `root`."""
    reading = _Reading(_real(root))
    files = {path: content for path in reading.paths() if (content := reading.read(path)) is not None}
    return Folder(reading.root.name, files, tuple(reading.faults))


def fault_of_file(folder: str, path: str, code: Code, message: str, hint: str = "") -> Fault:
    """A fault that concerns a file as a whole."""
    return Fault(f"{folder}/{path}", Mark(), code, message, hint=hint)


class _Reading:
    """One walk through a folder, with the faults met on the way. Paths are strings: a `Path` for each of thousands takes longer than reading it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Fault] = []

    def paths(self) -> list[str]:
        """The paths of all files, in an order that does not depend on the file system."""
        return sorted(self._walk())

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None, with a fault, when it must not or cannot be read."""
        full = os.path.join(self.root, path)  # noqa: PTH118  see above
        mode = _mode(full)
        # Folders that are links are not walked, so that only a file that is one can lead out.
        if stat.S_ISLNK(mode):
            if not _real(full).is_relative_to(self.root):
                self._report(path, Code.OUTSIDE_LINK, "leads out of the content folder")
                return None
            mode = _mode(full, follow=True)
        if stat.S_ISDIR(mode):
            self._report(path, Code.STRAY_FILE, "is a link to a folder, which is not followed")
        elif not stat.S_ISREG(mode):
            self._report(path, Code.UNREADABLE_FILE, "is no file, or a link to nothing")
        else:
            return self._bytes(path, full)
        return None

    def _bytes(self, path: str, full: str) -> bytes | None:
        try:
            with open(full, "rb") as file:  # noqa: PTH123  as above
                return file.read()
        except OSError as error:
            self._report(path, Code.UNREADABLE_FILE, str(error.strerror))
            return None

    def _walk(self) -> Iterator[str]:
        for here, folders, files in os.walk(self.root, onerror=self._report_folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            links = [name for name in folders if Path(here, name).is_symlink()]
            content = [name for name in files if not name.startswith(".") and name not in _FOR_PEOPLE]
            below = self._below(here)
            yield from (f"{below}/{name}" if below else name for name in links + content)

    def _below(self, folder: str) -> str:
        return "" if folder == str(self.root) else Path(folder).relative_to(self.root).as_posix()

    def _report_folder(self, error: OSError) -> None:
        self._report(self._below(error.filename) or ".", Code.UNREADABLE_FILE, str(error.strerror))

    def _report(self, path: str, code: Code, message: str) -> None:
        self.faults.append(fault_of_file(self.root.name, path, code, message))


def _real(path: str | Path) -> Path:
    """Where `path` leads. `Path.resolve` is not asked: before Python 3.13 it has no answer for a link that leads to itself."""
    return Path(os.path.realpath(path))


def _mode(path: str, *, follow: bool = False) -> int:
    """What kind of file this is, in the bits that `stat` knows; 0 for a link to nothing."""
    try:
        return os.stat(path, follow_symlinks=follow).st_mode  # noqa: PTH116  one call where Path makes four
    except OSError:
        return 0
