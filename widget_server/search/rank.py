"""What counts beside the words: for whom an answer is, whose it is, and an editor's promotion.

The engine multiplies the scores of the documents that carry a tag; here it is decided which tags count
how much for a request. Which numbers, and why: `weights`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from widget_server.content.catalogue import Promoted
from widget_server.content.tags import OWN, PROFESSIONALS, promoted
from widget_server.language.folding import fold
from widget_server.search import weights
from widget_server.search.plan import Plan
from widget_server.search.request import SearchRequest

#: A tag, and what it multiplies a score by.
Boost = tuple[str, float]


def boosts(
    plan: Plan, request: SearchRequest, promotions: Iterable[Promoted], today: date
) -> Iterator[Boost]:
    """The boosts that hold for `request`."""
    yield OWN, weights.OWN
    if request.audience is None:
        yield PROFESSIONALS, weights.PROFESSIONAL
    asked = {reading.word for word in plan.words for reading in word.meaning.readings}
    for entry_id, promotion in promotions:
        if today <= promotion.until and not asked.isdisjoint(map(fold, promotion.words)):
            yield promoted(entry_id), weights.PROMOTED
