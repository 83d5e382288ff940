"""Entries without a question: all that carry the tags asked for, for readers who would rather look than type."""

from widget_server.content.model import Audience, Kind
from widget_server.engine.query import Hit, Hits
from widget_server.search.cards import Card
from widget_server.search.desk import Desk, Tags


def browse(desk: Desk, tags: Tags, limit: int) -> Hits:
    """The entries that carry `tags`, none without any: answers before organisations, the municipality's own first."""
    if not tags:
        return Hits(0, ())
    ordered = sorted(desk.tagged(tags), key=lambda tagged: _order(tagged[1]))
    return Hits(
        len(ordered), tuple(Hit(card.entry.id, position, 0.0, ()) for position, card in ordered[:limit])
    )


def _order(card: Card) -> tuple[bool, bool, bool, str]:
    entry = card.entry
    professional = entry.audience == (Audience.PROFESSIONAL,)
    return professional, entry.kind is Kind.ORGANISATION, entry.municipality is None, entry.id
