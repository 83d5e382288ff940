"""A generation in the making: a folder that nobody reads until it is published."""

import os
import shutil
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from widget_server.engine import manifest, segment, whoosh_index
from widget_server.engine.document import Document
from widget_server.engine.generation import SEGMENTS, Generation, segment_path, whoosh_folder
from widget_server.engine.manifest import Manifest
from widget_server.engine.whoosh_index import Progress


class Build:
    """Filled by `add_segment` and `add_file`, closed by `seal`. Made by `GenerationStore.build`."""

    def __init__(self, folder: Path, previous: Generation | None, publish: Callable[[], str]) -> None:
        """`previous` is the generation to take unchanged segments from."""
        self.folder = folder
        self._previous = previous
        self._publish = publish
        self._segments: dict[str, str] = {}
        self._files: dict[str, int] = {}

    def add_segment(
        self,
        name: str,
        documents: Callable[[], Collection[Document]],
        *,
        digest: str,
        progress: Progress | None = None,
    ) -> bool:
        """Add the segment `name`; whether it had to be built.

        `digest` stands for all that `documents()` depends on: the content, the version of the analysis. A segment that
        had the same one in the published generation is taken over, and `documents` is not called.
        """
        self._segments[name] = digest
        if self._previous is not None and self._previous.manifest.segments.get(name) == digest:
            _link(self._previous.folder / SEGMENTS / name, self.folder / SEGMENTS / name)
            return False
        self._index(name, documents(), progress)
        return True

    def _index(self, name: str, documents: Collection[Document], progress: Progress | None) -> None:
        index = whoosh_folder(self.folder, name)
        whoosh_index.write(documents, index, progress)
        segment.write(
            whoosh_index.read(index, whoosh_index.fields_of(documents)), segment_path(self.folder, name)
        )

    def add_file(self, name: str, data: bytes) -> None:
        """Add a file, to be found in `Generation.files`."""
        self._files[name] = manifest.checksum(data)
        manifest.write_durably(self.folder / name, data)

    def seal(self, about: Mapping[str, Any]) -> Generation:
        """Write the manifest, with what is to be known `about` this generation, and open the result to judge it."""
        manifest.write(Manifest(segments=self._segments, files=self._files, about=about), self.folder)
        _sync(self.folder)
        return Generation(self.folder)

    def publish(self) -> str:
        """Let readers have it, by one atomic step; its id. `seal` comes before."""
        manifest.read(self.folder)
        return self._publish()


def _link(source: Path, target: Path) -> None:
    """The same files at `target`, without copying where the file system can."""
    shutil.copytree(source, target, copy_function=_link_file)


def _link_file(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _sync(folder: Path) -> None:
    """Have the system write `folder` and all in it down to the disk."""
    for path in (folder, *folder.rglob("*")):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
