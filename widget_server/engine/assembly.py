"""The segments of a generation in the making: each taken over from the published one, or built."""

import json
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from widget_server.engine import derivation, postings, segment_writer, whoosh_index
from widget_server.engine.changes import Digests
from widget_server.engine.derivation import Derive
from widget_server.engine.document import Document
from widget_server.engine.generation import digests_path, segment_folder, segment_path, whoosh_folder
from widget_server.engine.linking import link
from widget_server.engine.progress import Counting
from widget_server.engine.segment import Segment

#: The name of a layer, and which of its segments it is: its base or its delta.
Part = tuple[str, str]


class Assembly:
    """Filled by `add`, then written by `pack`."""

    def __init__(self, folder: Path, published: Path | None) -> None:
        """Segments are put together in `folder`; unchanged ones come from the `published` generation."""
        self._folder = folder
        self._published = published
        self._built: dict[Part, postings.Contents] = {}

    def published(self, part: Part) -> Digests | None:
        """The documents of a segment of the published generation; None when there is none."""
        if self._published is None:
            return None
        try:
            found = json.loads(digests_path(self._published, *part).read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def add(
        self,
        part: Part,
        digests: Digests,
        documents: Callable[[Collection[str]], Collection[Document]],
        progress: Counting | None,
    ) -> None:
        """Add a segment of these documents; they are only made if it has to be built."""
        if self._published is not None and self.published(part) == digests:
            link(segment_folder(self._published, *part), segment_folder(self._folder, *part))
            return
        self._index(part, documents(digests.keys()), progress)
        digests_path(self._folder, *part).write_bytes(json.dumps(dict(digests)).encode())

    def _index(self, part: Part, documents: Collection[Document], progress: Counting | None) -> None:
        folder = whoosh_folder(self._folder, *part)
        whoosh_index.write(documents, folder, progress)
        self._built[part] = whoosh_index.read(folder, whoosh_index.fields_of(documents))

    def terms(self, part: Part, field: str) -> Iterable[str]:
        """The terms of `field` in a segment, however it came here."""
        if part in self._built:
            fields = self._built[part].fields
            return fields[field].terms if field in fields else ()
        segment = Segment(segment_path(self._folder, *part))
        return map(segment.text, segment.span(field))

    def pack(self, derive: Derive) -> None:
        """Write what was built in the form that is served, with the terms that `derive` tells."""
        for part, contents in self._built.items():
            segment_writer.write(derivation.expand(contents, derive), segment_path(self._folder, *part))
