"""A generation that was opened: everything a server needs of one state of the content."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from widget_server.engine import manifest, packed
from widget_server.engine.score_cache import LIMIT_BYTES, ScoreCache
from widget_server.engine.segment import Segment
from widget_server.engine.view import View
from widget_server.errors import UnknownError

SEGMENTS: Final = "segments"
POSTINGS: Final = "postings.bin"
WHOOSH: Final = "whoosh"

#: Views are small; this is room for two days of 350 municipalities before all are made anew.
MAX_VIEWS: Final = 1_024

#: Room for the scores of one municipality more; with 350 of them the cache holds 239 MB at most.
CACHE_BYTES_PER_SEGMENT: Final = 512 << 10

#: The name of a segment, and the keys that are hidden in it.
LayerRequest = tuple[str, frozenset[str]]


class Generation:
    """Immutable. All segments and files are opened at once, so that it outlives its folder.

    `folder` is for readers that want a path; after three further generations it is gone.
    """

    def __init__(self, folder: Path) -> None:
        """Open the generation in `folder`.

        Raises:
            IndexMissingError: a part is missing, damaged or of another format.
        """
        self.id = folder.name
        self.folder = folder
        self.folder = folder
        self.manifest = manifest.read(folder)
        self.segments = {name: Segment(segment_path(folder, name)) for name in self.manifest.segments}
        #: The further files by name, memory-mapped: `bytes(files[name])` copies one.
        self.files = {name: _mapped(folder / name) for name in self.manifest.files}
        self._cache = ScoreCache(LIMIT_BYTES + CACHE_BYTES_PER_SEGMENT * len(self.segments))
        self._views: dict[tuple[tuple[LayerRequest, ...], date], View] = {}

    def view(self, layers: Sequence[LayerRequest], today: date) -> View:
        """The view of `layers`, the most general first, as it is `today`; made once.

        Raises:
            UnknownError: there is no segment of that name.
        """
        key = (tuple(layers), today)
        view = self._views.get(key)
        if view is None:
            if len(self._views) >= MAX_VIEWS:
                self._views = {}
            view = self._views[key] = View([self._layer(*layer) for layer in layers], today, self._cache)
        return view

    def _layer(self, name: str, hidden: frozenset[str]) -> tuple[Segment, frozenset[str]]:
        try:
            return self.segments[name], hidden
        except KeyError as error:
            raise UnknownError(f"generation {self.id} has no segment {name!r}") from error


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(packed.mapped(file) if path.stat().st_size else b"")


def segment_path(folder: Path, name: str) -> Path:
    """Where the packed postings of a segment are."""
    return folder / SEGMENTS / name / POSTINGS


def whoosh_folder(folder: Path, name: str) -> Path:
    """Where the Whoosh index of a segment is."""
    return folder / SEGMENTS / name / WHOOSH
