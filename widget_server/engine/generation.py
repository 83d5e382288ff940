"""A generation that was opened: everything a server needs of one state of the content."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from widget_server.engine import manifest, packed
from widget_server.engine.segment import Segment
from widget_server.engine.view import View
from widget_server.errors import UnknownError

SEGMENTS: Final = "segments"
POSTINGS: Final = "postings.bin"
WHOOSH: Final = "whoosh"
DIGESTS: Final = "documents.json"

#: The segments of a layer, one over the other; see `changes`.
BASE: Final = "base"
DELTA: Final = "delta"

#: Views are small; this is room for two days of 350 municipalities before all are made anew.
MAX_VIEWS: Final = 1_024

#: The name of a layer, and the keys that are hidden in it.
LayerRequest = tuple[str, frozenset[str]]


class Generation:
    """Immutable. All segments and files are opened at once, so that it outlives its folder.

    `folder` is for readers that want a path; some publishes later it is gone.
    """

    def __init__(self, folder: Path) -> None:
        """Open the generation in `folder`.

        Raises:
            IndexMissingError: a part is missing, damaged or of another format.
        """
        self.id = folder.name
        self.folder = folder
        self.manifest = manifest.read(folder)
        #: The segments of each layer: its base, and its delta if it has one.
        self.segments = {name: tuple(self._open(name)) for name in self.manifest.layers}
        #: The further files by name, memory-mapped: `bytes(files[name])` copies one.
        self.files = {name: _mapped(folder / name) for name in self.manifest.files}
        self._views: dict[tuple[tuple[LayerRequest, ...], date], View] = {}

    def view(self, layers: Sequence[LayerRequest], today: date) -> View:
        """The view of `layers`, the most general first, as it is `today`; made once.

        Raises:
            UnknownError: there is no layer of that name.
        """
        key = (tuple(layers), today)
        view = self._views.get(key)
        if view is None:
            if len(self._views) >= MAX_VIEWS:
                self._views = {}
            stacked = [segment for layer in layers for segment in self._stack(*layer)]
            view = self._views[key] = View(stacked, today)
        return view

    def _open(self, name: str) -> Iterator[Segment]:
        yield Segment(segment_path(self.folder, name))
        if self.manifest.layers[name].delta:
            yield Segment(segment_path(self.folder, name, DELTA))

    def _stack(self, name: str, hidden: frozenset[str]) -> Iterator[tuple[Segment, frozenset[str]]]:
        """The segments of a layer; what the delta holds hides what the base has of the same key."""
        if name not in self.segments:
            raise UnknownError(f"generation {self.id} has no layer {name!r}")
        base, *delta = self.segments[name]
        yield base, hidden.union(self.manifest.layers[name].removed)
        yield from ((segment, hidden) for segment in delta)


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(packed.mapped(file) if path.stat().st_size else b"")


def segment_folder(folder: Path, name: str, part: str = BASE) -> Path:
    """Where a segment of the layer `name` is, in the generation in `folder`."""
    return folder / SEGMENTS / name / part


def segment_path(folder: Path, name: str, part: str = BASE) -> Path:
    """Where its packed postings are."""
    return segment_folder(folder, name, part) / POSTINGS


def whoosh_folder(folder: Path, name: str, part: str = BASE) -> Path:
    """Where its Whoosh index is."""
    return segment_folder(folder, name, part) / WHOOSH


def digests_path(folder: Path, name: str, part: str = BASE) -> Path:
    """Where the digests of its documents are, for whoever builds the next generation."""
    return segment_folder(folder, name, part) / DIGESTS
