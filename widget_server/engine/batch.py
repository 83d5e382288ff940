"""Many postings: those of all terms of a query are gathered, scored and added up in one stroke.

A question has a hundred terms (each word in four languages, its synonyms, their stems and 4-grams) with a hundred
postings each. To call numpy a few times for each term would cost more than the arithmetic, so it is called
some forty times for the whole query. Only documents that an anchor matches get a column; what 4-grams give to
others is dropped before it is scored.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from widget_server.engine.arrays import Positions, Weights
from widget_server.engine.found import Columns, FoundClause
from widget_server.engine.layer import Layer
from widget_server.engine.query import Hit, Hits, Query
from widget_server.engine.view import View

#: A row for each clause or branch, a column for each document that may match.
Table = NDArray[np.float64]


class _Postings(NamedTuple):
    """Postings of any terms, along which they stand: of which term, in which document, with which weight."""

    terms: Positions
    documents: Positions
    weights: Weights


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
    top = _top(view, scores, documents, query.limit)
    return Hits(int(np.count_nonzero(scores)), tuple(_hits(top, documents, anchored)))


def _gathered(view: View, terms: Columns) -> _Postings:
    """All postings of `terms`, layer by layer."""
    parts = [
        _of_layer(layer, starts, ends)
        for layer, starts, ends in zip(view.layers, terms.starts, terms.ends, strict=True)
    ]
    return parts[0] if len(parts) == 1 else _Postings(*map(np.concatenate, zip(*parts, strict=True)))


def _of_layer(layer: Layer, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> _Postings:
    counts = ends - starts
    after = counts.cumsum()
    # Where in the layer each posting stands: its rank among all, moved to where its term begins.
    places = np.arange(after[-1])
    places += (ends - after).repeat(counts)
    numbers, weights = layer.segment.taken(places)
    documents: Positions = np.add(numbers, layer.base, dtype=np.intp)
    return _Postings(np.arange(len(counts)).repeat(counts), documents, weights)


def _candidates(view: View, query: Query, terms: Columns, postings: _Postings) -> Positions:
    """The documents that an anchor matches and the query's tags allow, each once, ascending."""
    anchors = (terms.rows & 1).astype(np.bool_)
    found = np.zeros(view.size, np.bool_)
    found[postings.documents[anchors[postings.terms]]] = True
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
    own, weights = postings.terms, postings.weights
    scores = weights / (weights + view.norms[terms.norms[own] + postings.documents])
    cells = (terms.rows * (others + 1))[own] + column[postings.documents]
    branches = [len(clause.branches) for clause in clauses]
    size = 2 * sum(branches) * (others + 1)
    sums = np.bincount(cells, scores * terms.factors[own], size).astype(np.float64, copy=False)
    added = sums.reshape(-1, 2, others + 1)[:, :, :-1]
    if len(branches) == sum(branches):
        return added[:, 1], added.sum(axis=1)
    firsts = np.cumsum([0, *branches[:-1]])
    return np.maximum.reduceat(added[:, 1], firsts), np.maximum.reduceat(added.sum(axis=1), firsts)


def _matching(query: Query, anchored: Table) -> NDArray[np.bool_]:
    """The documents that anchors match for `query.least`."""
    matched = anchored > 0
    if not query.least:
        return np.asarray(matched.any(axis=0))
    worth = np.array([clause.worth for clause in query.clauses]) @ matched
    return np.asarray(worth >= query.least)


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
    """Of the columns that are `equals`, those with the first keys: a layer numbers its own in their order."""
    bounds = np.searchsorted(documents[equals], [layer.end for layer in view.layers]).tolist()
    for start, end in zip([0, *bounds], bounds, strict=False):
        yield equals[start : min(end, start + limit)]


def _hits(top: Sequence[tuple[float, str, int]], documents: Positions, anchored: Table) -> Iterator[Hit]:
    found = [column for _, _, column in top]
    parts, positions = anchored[:, found].T.tolist(), documents[found].tolist()
    for (falling, key, _), position, clauses in zip(top, positions, parts, strict=True):
        yield Hit(key, position, -falling, tuple(clauses))
