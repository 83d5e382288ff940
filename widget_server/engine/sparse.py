"""Few postings: dictionaries from document to score, without a call of numpy.

A question of three words over some thousand documents has a few hundred postings. Adding these up one by
one takes 20 microseconds, less than numpy needs to be called for each step. Scores and order are those of
`dense`, and tests hold the two against each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from widget_server.engine.clause_scores import SparseScores
from widget_server.engine.query import Hit, Hits, Query
from widget_server.engine.term_scores import Pairs, TermScores, Weighted
from widget_server.engine.view import View


def score(branches: Iterable[Sequence[Weighted]]) -> SparseScores:
    """The scores of a clause: for each document those of its best branch."""
    anchored: Pairs = {}
    full: Pairs = {}
    for branch in branches:
        own = _sum((scores, weight) for scores, weight, anchors in branch if anchors)
        whole = own if all(anchors for _, _, anchors in branch) else _sum(term[:2] for term in branch)
        anchored, full = _larger(anchored, own), _larger(full, whole)
    return SparseScores(anchored, anchored if anchored == full else full)


def _sum(terms: Iterable[tuple[TermScores, float]]) -> Pairs:
    total: Pairs = {}
    for scores, weight in terms:
        pairs = scores.pairs or {}
        if not total:
            total = dict(pairs) if weight == 1.0 else {place: held * weight for place, held in pairs.items()}
            continue
        for place, held in pairs.items():
            total[place] = total.get(place, 0.0) + held * weight
    return total


def _larger(one: Pairs, other: Pairs) -> Pairs:
    if not one:
        return other
    larger = dict(one)
    for place, held in other.items():
        if held > larger.get(place, 0.0):
            larger[place] = held
    return larger


def best(view: View, query: Query, clauses: Sequence[SparseScores]) -> Hits:
    """The best documents by the scores of the query's clauses."""
    scores = _boosted(view, query, _allowed(view, query, _matching(query, clauses)))
    if not scores or not query.limit:
        return Hits(len(scores), ())
    lowest = nlargest(query.limit, scores.values())[-1]
    found = [(-held, view.key(place), place) for place, held in scores.items() if held >= lowest]
    top = sorted(found)[: query.limit]
    return Hits(len(scores), tuple(_hits(top, clauses)))


def _matching(query: Query, clauses: Sequence[SparseScores]) -> Pairs:
    """The scores of the documents that anchors match for `query.least`."""
    total: Pairs = {}
    for clause in clauses:
        for place, held in clause.full.items():
            total[place] = total.get(place, 0.0) + held
    if query.least:
        worth = _worth(query, clauses)
        return {place: held for place, held in total.items() if worth.get(place, 0.0) >= query.least}
    if any(clause.full is not clause.anchored for clause in clauses):
        anchored = set().union(*(clause.anchored for clause in clauses))
        return {place: held for place, held in total.items() if place in anchored}
    return total


def _worth(query: Query, clauses: Sequence[SparseScores]) -> Pairs:
    worth: Pairs = {}
    for clause, scores in zip(query.clauses, clauses, strict=True):
        for place in scores.anchored:
            worth[place] = worth.get(place, 0.0) + clause.worth
    return worth


def _allowed(view: View, query: Query, scores: Pairs) -> Pairs:
    if not query.tags and not query.without:
        return scores
    allowed = view.allowed(query.tags, query.without)
    return {place: held for place, held in scores.items() if allowed[place]}


def _boosted(view: View, query: Query, scores: Pairs) -> Pairs:
    if not query.boosts:
        return scores
    factors = view.factors(query.boosts)
    return {place: held * factors.item(place) for place, held in scores.items()}


def _hits(top: Iterable[tuple[float, str, int]], clauses: Sequence[SparseScores]) -> Iterator[Hit]:
    for falling, key, place in top:
        yield Hit(key, -falling, tuple([clause.anchored.get(place, 0.0) for clause in clauses]))
