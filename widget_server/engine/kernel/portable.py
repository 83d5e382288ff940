"""The kernel without a compiler: the postings of all terms of a query are gathered, scored and added up in one stroke.

A question has a hundred terms (each word in four languages, its synonyms, their stems and 4-grams) with a hundred
postings each. To call numpy a few times for each term would cost more than the arithmetic, so it is called
some forty times for the whole query. Only documents that an anchor matches get a column; what 4-grams give to
others falls into one that is dropped.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from widget_server.engine import scoring
from widget_server.engine.arrays import Mask, Numbers, Positions, Shares, Weights
from widget_server.engine.query import Hit, Hits, Query
from widget_server.engine.segment import Segment

Value = TypeVar("Value", bound=np.generic)

#: A row for each clause or branch, a column for each document that may match.
Table = NDArray[np.float64]


class Postings:
    """The terms of a leaf and where they stand. Immutable."""

    def __init__(self, segment: Segment, live: Mask | None) -> None:
        """Those of `segment`, of whose documents these are live; None: all."""
        self.segment = segment
        self.size = segment.size
        #: How many documents are live.
        self.count = self.size if live is None else int(np.count_nonzero(live))
        self._live = live

    def frequency(self, field: str, term: str) -> int:
        """How many live documents hold `term` in `field`."""
        return self.live_in(*self.segment.postings_of(field, term))

    def live_in(self, start: int, end: int) -> int:
        """How many of these postings are of live documents."""
        if self._live is None or start == end:
            return end - start
        return int(np.count_nonzero(self._live[self.segment.documents(start, end)]))

    def lengths(self) -> Weights:
        """A row a field of the segment: the length of each document as BM25 sees it; infinite for one that is not live."""
        lengths = self.segment.lengths
        return lengths if self._live is None else np.where(self._live, lengths, np.float32(np.inf))

    def holds(self, number: int) -> bool:
        """Whether the document with this number in the segment is live; -1 is none."""
        return number >= 0 and (self._live is None or bool(self._live[number]))

    def frequent(self, field: str, prefix: str, limit: int | None) -> list[tuple[str, int]]:
        """The most frequent live terms of `field` that begin with `prefix` and their frequencies, up to `limit`; None: all."""
        span = self.segment.span(field, prefix)
        if not span:
            return []
        frequencies: Numbers = self.segment.frequencies(span, self._live)
        best = np.argsort(-frequencies, kind="stable")[:limit]
        found = zip(best.tolist(), frequencies[best].tolist(), strict=True)
        return [(self.segment.text(span[index]), frequency) for index, frequency in found if frequency]


class Scorer:
    """The leaves of a view, which answer queries together. Immutable."""

    def __init__(self, leaves: Sequence[Postings], fields: Mapping[str, int], slopes: Shares) -> None:
        """`leaves` whose documents are numbered through all of them; `fields` has the number of each field, `slopes` are `scoring.slopes`."""
        self.leaves = leaves
        self.bases = tuple(accumulate((leaf.size for leaf in leaves), initial=0))
        self.size, self.count = self.bases[-1], sum(leaf.count for leaf in leaves)
        self.fields, self.norms = fields, _norms(leaves, fields, slopes)
        #: How many postings were read so far.
        self.read = 0

    def frequency(self, field: str, term: str) -> int:
        """How many live documents hold `term` in `field`."""
        return sum([leaf.frequency(field, term) for leaf in self.leaves])

    def position(self, key: str) -> int:
        """The live document of `key`, or -1."""
        for leaf, base in zip(self.leaves, self.bases, strict=False):
            number = leaf.segment.number(key)
            if leaf.holds(number):
                return base + number
        return -1

    def best(self, query: Query, allowed: Mask | None) -> Hits:
        """The best `query.limit` documents. `allowed` is a mask of documents; None: all."""
        read = list(_found(self, query))
        if not read:
            return Hits(0, ())
        terms = _Terms.of(read)
        postings = _gathered(self, terms)
        self.read += len(postings.documents)
        documents = _candidates(self, allowed, terms, postings)
        anchored, full = _tables(self, query, terms, postings, documents)
        scores = full.sum(axis=0)
        for tag, factor in query.boosts:
            scores[np.isin(documents, self._tagged(tag))] *= factor
        for key, factor in query.lifts:
            scores[documents == self.position(key)] *= factor
        matching = np.flatnonzero(_matching(query, anchored))
        ranked = sorted(self._ranked(documents, scores, matching, query.limit))[: query.limit]
        parts = map(tuple, anchored[:, [column for _, _, column in ranked]].T.tolist())
        hits = [
            Hit(key, int(documents[column]), -falling, clauses)
            for (falling, key, column), clauses in zip(ranked, parts, strict=True)
        ]
        return Hits(len(matching), tuple(hits))

    def _tagged(self, tag: str) -> Positions:
        """The documents that carry `tag`."""
        numbers = (leaf.segment.tagged(tag).astype(np.intp) for leaf in self.leaves)
        return np.concatenate([base + found for base, found in zip(self.bases, numbers, strict=False)])

    def _ranked(
        self, documents: Positions, scores: Table, matching: Positions, limit: int
    ) -> Iterator[tuple[float, str, int]]:
        """Score (negated), key and column of those that can be among the best `limit`."""
        if len(matching) > limit > 0:
            lowest = np.partition(scores[matching], -limit)[-limit]
            matching = matching[scores[matching] >= lowest]
        for column in matching.tolist():
            yield -float(scores[column]), self._key(int(documents[column])), column

    def _key(self, position: int) -> str:
        leaf = bisect_right(self.bases, position) - 1
        return self.leaves[leaf].segment.key(position - self.bases[leaf])


def _norms(leaves: Sequence[Postings], fields: Mapping[str, int], slopes: Shares) -> Shares:
    """What the length of each document adds in BM25: field after field, each from document 0 on."""
    size = sum(leaf.size for leaf in leaves)
    lengths, base = np.zeros((len(fields), size)), 0
    for leaf in leaves:
        rows = [fields[field] for field in leaf.segment.fields]
        lengths[rows, base : base + leaf.size] = leaf.lengths()
        base += leaf.size
    return (scoring.FLAT + slopes[:, None] * lengths).ravel()


class _Terms(NamedTuple):
    """The terms of a query that stand in a live document, along arrays.

    `rows` are twice the numbers of their branches, and one more for an anchor; `norms` is where those of its field begin; `starts` and
    `ends` are those of its postings, a row a leaf; `factors` have the weight of the term in them.
    """

    rows: NDArray[np.int64]
    norms: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    factors: NDArray[np.float64]

    @classmethod
    def of(cls, found: Sequence[tuple[tuple[int, ...], float]]) -> Self:
        """The columns of the others with their factors; there is one."""
        table = np.array([numbers for numbers, _ in found], np.int64).T
        return cls(table[0], table[1], table[2::2], table[3::2], np.array([factor for _, factor in found]))


class _Postings(NamedTuple):
    """Postings of some terms, leaf after leaf and term after term: in which document, with which weight.

    `counts` are how many each term has, in the first leaf, in the next.
    """

    counts: NDArray[np.int64]
    documents: Positions
    weights: Weights

    def along(self, values: NDArray[Value]) -> NDArray[Value]:
        """`values` of the terms, for each posting that of its term."""
        return np.concatenate([values] * (len(self.counts) // len(values))).repeat(self.counts)


def _found(scorer: Scorer, query: Query) -> Iterator[tuple[tuple[int, ...], float]]:
    """A column of `_Terms` for each term that is read."""
    branches = [branch for clause in query.clauses for branch in clause.branches or ((),)]
    for row, branch in enumerate(branches):
        for together in branch:
            for term in together.terms:
                spans = [leaf.segment.postings_of(together.field, term) for leaf in scorer.leaves]
                frequency = sum(leaf.live_in(*span) for leaf, span in zip(scorer.leaves, spans, strict=True))
                if scoring.is_read(frequency, anchors=together.anchors):
                    factor = scoring.factor(scoring.idf(scorer.count, frequency)) * together.weight
                    norms = scorer.fields[together.field] * scorer.size
                    bounds = (bound for span in spans for bound in span)
                    yield (2 * row + together.anchors, norms, *bounds), factor


def _gathered(scorer: Scorer, terms: _Terms) -> _Postings:
    """All postings of `terms`."""
    ends = terms.ends.ravel()
    counts = ends - terms.starts.ravel()
    after = counts.cumsum()
    # Where in its leaf each posting stands: its rank among all, moved to where its term begins.
    places = np.arange(after[-1])
    places += (ends - after).repeat(counts)
    documents, weights = np.empty(len(places), np.intp), np.empty(len(places), np.float32)
    start, each = 0, len(terms.factors)
    for leaf, base, end in zip(scorer.leaves, scorer.bases, after[each - 1 :: each].tolist(), strict=False):
        numbers, weights[start:end] = leaf.segment.taken(places[start:end])
        np.add(numbers, base, out=documents[start:end], dtype=np.intp)
        start = end
    return _Postings(counts, documents, weights)


def _candidates(scorer: Scorer, allowed: Mask | None, terms: _Terms, postings: _Postings) -> Positions:
    """The documents that are allowed and that an anchor matches, each once, ascending."""
    anchors = (terms.rows & 1).astype(np.bool_)
    found = np.zeros(scorer.size, np.bool_)
    found[postings.documents[postings.along(anchors)]] = True
    if allowed is not None:
        found &= allowed
    return np.flatnonzero(found)


def _tables(
    scorer: Scorer, query: Query, terms: _Terms, postings: _Postings, documents: Positions
) -> tuple[Table, Table]:
    """The score of each clause for each of `documents`: by its anchors alone, and in full."""
    others = len(documents)  # one more column takes what falls on all other documents
    column = np.full(scorer.size, others)
    column[documents] = np.arange(others)
    norms = scorer.norms.take(postings.along(terms.norms) + postings.documents)
    scores = postings.weights / (postings.weights + norms) * postings.along(terms.factors)
    cells = postings.along(terms.rows * (others + 1)) + column.take(postings.documents)
    branches = [max(len(clause.branches), 1) for clause in query.clauses]
    size = 2 * sum(branches) * (others + 1)
    sums = np.bincount(cells, scores, size).astype(np.float64, copy=False)
    added = sums.reshape(-1, 2, others + 1)[:, :, :-1]
    by_anchors = added[:, 1]
    return _of_clauses(by_anchors, branches), _of_clauses(by_anchors + added[:, 0], branches)


def _of_clauses(scores: Table, branches: Sequence[int]) -> Table:
    """The best of the rows of each clause, which has so many `branches`, one clause after another."""
    if len(branches) == len(scores):
        return scores
    # One call a clause: `maximum.reduceat` takes all in one, and ten times as long.
    bounds = pairwise(accumulate(branches, initial=0))
    return np.stack([scores[start:end].max(axis=0) for start, end in bounds])


def _matching(query: Query, anchored: Table) -> Mask:
    """The documents that anchors match for `query.least`."""
    matched = anchored > 0
    if not query.least:
        return np.asarray(matched.any(axis=0))
    worth = np.array([clause.worth for clause in query.clauses]) @ matched
    return np.asarray(worth >= query.least)
