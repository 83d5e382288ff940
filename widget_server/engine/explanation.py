"""Why a document has its score: what each term of the query gave it."""

from collections.abc import Iterator
from dataclasses import dataclass

from widget_server.engine import scoring
from widget_server.engine.query import Clause, Query, WeightedTerm
from widget_server.engine.retrieval import evaluate
from widget_server.engine.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one term gave to a document.

    `frequency` is the number of documents that hold the term. `score` has the term's weight in it.
    Only the best branch of a clause `counts`; the scores of those that count add up to that of the hit,
    before the boosts and lifts of the query.
    """

    clause: int
    branch: int
    term: WeightedTerm
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
    scores = [[_score(view, term, position) for term in branch] for branch in clause.branches]
    best = max(range(len(scores)), key=lambda branch: sum(scores[branch]), default=0)
    for place, branch in enumerate(clause.branches):
        for term, score in zip(branch, scores[place], strict=True):
            if score:
                yield Contribution(
                    clause=number,
                    branch=place,
                    term=term,
                    frequency=view.frequency(term.field, term.term),
                    score=score,
                    counts=place == best,
                )


def _score(view: View, term: WeightedTerm, position: int) -> float:
    """What a question of `term` alone gives the document."""
    if not scoring.is_read(view.frequency(term.field, term.term), anchors=term.anchors):
        return 0.0
    alone = Query(clauses=(Clause(((term._replace(anchors=True),),)),), limit=view.size)
    return next((hit.score for hit in evaluate(view, alone).best if hit.position == position), 0.0)
