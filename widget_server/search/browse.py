"""Entries without a question: all that carry the tags asked for, for readers who would rather look than type."""

from collections.abc import Iterator

from widget_server.content.model import Audience, Kind
from widget_server.engine.query import Hit
from widget_server.search.cards import Card
from widget_server.search.desk import Desk, Tags
from widget_server.search.rank import Ranked


def browse(desk: Desk, tags: Tags) -> Iterator[Ranked]:
    """The entries that carry `tags`, none without any: answers before organisations, the municipality's own first."""
    if not tags:
        return
    for card in sorted(desk.tagged(tags), key=_order):
        yield Ranked(card, score=0.0, matched=0.0, hit=Hit(card.entry.id, 0.0, ()))


def _order(card: Card) -> tuple[bool, bool, bool, str]:
    entry = card.entry
    professional = entry.audience == (Audience.PROFESSIONAL,)
    return professional, entry.kind is Kind.ORGANISATION, entry.municipality is None, entry.id
