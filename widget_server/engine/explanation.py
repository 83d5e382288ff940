"""Why a document has its score: what each term of the query gave it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from widget_server.engine import scoring
from widget_server.engine.query import Clause, Query, WeightedTerms
from widget_server.engine.retrieval import evaluate
from widget_server.engine.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one term gave to a document; whether it `anchors`, `WeightedTerms` tells.

    `frequency` is the number of documents that hold the term. `score` has the term's weight in it.
    Only the best branch of a clause `counts`; the scores of those that count add up to that of the hit,
    before the boosts and lifts of the query.
    """

    clause: int
    branch: int
    field: str
    term: str
    anchors: bool
    frequency: int
    score: float
    counts: bool


def explain(view: View, query: Query, key: str) -> tuple[Contribution, ...]:
    """The contributions to the document of `key`, clause by clause; empty when it is not in `view`.

    A document that no anchor matches is no hit, whatever its other terms would give.
    """
    position = view.position(key)
    if position < 0:
        return ()
    return tuple(
        contribution
        for number, clause in enumerate(query.clauses)
        for contribution in _clause(view, number, clause, position)
    )


def _clause(view: View, number: int, clause: Clause, position: int) -> Iterator[Contribution]:
    branches = [tuple(_apart(branch)) for branch in clause.branches]
    scores = [[_score(view, alone, position) for alone in branch] for branch in branches]
    best = max(range(len(scores)), key=lambda branch: sum(scores[branch]), default=0)
    for place, branch in enumerate(branches):
        for alone, score in zip(branch, scores[place], strict=True):
            if score:
                (term,) = alone.terms
                yield Contribution(
                    clause=number,
                    branch=place,
                    field=alone.field,
                    term=term,
                    anchors=alone.anchors,
                    frequency=view.frequency(alone.field, term),
                    score=score,
                    counts=place == best,
                )


def _apart(branch: Iterable[WeightedTerms]) -> Iterator[WeightedTerms]:
    """The terms of a branch, each alone."""
    return (together._replace(terms=(term,)) for together in branch for term in together.terms)


def _score(view: View, alone: WeightedTerms, position: int) -> float:
    """What a question of one term gives the document."""
    (term,) = alone.terms
    if not scoring.is_read(view.frequency(alone.field, term), anchors=alone.anchors):
        return 0.0
    query = Query(clauses=(Clause(((alone._replace(anchors=True),),)),), limit=view.size)
    return next((hit.score for hit in evaluate(view, query).best if hit.position == position), 0.0)
