"""Few postings: dictionaries from document to score, without a call of numpy.

A question of three words over some thousand documents has a few hundred postings. Adding these up one by
one takes less than numpy needs to be called for each step.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from widget_server.engine.found import FoundClause, FoundTerm, Span
from widget_server.engine.leaf import Leaf
from widget_server.engine.query import Hit, Hits, Query
from widget_server.engine.view import View

#: Document -> score, of those that hold a term.
Scores = dict[int, float]

#: The scores of a clause by its anchors alone, and in full; one object where all its terms anchor.
ClauseScores = tuple[Scores, Scores]


def best(view: View, query: Query, clauses: Iterable[FoundClause]) -> Hits:
    """The best documents for the query, whose terms were found in `clauses`."""
    scored = [_clause(view, clause) for clause in clauses]
    scores = _boosted(view, query, _allowed(view, query, _matching(query, scored)))
    _lift(view, query, scores)
    if not scores or not query.limit:
        return Hits(len(scores), ())
    lowest = sorted(scores.values(), reverse=True)[: query.limit][-1]
    found = [(-held, view.key(place), place) for place, held in scores.items() if held >= lowest]
    top = sorted(found)[: query.limit]
    return Hits(len(scores), tuple(_hits(top, [anchored for anchored, _ in scored])))


def _clause(view: View, clause: FoundClause) -> ClauseScores:
    """For each document the scores of the clause's best branch."""
    if clause.plain:
        anchored = _best_of(view, chain.from_iterable(clause.branches))
        return anchored, anchored
    first, *others = [_branch(view, branch) for branch in clause.branches]
    anchored, full = first
    for own, whole in others:
        one = full is anchored and whole is own
        anchored = _larger(anchored, own)
        full = anchored if one else _larger(full, whole)
    return anchored, full


def _best_of(view: View, terms: Iterable[FoundTerm]) -> Scores:
    """For each document the score of the best of `terms`: the completions of a beginning, say. One loop, as there can be many."""
    best: Scores = {}
    known, norm, leaves = best.get, view.norm, view.leaves
    for info, factor, _ in terms:
        for leaf, (start, end) in zip(leaves, info.spans, strict=True):
            if start == end:
                continue
            base, own = leaf.base, info.norms + leaf.base
            for number, weight in leaf.segment.listed(start, end):
                held = weight / (weight + norm[own + number]) * factor
                if held > known(base + number, 0.0):  # a hidden document is infinitely long
                    best[base + number] = held
    return best


def _branch(view: View, terms: Sequence[FoundTerm]) -> ClauseScores:
    anchored = _sum([_scores(view, term) for term in terms if term.anchors])
    refining = [_scores(view, term) for term in terms if not term.anchors]
    return anchored, _sum([anchored.copy(), *refining]) if refining else anchored


def _scores(view: View, term: FoundTerm) -> Scores:
    """The scores of one term (see `scoring`)."""
    info, factor, _ = term
    parts = [
        _in_leaf(view, leaf, span, info.norms, factor)
        for leaf, span in zip(view.leaves, info.spans, strict=True)
        if span[0] < span[1]
    ]
    if len(parts) == 1:
        return parts[0]
    return {place: held for part in parts for place, held in part.items()}


def _in_leaf(view: View, leaf: Leaf, span: Span, norms: int, factor: float) -> Scores:
    base, own, norm = leaf.base, norms + leaf.base, view.norm
    scores = {
        base + number: weight / (weight + norm[own + number]) * factor
        for number, weight in leaf.segment.listed(*span)
    }
    if leaf.live is None:
        return scores
    return {place: held for place, held in scores.items() if held}  # a hidden document is infinitely long


def _sum(scores: Sequence[Scores]) -> Scores:
    """These scores added up, into the first of them."""
    if not scores:
        return {}
    total, *others = scores
    for own in others:
        for place, held in own.items():
            total[place] = total.get(place, 0.0) + held
    return total


def _larger(one: Scores, other: Scores) -> Scores:
    if not one:
        return other
    larger = one.copy()
    for place, held in other.items():
        if held > larger.get(place, 0.0):
            larger[place] = held
    return larger


def _matching(query: Query, clauses: Sequence[ClauseScores]) -> Scores:
    """The scores of the documents that anchors match for `query.least`."""
    total = _sum([clauses[0][1].copy(), *(full for _, full in clauses[1:])]) if clauses else {}
    if query.least:
        worth = _worth(query, clauses)
        return {place: held for place, held in total.items() if worth.get(place, 0.0) >= query.least}
    if any(full is not anchored for anchored, full in clauses):
        found = set().union(*(anchored for anchored, _ in clauses))
        return {place: held for place, held in total.items() if place in found}
    return total


def _worth(query: Query, clauses: Sequence[ClauseScores]) -> Scores:
    worth: Scores = {}
    for clause, (anchored, _) in zip(query.clauses, clauses, strict=True):
        for place in anchored:
            worth[place] = worth.get(place, 0.0) + clause.worth
    return worth


def _allowed(view: View, query: Query, scores: Scores) -> Scores:
    if not query.tags and not query.without:
        return scores
    allowed = view.allowed(query.tags, query.without)
    return {place: held for place, held in scores.items() if allowed[place]}


def _boosted(view: View, query: Query, scores: Scores) -> Scores:
    if not query.boosts:
        return scores
    factors = view.factors(query.boosts).data
    return {place: held * factors[place] for place, held in scores.items()}


def _lift(view: View, query: Query, scores: Scores) -> None:
    for place, factor in view.lifted(query.lifts):
        if place in scores:
            scores[place] *= factor


def _hits(top: Iterable[tuple[float, str, int]], clauses: Sequence[Scores]) -> Iterator[Hit]:
    for falling, key, place in top:
        yield Hit(key, place, -falling, tuple([anchored.get(place, 0.0) for anchored in clauses]))
