"""What has changed since a segment was built, and whether a delta over it is enough.

A layer is a stack: its base, and over it a delta with the documents that are new or different now. A view of both
scores as one index of the result. So a reindex after a small change reads and writes that change alone.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Self

#: For the key of each document a digest of all that it is made of.
Digests = Mapping[str, str]

#: Up to this share of all documents may lie in deltas; then all is built whole. The delta is written anew each time,
#: and each question reads it as well: at 2,000 documents it costs a second more when a hundred have changed.
LARGEST_DELTA: Final = 1 / 20


@dataclass(frozen=True, slots=True)
class Changes:
    """The keys of the documents that are new or different, and of those that are gone."""

    written: frozenset[str]
    removed: frozenset[str]

    @classmethod
    def between(cls, base: Digests, wanted: Digests) -> Self:
        """What leads from `base` to `wanted`."""
        written = frozenset(key for key, digest in wanted.items() if base.get(key) != digest)
        return cls(written, frozenset(base.keys() - wanted.keys()))

    def __len__(self) -> int:
        """How many documents have changed."""
        return len(self.written) + len(self.removed)


def fit_deltas(changes: Collection[Changes], documents: int) -> bool:
    """Whether the `changes` of all layers, which hold so many documents, may be laid over what was there.

    False without documents: with no digest to compare, nothing proves that what was there was made in the same way.
    """
    return documents > 0 and sum(map(len, changes)) <= documents * LARGEST_DELTA
