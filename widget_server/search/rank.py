"""Hits -> answers in the order of their merit. Which numbers, and why: `weights`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from widget_server.content.model import Audience, Entry
from widget_server.engine.query import Hit
from widget_server.language.folding import fold
from widget_server.search import weights
from widget_server.search.cards import Card
from widget_server.search.desk import Desk
from widget_server.search.plan import Plan
from widget_server.search.request import SearchRequest

_PROFESSIONALS_ONLY = (Audience.PROFESSIONAL,)


@dataclass(frozen=True, slots=True)
class Ranked:
    """An answer with its final score, and the share of what was understood that it matches."""

    card: Card
    score: float
    matched: float
    hit: Hit


def rank(hits: Iterable[Hit], plan: Plan, request: SearchRequest, desk: Desk) -> list[Ranked]:
    """The answers among `hits`, best first; none when too little was understood."""
    if not plan.is_understood:
        return []
    ranked = [
        Ranked(card, hit.score * _merit(card.entry, request, plan, desk.at.date()), share, hit)
        for hit in hits
        if (share := _matched(hit, plan)) >= weights.LEAST_MATCHED and (card := desk.card(hit.key))
    ]
    ranked.sort(key=lambda answer: -answer.score)
    least = weights.LEAST_OF_BEST * max((answer.hit.score for answer in ranked), default=0.0)
    return [answer for answer in ranked if answer.score >= least]


def _matched(hit: Hit, plan: Plan) -> float:
    """The share of what was understood that the hit matches, 0 to 1."""
    matched = (word for word, score in zip(plan.words, hit.clauses, strict=True) if score > 0)
    return sum(word.meaning.understood for word in matched) / (plan.understood or 1.0)


def _merit(entry: Entry, request: SearchRequest, plan: Plan, today: date) -> float:
    merit = 1.0
    if request.audience is None and entry.audience == _PROFESSIONALS_ONLY:
        merit *= weights.PROFESSIONAL
    if entry.municipality is not None:
        merit *= weights.OWN
    if _is_promoted(entry, plan, today):
        merit *= weights.PROMOTED
    return merit


def _is_promoted(entry: Entry, plan: Plan, today: date) -> bool:
    promotion = entry.promote
    if promotion is None or today > promotion.until:
        return False
    asked = {reading.word for word in plan.words for reading in word.meaning.readings}
    return not asked.isdisjoint(map(fold, promotion.words))
