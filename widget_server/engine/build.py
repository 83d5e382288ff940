"""A generation in the making: a folder that nobody reads until it is published."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from widget_server.engine import changes, derivation, durable, manifest
from widget_server.engine.assembly import Assembly, Part
from widget_server.engine.changes import Changes, Digests
from widget_server.engine.derivation import Derive
from widget_server.engine.document import Document
from widget_server.engine.generation import BASE, DELTA, SEGMENTS, Generation
from widget_server.engine.linking import link
from widget_server.engine.manifest import Manifest, Stack
from widget_server.engine.progress import Progress, silent

#: The documents of the layer of that name that have these keys.
Documents = Callable[[str, Collection[str]], Collection[Document]]


class Build:
    """Filled by `add_layers`, then `pack`, and `add_file`; closed by `seal`. Made by `GenerationStore.build`."""

    def __init__(self, folder: Path, previous: Generation | None, publish: Callable[[], str]) -> None:
        """`previous` is the generation to take over what has not changed from."""
        self.folder = folder
        self._previous = previous.folder if previous else None
        self._publish = publish
        self._assembly = Assembly(folder, self._previous)
        self._layers: dict[str, Stack] = {}
        #: Whether what has changed was laid over what was there; otherwise each changed layer was built whole.
        self.stacked = False

    def add_layers(
        self, wanted: Mapping[str, Digests], documents: Documents, progress: Progress = silent
    ) -> None:
        """Add all layers by their names, each with the documents that it is to hold.

        A digest stands for all that a document is made of: the content, the versions of what analyses it. What has the digest
        that it has in the published generation is taken over, and `documents` is not asked for it.
        """
        bases = {name: self._assembly.published((name, BASE)) for name in wanted}
        found = {name: Changes.between(base or {}, wanted[name]) for name, base in bases.items()}
        total = sum(map(len, wanted.values()))
        self.stacked = None not in bases.values() and changes.fit_deltas(found.values(), total)
        for name, digests in wanted.items():
            segments = _stacked(bases[name], found[name], digests) if self.stacked else {BASE: digests}
            self._add_layer(name, segments, documents, progress)
            removed = tuple(sorted(found[name].removed)) if self.stacked else ()
            self._layers[name] = Stack(delta=DELTA in segments, removed=removed)

    def _add_layer(
        self, name: str, segments: Mapping[str, Digests], documents: Documents, progress: Progress
    ) -> None:
        for kind, digests in segments.items():
            self._assembly.add((name, kind), digests, partial(documents, name), partial(progress, name))

    def terms(self, field: str) -> set[str]:
        """The terms of `field` in all layers: those of documents, not what follows from them."""
        return {term for part in self._parts() for term in self._assembly.terms(part, field)}

    def delta_terms(self, field: str) -> set[str]:
        """Those of them that stand in deltas."""
        deltas = (part for part in self._parts() if part[1] == DELTA)
        return {term for part in deltas for term in self._assembly.terms(part, field)}

    def _parts(self) -> Iterator[Part]:
        for name, stack in self._layers.items():
            yield name, BASE
            if stack.delta:
                yield name, DELTA

    def pack(self, derive: Derive = derivation.nothing) -> None:
        """Write what had to be built in the form that is served, with the terms that `derive` tells."""
        self._assembly.pack(derive)

    def take_over(self, folder: str) -> bool:
        """Link a further folder of the published generation into this one; whether there is one of that name."""
        if self._previous is None or not (self._previous / folder).is_dir():
            return False
        link(self._previous / folder, self.folder / folder)
        return True

    def add_file(self, name: str, data: bytes) -> None:
        """Add a file, to be found in `Generation.files`."""
        (self.folder / name).write_bytes(data)

    def seal(self, about: Mapping[str, Any]) -> Generation:
        """Write the manifest, with what is to be known `about` this generation, and open the result to judge it."""
        manifest.write(Manifest(layers=self._layers, files=dict(self._checksums()), about=about), self.folder)
        durable.sync_all(self.folder)
        return Generation(self.folder)

    def _checksums(self) -> Iterator[tuple[str, int]]:
        """Of each file but those of segments (see `manifest`). What is taken over comes from a generation that was checked."""
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if path.is_file() and not name.startswith(f"{SEGMENTS}/"):
                yield name, manifest.checksum(path.read_bytes())

    def publish(self) -> str:
        """Let readers have it, by one atomic step; its id. `seal` comes before."""
        manifest.read(self.folder)
        return self._publish()


def _stacked(base: Digests | None, found: Changes, wanted: Digests) -> Mapping[str, Digests]:
    """The segments of a layer with what has changed laid over its base."""
    delta = {key: wanted[key] for key in found.written}
    return {BASE: base or {}} | ({DELTA: delta} if delta else {})
