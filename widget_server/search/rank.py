"""What counts beside the words: for whom an answer is, whose it is, and an editor's promotion.

The engine multiplies the scores of the documents that carry a tag; here it is decided which tags count
how much for a request. Which numbers, and why: `weights`.
"""

from collections.abc import Iterable, Iterator

from widget_server.content.tags import OWN, PROFESSIONALS, promoted
from widget_server.language.folding import fold
from widget_server.language.terms import Analyzer
from widget_server.languages import LANGUAGES, Language
from widget_server.search import askers, weights
from widget_server.search.desk import Desk
from widget_server.search.plan import Plan
from widget_server.search.request import SearchRequest

#: A tag, and what it multiplies a score by.
Boost = tuple[str, float]


def boosts(plan: Plan, request: SearchRequest, desk: Desk) -> Iterator[Boost]:
    """The boosts that hold for `request`."""
    yield OWN, weights.OWN
    if request.audience is None:
        yield PROFESSIONALS, weights.PROFESSIONAL * askers.professional(plan, request.language, desk)
    asked = {key for word in plan.words for key in word.meaning.keys}
    for entry_id, municipality, promotion in desk.edition.catalogue.promotions:
        if desk.at.date() <= promotion.until and not asked.isdisjoint(
            _keys(promotion.words, desk.edition.analyzer)
        ):
            yield promoted(entry_id, municipality), weights.PROMOTED


def _keys(words: Iterable[str], analyzer: Analyzer) -> Iterator[tuple[Language, str]]:
    """The stem keys of an editor's words, in each language."""
    for word in words:
        for language in LANGUAGES:
            yield from ((language, key) for key in analyzer.word_terms(fold(word), language).stems)
