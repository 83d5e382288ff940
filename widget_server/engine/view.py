"""What one municipality can find today: its own layer over the national one, as if it were one index.

Statistics are those of the documents that count: hidden and expired ones are neither found nor counted,
so that scores equal those of one Whoosh index of the rest. That spares 350 copies of the national layer.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, chain
from math import prod
from typing import Final

import numpy as np

from widget_server.engine import scoring, vocabulary
from widget_server.engine.arrays import Mask, Shares
from widget_server.engine.kernel import Postings, Scorer
from widget_server.engine.leaf import Leaf, live
from widget_server.engine.query import Boosts
from widget_server.engine.segment import Segment

#: Filters that are remembered for the next question: a byte a document each.
_KEPT: Final = 64


class View:
    """Segments from the most general to the most particular, each as a leaf: a document hides those of its key below it.

    The documents are numbered through all leaves, from 0 to `size`; the numbers of hidden ones stay unused.
    Safe for any number of threads: arrays never change, and what is remembered can be computed twice.
    """

    def __init__(self, segments: Sequence[tuple[Segment, Collection[str]]], today: date) -> None:
        """A view of one segment or more, each with the keys that are hidden in it."""
        self.leaves = tuple(_stacked(segments, today))
        self._bases = [leaf.base for leaf in self.leaves]
        self.size = sum(leaf.segment.size for leaf in self.leaves)
        #: How many documents can be found.
        self.count = sum(leaf.postings.count for leaf in self.leaves)
        #: Which live documents carry a tag of each group, and none of others; as `Query.tags` and `Query.without` tell.
        self.allowed = lru_cache(_KEPT)(self._allowed)
        names = sorted({field for leaf in self.leaves for field in leaf.segment.fields})
        fields = {field: number for number, field in enumerate(names)}
        leaves = [leaf.postings for leaf in self.leaves]
        self.scorer = Scorer(leaves, fields, scoring.slopes(self._averages(fields)))
        #: How many live documents hold a term (field, term).
        self.frequency = self.scorer.frequency
        #: The live document of a key, or -1.
        self.position = self.scorer.position

    def _averages(self, fields: Mapping[str, int]) -> Shares:
        """How long each field is in a live document."""
        masses = np.zeros(len(fields))
        for leaf in self.leaves:
            masses[[fields[field] for field in leaf.segment.fields]] += leaf.masses()
        return masses / max(self.count, 1)

    def _allowed(self, tags: tuple[tuple[str, ...], ...], without: frozenset[str]) -> Mask:
        mask: Mask = ~self._tagged(without)
        for group in tags:
            mask &= self._tagged(group)
        for leaf in self.leaves:
            if leaf.live is not None:
                mask[leaf.base : leaf.base + leaf.segment.size] &= leaf.live
        return mask

    def factor(self, position: int, boosts: Boosts) -> float:
        """What the score of a document is multiplied by for its tags; `boosts` are `Query.boosts`."""
        segment, number = self.origin(position)
        return prod(factor for tag, factor in boosts if number in segment.tagged(tag))

    def _tagged(self, tags: Collection[str]) -> Mask:
        mask = np.zeros(self.size, np.bool_)
        for leaf in self.leaves:
            for tag in tags:
                mask[leaf.tagged(tag)] = True
        return mask

    def prefix(self, field: str, text: str, limit: int) -> tuple[tuple[str, int], ...]:
        """The `limit` most frequent terms of `field` that begin with `text`, with the number of their documents."""
        return vocabulary.prefix(self.leaves, field, text, limit)

    def terms(self, field: str) -> Iterator[str]:
        """All terms of `field`, in the order of their code points."""
        return vocabulary.terms(self.leaves, field)

    def keys(self) -> Iterator[str]:
        """The keys of all documents, leaf by leaf."""
        return chain.from_iterable(leaf.keys() for leaf in self.leaves)

    def key(self, position: int) -> str:
        """The key of a document."""
        leaf = self._leaf(position)
        return leaf.segment.key(position - leaf.base)

    def _leaf(self, position: int) -> Leaf:
        return self.leaves[bisect_right(self._bases, position) - 1]

    def origin(self, position: int) -> tuple[Segment, int]:
        """The segment that holds a document, and its number there."""
        leaf = self._leaf(position)
        return leaf.segment, position - leaf.base

    def payload(self, position: int) -> bytes:
        """The bytes stored with a document."""
        leaf = self._leaf(position)
        return leaf.segment.payload(position - leaf.base).tobytes()

    def get(self, key: str) -> bytes | None:
        """The bytes stored with the document of `key`, or None."""
        position = self.position(key)
        return None if position < 0 else self.payload(position)


def _stacked(segments: Sequence[tuple[Segment, Collection[str]]], today: date) -> Iterator[Leaf]:
    bases = accumulate((segment.size for segment, _ in segments), initial=0)
    for place, ((segment, hidden), base) in enumerate(zip(segments, bases, strict=False)):
        above = (upper for upper, _ in segments[place + 1 :])
        shown = live(segment, hidden, above, today)
        yield Leaf(segment, base, shown, Postings(segment, shown))
