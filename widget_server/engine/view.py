"""What one municipality can find today: its own layer over the national one, as if it were one index.

Statistics are those of the documents that count: hidden and expired ones are neither found nor counted,
so that scores equal those of one Whoosh index of the rest. That spares 350 copies of the national layer.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, chain

import numpy as np

from widget_server.engine import scoring, vocabulary
from widget_server.engine.arrays import Mask, Weights
from widget_server.engine.kernel import Postings, Scorer
from widget_server.engine.leaf import Leaf, live
from widget_server.engine.segment import KEPT, Boosts, Segment


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
        self.allowed = lru_cache(KEPT)(self._allowed)
        #: For each document the product of the factors of its tags, 1 without any; as `Query.boosts` tells.
        self.factors = lru_cache(KEPT)(self._factors)
        names = sorted({field for leaf in self.leaves for field in leaf.segment.fields})
        fields = {field: number for number, field in enumerate(names)}
        leaves = [leaf.postings for leaf in self.leaves]
        self.scorer = Scorer(leaves, fields, self._norms(fields))
        #: How many live documents hold a term (field, term).
        self.frequency = self.scorer.frequency
        #: The live document of a key, or -1.
        self.position = self.scorer.position

    def _norms(self, fields: Mapping[str, int]) -> Weights:
        """What the length of each document adds in BM25: field after field, each from document 0 on."""
        lengths = np.zeros((len(fields), self.size), np.float32)
        masses = np.zeros(len(fields))
        for leaf in self.leaves:
            rows = [fields[field] for field in leaf.segment.fields]
            lengths[rows, leaf.base : leaf.base + leaf.segment.size] = leaf.lengths()
            masses[rows] += leaf.masses()
        return scoring.norms(lengths, masses / max(self.count, 1)).ravel()

    def _allowed(self, tags: tuple[tuple[str, ...], ...], without: frozenset[str]) -> Mask:
        mask: Mask = ~self._tagged(without)
        for group in tags:
            mask &= self._tagged(group)
        for leaf in self.leaves:
            if leaf.live is not None:
                mask[leaf.base : leaf.base + leaf.segment.size] &= leaf.live
        return mask

    def _factors(self, boosts: Boosts) -> Weights:
        return np.concatenate([leaf.segment.factors(boosts) for leaf in self.leaves])

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
