"""A query over a view -> hits: each clause is scored, then the best documents are picked.

A clause with few postings is scored in dictionaries (`sparse`), one with many in arrays (`dense`); if one
of a query is dense, all are.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from widget_server.engine import dense, sparse
from widget_server.engine.clause_scores import ClauseScores, DenseScores, SparseScores
from widget_server.engine.query import Clause, Hits, Query, WeightedTerm
from widget_server.engine.term_scores import Weighted
from widget_server.engine.view import View

#: Postings of a clause from which on arrays are faster: dictionaries take 0.1 microseconds a posting, arrays some
#: four a term whatever it holds.
MOST_SPARSE: Final = 512


def evaluate(view: View, query: Query) -> Hits:
    """The best `query.limit` documents of `view`.

    A clause gives a document the score of its best branch. A document matches when anchors worth
    `query.least` do; then the other terms count too.
    """
    clauses = [view.remembered(clause, partial(_score, view, clause)) for clause in query.clauses]
    few = [clause for clause in clauses if isinstance(clause, SparseScores)]
    if len(few) == len(clauses):
        return sparse.best(view, query, few)
    return dense.best(view, query, [_dense(clause, view) for clause in clauses])


def _score(view: View, clause: Clause) -> ClauseScores:
    branches = [list(_found(view, branch)) for branch in clause.branches]
    terms = [scores for branch in branches for scores, _, _ in branch]
    few = all(scores.pairs is not None for scores in terms)
    if few and sum(len(scores.positions) for scores in terms) <= MOST_SPARSE:
        return sparse.score(branches)
    return dense.score(view, branches)


def _found(view: View, branch: Iterable[WeightedTerm]) -> Iterator[Weighted]:
    for term in branch:
        scores = view.scores(term.field, term.term)
        if scores is not None:
            yield scores, term.weight, term.anchors


def _dense(clause: ClauseScores, view: View) -> DenseScores:
    return clause.dense(view.size) if isinstance(clause, SparseScores) else clause
