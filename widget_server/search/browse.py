"""Entries without a question: all that carry the tags asked for, for readers who would rather look than type."""

from collections.abc import Collection

from widget_server.content.model import Audience, Kind
from widget_server.engine.query import Hit, Hits
from widget_server.search.cards import Card
from widget_server.search.desk import Desk, Tags


def browse(desk: Desk, tags: Tags, limit: int) -> Hits:
    """The entries that carry `tags`, none without any.

    What an editor promotes comes first, then answers before organisations, the municipality's own before the nation's.
    """
    if not tags:
        return Hits(0, ())
    today = desk.at.date()
    promoted = {
        (each.entry, each.municipality)
        for each in desk.edition.catalogue.promotions
        if today <= each.promotion.until
    }
    ordered = sorted(desk.tagged(tags), key=lambda tagged: _order(tagged[1], promoted))
    return Hits(
        len(ordered), tuple(Hit(card.entry.id, position, 0.0, ()) for position, card in ordered[:limit])
    )


def _order(card: Card, promoted: Collection[tuple[str, str | None]]) -> tuple[bool, bool, bool, bool, str]:
    entry = card.entry
    professional = entry.audience == (Audience.PROFESSIONAL,)
    organisation, national = entry.kind is Kind.ORGANISATION, entry.municipality is None
    return (entry.id, entry.municipality) not in promoted, professional, organisation, national, entry.id
