"""Many postings: those of all terms of a query are gathered, scored and added up in one stroke.

A question has a hundred terms (each word in four languages, its synonyms, their stems and 4-grams) with a hundred
postings each. To call numpy a few times for each term would cost more than the arithmetic, so it is called
some forty times for the whole query. Only documents that an anchor matches get a column; what 4-grams give to
others falls into one that is dropped.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from widget_server.engine.arrays import Positions, Weights
from widget_server.engine.found import Columns, FoundClause
from widget_server.engine.query import Hit, Hits, Query
from widget_server.engine.view import View

Value = TypeVar("Value", bound=np.generic)

#: A row for each clause or branch, a column for each document that may match.
Table = NDArray[np.float64]


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


def best(view: View, query: Query, clauses: list[FoundClause]) -> Hits:
    """The best documents for the query, whose terms were found in `clauses`; they have a posting."""
    terms = Columns.joined(clauses)
    postings = _gathered(view, terms)
    documents = _candidates(view, query, terms, postings)
    if not len(documents):
        return Hits(0, ())
    anchored, full = _tables(view, clauses, terms, postings, documents)
    scores = full.sum(axis=0) * _matching(query, anchored)
    if query.boosts:
        scores *= view.factors(query.boosts)[documents]
    if query.lifts:
        _lift(view, query, scores, documents)
    top = _top(view, scores, documents, query.limit)
    return Hits(int(np.count_nonzero(scores)), tuple(_hits(top, documents, anchored)))


def _gathered(view: View, terms: Columns) -> _Postings:
    """All postings of `terms`."""
    ends = terms.ends.ravel()
    counts = ends - terms.starts.ravel()
    after = counts.cumsum()
    # Where in its leaf each posting stands: its rank among all, moved to where its term begins.
    places = np.arange(after[-1])
    places += (ends - after).repeat(counts)
    documents, weights = np.empty(len(places), np.intp), np.empty(len(places), np.float32)
    start, each = 0, len(terms.factors)
    for leaf, end in zip(view.leaves, after[each - 1 :: each].tolist(), strict=True):
        numbers, weights[start:end] = leaf.segment.taken(places[start:end])
        np.add(numbers, leaf.base, out=documents[start:end], dtype=np.intp)
        start = end
    return _Postings(counts, documents, weights)


def _candidates(view: View, query: Query, terms: Columns, postings: _Postings) -> Positions:
    """The documents that an anchor matches and the query's tags allow, each once, ascending."""
    anchors = (terms.rows & 1).astype(np.bool_)
    found = np.zeros(view.size, np.bool_)
    found[postings.documents[postings.along(anchors)]] = True
    if query.tags or query.without:
        found &= view.allowed(query.tags, query.without)
    return np.flatnonzero(found)


def _tables(
    view: View, clauses: Sequence[FoundClause], terms: Columns, postings: _Postings, documents: Positions
) -> tuple[Table, Table]:
    """The score of each clause for each of `documents`: by its anchors alone, and in full."""
    others = len(documents)  # one more column takes what falls on all other documents
    column = np.full(view.size, others)
    column[documents] = np.arange(others)
    norms = view.norms.take(postings.along(terms.norms) + postings.documents)
    scores = postings.weights / (postings.weights + norms) * postings.along(terms.factors)
    cells = postings.along(terms.rows * (others + 1)) + column.take(postings.documents)
    branches = [clause.width for clause in clauses]
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


def _matching(query: Query, anchored: Table) -> NDArray[np.bool_]:
    """The documents that anchors match for `query.least`."""
    matched = anchored > 0
    if not query.least:
        return np.asarray(matched.any(axis=0))
    worth = np.array([clause.worth for clause in query.clauses]) @ matched
    return np.asarray(worth >= query.least)


def _lift(view: View, query: Query, scores: Weights, documents: Positions) -> None:
    """Multiply the scores of the documents that the query lifts, those of them that are among `documents`."""
    for position, factor in view.lifted(query.lifts):
        column = int(documents.searchsorted(position))
        if column < len(documents) and documents[column] == position:
            scores[column] *= factor


def _top(view: View, scores: Weights, documents: Positions, limit: int) -> list[tuple[float, str, int]]:
    """Score (negated), key and column of the best `limit` documents above 0, by falling score and then by key."""
    found = _among_the_best(view, scores, documents, limit)
    keys = map(view.key, documents[found].tolist())
    return sorted(zip((-scores[found]).tolist(), keys, found.tolist(), strict=True))[:limit]


def _among_the_best(view: View, scores: Weights, documents: Positions, limit: int) -> Positions:
    """The columns above 0 that can be among the best `limit`."""
    found = np.flatnonzero(scores)
    if len(found) <= limit or limit == 0:
        return found[: len(found) if limit else 0]
    lowest = np.partition(scores, -limit)[-limit]
    found = np.flatnonzero(scores >= lowest)
    if len(found) <= 2 * limit:
        return found
    equals = found[scores[found] == lowest]
    return np.concatenate((found[scores[found] > lowest], *_first(view, documents, equals, limit)))


def _first(view: View, documents: Positions, equals: Positions, limit: int) -> Iterator[Positions]:
    """Of the columns that are `equals`, those with the first keys: a leaf numbers its own in their order."""
    bounds = np.searchsorted(documents[equals], [leaf.end for leaf in view.leaves]).tolist()
    for start, end in zip([0, *bounds], bounds, strict=False):
        yield equals[start : min(end, start + limit)]


def _hits(top: Sequence[tuple[float, str, int]], documents: Positions, anchored: Table) -> Iterator[Hit]:
    found = [column for _, _, column in top]
    parts, positions = anchored[:, found].T.tolist(), documents[found].tolist()
    for (falling, key, _), position, clauses in zip(top, positions, parts, strict=True):
        yield Hit(key, position, -falling, tuple(clauses))
