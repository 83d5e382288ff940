"""A query over a view -> hits."""

from widget_server.engine.query import Hits, Query
from widget_server.engine.view import View


def evaluate(view: View, query: Query) -> Hits:
    """The best `query.limit` documents of `view`.

    A clause gives a document the score of its best branch. A document matches when anchors worth
    `query.least` do; then the other terms count too.
    """
    allowed = view.allowed(query.tags, query.without) if query.tags or query.without else None
    return view.scorer.best(query, allowed)
