"""What one municipality can find today: its own layer over the national one, as if it were one index.

Statistics are those of the documents that count: hidden and expired ones are neither found nor counted,
so that scores equal those of one Whoosh index of the rest. That spares 350 copies of the national layer.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from itertools import accumulate, chain, count
from typing import Final

import numpy as np

from widget_server.engine import layer as layers_
from widget_server.engine import scoring, vocabulary
from widget_server.engine.arrays import Mask, Positions, Weights
from widget_server.engine.clause_scores import ClauseScores
from widget_server.engine.layer import Layer
from widget_server.engine.query import Clause
from widget_server.engine.score_cache import ScoreCache
from widget_server.engine.segment import Segment
from widget_server.engine.term_scores import TermScores

_NUMBERS: Final = count()  # tells views apart in the cache that they share


class View:
    """Layers from the most general to the most particular: a document hides those of its key below it.

    The documents are numbered through all layers, from 0 to `size`; the numbers of hidden ones stay unused.
    Safe for any number of threads: arrays never change, and what is remembered can be computed twice.
    """

    def __init__(
        self, layers: Sequence[tuple[Segment, Collection[str]]], today: date, cache: ScoreCache | None = None
    ) -> None:
        """A view of one segment or more, each with the keys that are hidden in it."""
        self._cache = ScoreCache() if cache is None else cache
        self._number = next(_NUMBERS)
        self._norms: dict[str, Weights] = {}
        self._keys: dict[int, str] = {}
        self.layers = tuple(_stacked(layers, today))
        self.size = sum(layer.segment.size for layer in self.layers)
        self._live = _joined_masks(self.layers)
        #: How many documents can be found.
        self.count = sum(layer.count for layer in self.layers)

    def scores(self, field: str, term: str) -> TermScores | None:
        """The documents that hold `term` in `field` with their BM25 scores; None where none does."""
        key = (self._number, field, term)
        found: TermScores | None = self._cache.get(key)
        if found is None and (found := self._score(field, term)) is not None:
            self._cache.put(key, found, found.size)
        return found

    def _score(self, field: str, term: str) -> TermScores | None:
        found = self._postings(field, term)
        if found is None:
            return None
        positions, weights = found
        frequency = len(positions) if self._live is None else int(np.count_nonzero(self._live[positions]))
        if not frequency:
            return None
        # A hidden document is infinitely long, so that its score is 0: cheaper than taking it out of each list.
        scores = scoring.bm25(
            weights, self._field_norms(field)[positions], scoring.idf(self.count, frequency)
        )
        return TermScores.of(positions, scores, self.size)

    def _postings(self, field: str, term: str) -> tuple[Positions, Weights] | None:
        """The documents that hold `term`, hidden ones included, ascending, and its weight in each; None: none."""
        found = [postings for layer in self.layers if (postings := layer.postings(field, term)) is not None]
        if len(found) <= 1:
            return found[0] if found else None
        positions, weights = zip(*found, strict=True)
        return np.concatenate(positions), np.concatenate(weights)

    def _field_norms(self, field: str) -> Weights:
        norms = self._norms.get(field)
        if norms is None:
            average = sum(layer.mass(field) for layer in self.layers) / max(self.count, 1)
            lengths = np.concatenate([layer.lengths(field) for layer in self.layers])
            norms = self._norms[field] = scoring.norms(lengths, average)
        return norms

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

    def remembered(self, clause: Clause, score: Callable[[], ClauseScores]) -> ClauseScores:
        """The scores of `clause`, kept for as long as its object is asked for: callers do well to keep theirs."""
        key = (self._number, id(clause))
        kept: tuple[Clause, ClauseScores] | None = self._cache.get(key)
        if kept is None or kept[0] is not clause:  # another object can get the id of one that is gone
            kept = clause, score()
            self._cache.put(key, kept, kept[1].size)
        return kept[1]

    def _tagged(self, tags: Collection[str]) -> Mask:
        mask = np.zeros(self.size, np.bool_)
        for layer in self.layers:
            for tag in tags:
                mask[layer.tagged(tag)] = True
        return mask

    def frequency(self, field: str, term: str) -> int:
        """How many documents hold `term` in `field`."""
        return sum(layer.frequency(field, term) for layer in self.layers)

    def prefix(self, field: str, text: str, limit: int) -> tuple[tuple[str, int], ...]:
        """The `limit` most frequent terms of `field` that begin with `text`, with the number of their documents."""
        return vocabulary.prefix(self.layers, field, text, limit)

    def terms(self, field: str) -> Iterator[str]:
        """All terms of `field`, in the order of their code points."""
        return vocabulary.terms(self.layers, field)

    def keys(self) -> Iterator[str]:
        """The keys of all documents, layer by layer."""
        return chain.from_iterable(layer.keys() for layer in self.layers)

    def key(self, position: int) -> str:
        """The key of a document."""
        key = self._keys.get(position)
        if key is None:
            layer = next(layer for layer in self.layers if position < layer.end)
            key = self._keys[position] = layer.segment.key(position - layer.base)
        return key

    def position(self, key: str) -> int:
        """The document of `key`, or -1."""
        for layer in self.layers:
            number = layer.segment.number(key)
            if layer.holds(number):
                return layer.base + number
        return -1

    def get(self, key: str) -> bytes | None:
        """The bytes stored with the document of `key`, or None."""
        for layer in self.layers:
            number = layer.segment.number(key)
            if layer.holds(number):
                return layer.segment.payload(number)
        return None


def _stacked(layers: Sequence[tuple[Segment, Collection[str]]], today: date) -> Iterator[Layer]:
    bases = accumulate((segment.size for segment, _ in layers), initial=0)
    for place, ((segment, hidden), base) in enumerate(zip(layers, bases, strict=False)):
        above = (key.decode() for upper, _ in layers[place + 1 :] for key in upper.keys)
        yield Layer(segment, base, layers_.live(segment, [*hidden, *above], today))


def _joined_masks(layers: Sequence[Layer]) -> Mask | None:
    """Which documents of all layers are live; None where all are."""
    if all(layer.live is None for layer in layers):
        return None
    masks = (np.ones(layer.segment.size, np.bool_) if layer.live is None else layer.live for layer in layers)
    return np.concatenate(list(masks))
