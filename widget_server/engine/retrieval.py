"""A query over a view -> hits.

Each array of scores has one place a document of the view. Municipal content is thousands of documents, not
millions: adding postings into such an array and picking the best from it takes microseconds, less than
any list of candidates would (docs/decisions/0004 has the measurements).
"""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from widget_server.engine.arrays import Mask, Weights
from widget_server.engine.clause_scores import ClauseScores
from widget_server.engine.query import Clause, Hit, Hits, Query, WeightedTerm
from widget_server.engine.view import View

Branch = Sequence[WeightedTerm]


def evaluate(view: View, query: Query) -> Hits:
    """The best `query.limit` documents of `view`.

    A clause gives a document the score of its best branch. A document matches when anchors worth
    `query.least` do; then the other terms count too.
    """
    clauses = [view.remembered(clause, partial(_clause, view, clause)) for clause in query.clauses]
    scores = sum((clause.full for clause in clauses), start=_zeros(view)) * _matching(view, query, clauses)
    if query.boosts:
        scores *= view.factors(query.boosts)
    best = _best(view, scores, query.limit)
    return Hits(int(np.count_nonzero(scores)), tuple(_hits(best, [clause.anchored for clause in clauses])))


def _clause(view: View, clause: Clause) -> ClauseScores:
    branches = [_branch(view, branch) for branch in clause.branches]
    if not branches:
        return ClauseScores(_zeros(view), _zeros(view))
    anchored, full = branches[0].anchored, branches[0].full
    for other in branches[1:]:
        anchored, full = np.maximum(anchored, other.anchored), np.maximum(full, other.full)
    return ClauseScores(anchored, full)


def _branch(view: View, branch: Branch) -> ClauseScores:
    """For each document the weighted scores of the terms it holds, each term read once."""
    anchored = _zeros(view)
    refining: Weights | None = None
    for term in branch:
        found = view.scores(term.field, term.term)
        if found is None:
            continue
        if term.anchors:
            found.add_to(anchored, term.weight)
        else:
            refining = _zeros(view) if refining is None else refining
            found.add_to(refining, term.weight)
    return ClauseScores(anchored, anchored if refining is None else anchored + refining)


def _matching(view: View, query: Query, clauses: Sequence[ClauseScores]) -> Mask:
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
