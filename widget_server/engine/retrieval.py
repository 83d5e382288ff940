"""A query over a view -> hits: find the terms, score their postings, pick the best documents.

Few postings are scored one by one in dictionaries (`sparse`), many all at once in arrays (`batch`). Scores and
order are the same, and tests hold the two against each other.
"""

from widget_server.engine import batch, sparse
from widget_server.engine.found import MOST_SPARSE
from widget_server.engine.query import Hits, Query
from widget_server.engine.view import View


def evaluate(view: View, query: Query) -> Hits:
    """The best `query.limit` documents of `view`.

    A clause gives a document the score of its best branch. A document matches when anchors worth
    `query.least` do; then the other terms count too.
    """
    clauses = [view.find(clause) for clause in query.clauses]
    if sum(clause.postings for clause in clauses) <= MOST_SPARSE:
        return sparse.best(view, query, clauses)
    return batch.best(view, query, clauses)
