"""What one municipality can find today: its own layer over the national one, as if it were one index.

Statistics are those of the documents that count: hidden and expired ones are neither found nor counted,
so that scores equal those of one Whoosh index of the rest. That spares 350 copies of the national layer.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate, chain, count
from typing import Final

import numpy as np

from widget_server.engine import scoring, vocabulary
from widget_server.engine.arrays import Mask, Weights
from widget_server.engine.cache import Cache
from widget_server.engine.found import FoundClause, TermInfo
from widget_server.engine.leaf import Leaf, live
from widget_server.engine.query import Clause
from widget_server.engine.segment import Segment

_NUMBERS: Final = count()  # tells views apart in the cache that they share

#: What a term of a clause costs: itself, and its row in the arrays of the clause.
FOUND_BYTES: Final = 200


#: What is known of a term that no live document holds.
_ABSENT: Final = TermInfo(0, (), 0, 0, 0.0)


class View:
    """Segments from the most general to the most particular, each as a leaf: a document hides those of its key below it.

    The documents are numbered through all leaves, from 0 to `size`; the numbers of hidden ones stay unused.
    Safe for any number of threads: arrays never change, and what is remembered can be computed twice.
    """

    def __init__(
        self, segments: Sequence[tuple[Segment, Collection[str]]], today: date, cache: Cache | None = None
    ) -> None:
        """A view of one segment or more, each with the keys that are hidden in it."""
        self._cache = Cache() if cache is None else cache
        self._number = next(_NUMBERS)
        self.leaves = tuple(_stacked(segments, today))
        self.size = sum(leaf.segment.size for leaf in self.leaves)
        #: How many documents can be found.
        self.count = sum(leaf.count for leaf in self.leaves)
        fields = sorted({field for leaf in self.leaves for field in leaf.segment.fields})
        self._fields = {field: number for number, field in enumerate(fields)}
        #: What the length of each document adds in BM25 (see `scoring`): field after field, each from document 0 on.
        self.norms: Weights = np.concatenate([np.empty(0, np.float32), *map(self._norms, fields)])
        #: The same, for taking one at a time.
        self.norm = self.norms.data
        self._positions: dict[str, int] = {}

    def term(self, field: str, term: str) -> TermInfo | None:
        """What is known of `term` in `field`; None where no live document holds it."""
        key = (self._number, field, term)
        info: TermInfo | None = self._cache.get(key)
        if info is None:
            info = self._known(field, term)
            self._cache.put(key, info)
        return info if info.frequency else None

    def _known(self, field: str, term: str) -> TermInfo:
        bounds: list[int] = []
        postings = frequency = 0
        for leaf in self.leaves:
            span = leaf.segment.postings_of(field, term)
            bounds += span
            postings += span[1] - span[0]
            frequency += leaf.live_in(span)
        if not frequency:
            return _ABSENT
        factor = scoring.factor(scoring.idf(self.count, frequency))
        return TermInfo(self._fields[field] * self.size, tuple(bounds), postings, frequency, factor)

    def find(self, clause: Clause) -> FoundClause:
        """The terms of `clause`; kept with its object, whose id is nobody else's until both are forgotten."""
        if len(clause.branches) == 1 and len(clause.branches[0]) == 1:
            return FoundClause(clause, self.term)  # as quick as to keep it
        key = (self._number, id(clause))
        kept: tuple[Clause, FoundClause] | None = self._cache.get(key)
        if kept is None:
            kept = clause, FoundClause(clause, self.term)
            self._cache.put(key, kept, FOUND_BYTES * kept[1].size)
        return kept[1]

    def weight(self, info: TermInfo, position: int) -> float:
        """What a term of this view weighs in one document; 0 where it does not stand."""
        for leaf, span in zip(self.leaves, info.spans, strict=True):
            if leaf.base <= position < leaf.end:
                numbers, weights = leaf.segment.postings(*span)
                return float(weights[numbers == position - leaf.base].sum())
        return 0.0

    def _norms(self, field: str) -> Weights:
        average = sum(leaf.mass(field) for leaf in self.leaves) / max(self.count, 1)
        return scoring.norms(np.concatenate([leaf.lengths(field) for leaf in self.leaves]), average)

    def allowed(self, tags: tuple[tuple[str, ...], ...], without: frozenset[str]) -> Mask:
        """Which documents carry a tag of each group of `tags`, and none of `without`."""
        key = (self._number, tags, without)
        mask: Mask | None = self._cache.get(key)
        if mask is None:
            mask = ~self._tagged(without)
            for group in tags:
                mask &= self._tagged(group)
            self._cache.put(key, mask, mask.nbytes)
        return mask

    def factors(self, boosts: tuple[tuple[str, float], ...]) -> Weights:
        """For each document the product of the factors of its tags; 1 without any."""
        key = (self._number, boosts)
        factors: Weights | None = self._cache.get(key)
        if factors is None:
            factors = np.ones(self.size, np.float32)
            for tag, factor in boosts:
                factors[self._tagged([tag])] *= factor
            self._cache.put(key, factors, factors.nbytes)
        return factors

    def lifted(self, lifts: Iterable[tuple[str, float]]) -> Iterator[tuple[int, float]]:
        """The documents of the keys that are here, each with its factor."""
        for key, factor in lifts:
            position = self.position(key)
            if position >= 0:
                yield position, factor

    def _tagged(self, tags: Collection[str]) -> Mask:
        mask = np.zeros(self.size, np.bool_)
        for leaf in self.leaves:
            for tag in tags:
                mask[leaf.tagged(tag)] = True
        return mask

    def frequency(self, field: str, term: str) -> int:
        """How many documents hold `term` in `field`."""
        known = self.term(field, term)
        return 0 if known is None else known.frequency

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
        for leaf in self.leaves:
            if position < leaf.end:
                return leaf
        raise IndexError(position)

    def position(self, key: str) -> int:
        """The document of `key`, or -1."""
        position = self._positions.get(key, -1)
        if position < 0:
            position = self._sought(key)
            if position >= 0:  # a key that is not here can be anything that a reader typed
                self._positions[key] = position
        return position

    def _sought(self, key: str) -> int:
        for leaf in self.leaves:
            number = leaf.segment.number(key)
            if leaf.holds(number):
                return leaf.base + number
        return -1

    def origin(self, position: int) -> tuple[Segment, int]:
        """The segment that holds a document, and its number there."""
        leaf = self._leaf(position)
        return leaf.segment, position - leaf.base

    def payload(self, position: int) -> bytes:
        """The bytes stored with a document."""
        segment, number = self.origin(position)
        return bytes(segment.payload(number))

    def get(self, key: str) -> bytes | None:
        """The bytes stored with the document of `key`, or None."""
        position = self.position(key)
        return None if position < 0 else self.payload(position)


def _stacked(segments: Sequence[tuple[Segment, Collection[str]]], today: date) -> Iterator[Leaf]:
    bases = accumulate((segment.size for segment, _ in segments), initial=0)
    for place, ((segment, hidden), base) in enumerate(zip(segments, bases, strict=False)):
        above = (key.decode() for upper, _ in segments[place + 1 :] for key in upper.keys)
        yield Leaf(segment, base, live(segment, [*hidden, *above], today))
