"""Many postings: each array has one place a document, and numpy adds them up.

Municipal content is thousands of documents, not millions: adding postings into such an array and picking
the best from it takes microseconds (docs/decisions/0004 has the measurements).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from widget_server.engine.arrays import Mask, Weights
from widget_server.engine.clause_scores import DenseScores
from widget_server.engine.query import Hit, Hits, Query
from widget_server.engine.term_scores import Weighted
from widget_server.engine.view import View


def score(view: View, branches: Sequence[Sequence[Weighted]]) -> DenseScores:
    """The scores of a clause: for each document those of its best branch."""
    scored = [_branch(view, branch) for branch in branches] or [DenseScores(_zeros(view), _zeros(view))]
    anchored, full = scored[0].anchored, scored[0].full
    for other in scored[1:]:
        anchored, full = np.maximum(anchored, other.anchored), np.maximum(full, other.full)
    return DenseScores(anchored, full)


def _branch(view: View, branch: Sequence[Weighted]) -> DenseScores:
    """For each document the weighted scores of the terms it holds."""
    anchored = _zeros(view)
    refining: Weights | None = None
    for scores, weight, anchors in branch:
        if anchors:
            scores.add_to(anchored, weight)
        else:
            refining = _zeros(view) if refining is None else refining
            scores.add_to(refining, weight)
    return DenseScores(anchored, anchored if refining is None else anchored + refining)


def best(view: View, query: Query, clauses: Sequence[DenseScores]) -> Hits:
    """The best documents by the scores of the query's clauses."""
    scores = sum((clause.full for clause in clauses), start=_zeros(view)) * _matching(view, query, clauses)
    if query.boosts:
        scores *= view.factors(query.boosts)
    top = _top(view, scores, query.limit)
    return Hits(int(np.count_nonzero(scores)), tuple(_hits(top, [clause.anchored for clause in clauses])))


def _matching(view: View, query: Query, clauses: Sequence[DenseScores]) -> Mask:
    """The documents that anchors match for `query.least`, and that its tags allow."""
    matching: Mask = sum((clause.anchored for clause in clauses), start=_zeros(view)) > 0
    if query.least:
        pairs = zip(query.clauses, clauses, strict=True)
        worth = sum(
            ((own.anchored > 0) * np.float32(clause.worth) for clause, own in pairs), start=_zeros(view)
        )
        matching &= worth >= query.least
    if query.tags or query.without:
        matching &= view.allowed(query.tags, query.without)
    return matching


def _zeros(view: View) -> Weights:
    return np.zeros(view.size, np.float32)


def _top(view: View, scores: Weights, limit: int) -> list[tuple[float, str, int]]:
    """Score (negated), key and position of the best `limit` documents above 0, by falling score and then by key."""
    candidates = _candidates(view, scores, limit)
    falling = (-scores[candidates]).tolist()
    return sorted(zip(falling, map(view.key, candidates), candidates, strict=True))[:limit]


def _candidates(view: View, scores: Weights, limit: int) -> list[int]:
    """The documents above 0 that can be among the best `limit`."""
    found = np.flatnonzero(scores > 0)
    if len(found) <= limit:
        return found.tolist()
    if limit == 0:
        return []
    lowest = np.partition(scores, -limit)[-limit]
    return [*np.flatnonzero(scores > lowest).tolist(), *_first(view, scores == lowest, limit)]


def _first(view: View, level: Mask, limit: int) -> Iterator[int]:
    """Of the documents that are `level`, those with the first keys: a layer numbers its own in their order."""
    for layer in view.layers:
        for number in np.flatnonzero(level[layer.base : layer.end])[:limit].tolist():
            yield layer.base + number


def _hits(best: Sequence[tuple[float, str, int]], anchors: Sequence[Weights]) -> Iterator[Hit]:
    positions = np.array([position for _, _, position in best], np.intp)
    clauses = zip(*(own[positions].tolist() for own in anchors), strict=True)
    for (falling, key, _), parts in zip(best, clauses, strict=True):
        yield Hit(key, -falling, parts)
