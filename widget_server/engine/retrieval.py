"""A query over a view -> hits.

Each array of scores has one place a document of the view. Municipal content is thousands of documents, not
millions: adding postings into such an array and picking the best from it takes microseconds, less than
any list of candidates would (docs/decisions/0004 has the measurements).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from widget_server.engine.arrays import Mask, Weights
from widget_server.engine.query import Clause, Hit, Hits, Query, WeightedTerm
from widget_server.engine.view import View

Branch = Sequence[WeightedTerm]


def evaluate(view: View, query: Query) -> Hits:
    """The best `query.limit` documents of `view`.

    A clause gives a document the score of its best branch. A document matches when an anchor of
    any clause does; then the other terms count too.
    """
    anchors = [_best_branch(view, _anchored(clause)) for clause in query.clauses]
    scores = _total(view, query.clauses, anchors)
    if query.tags or query.without:
        scores *= view.allowed(query.tags, query.without)
    best = _best(view, scores, query.limit)
    return Hits(int(np.count_nonzero(scores)), tuple(_hits(best, anchors)))


def _anchored(clause: Clause) -> list[Branch]:
    return [[term for term in branch if term.anchors] for branch in clause.branches]


def _best_branch(view: View, branches: Sequence[Branch]) -> Weights:
    """For each document the score of its best branch; 0 where it holds none of the terms."""
    best: Weights | None = None
    for branch in branches:
        scores = _sum(view, branch)
        if scores is not None:
            best = scores if best is None else np.maximum(best, scores)
    return _zeros(view) if best is None else best


def _sum(view: View, branch: Branch) -> Weights | None:
    """For each document the weighted scores of the terms it holds; None where no term is known."""
    total: Weights | None = None
    for term in branch:
        found = view.scores(term.field, term.term)
        if found is not None:
            total = _zeros(view) if total is None else total
            found.add_to(total, term.weight)
    return total


def _zeros(view: View) -> Weights:
    return np.zeros(view.size, np.float32)


def _total(view: View, clauses: Sequence[Clause], anchors: Sequence[Weights]) -> Weights:
    """For each document that an anchor matches its score, for all others 0."""
    total = sum(anchors, start=_zeros(view))
    if not any(_refined(clause) for clause in clauses):
        return total
    pairs = zip(clauses, anchors, strict=True)
    full = (_best_branch(view, clause.branches) if _refined(clause) else own for clause, own in pairs)
    return sum(full, start=_zeros(view)) * (total > 0)


def _refined(clause: Clause) -> bool:
    return not all(term.anchors for branch in clause.branches for term in branch)


def _best(view: View, scores: Weights, limit: int) -> list[tuple[float, str, int]]:
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
