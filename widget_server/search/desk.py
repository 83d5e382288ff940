"""Who answers one reader: an edition as the readers of one municipality see it at one moment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import chain

import numpy as np

from widget_server.content.model import Municipality
from widget_server.engine.query import Hit
from widget_server.engine.view import View
from widget_server.languages import Language
from widget_server.search.cards import Card
from widget_server.search.edition import Edition, Places
from widget_server.search.lookup import Lookup
from widget_server.search.page import ContactView, Fallback

#: A conjunction of disjunctions, as the engine takes it.
Tags = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """An edition, a municipality, what its readers can find, and the moment that opening hours are judged at."""

    edition: Edition
    municipality: Municipality
    view: View
    at: datetime

    @property
    def lookup(self) -> Lookup:
        """The words that exist for this desk's readers."""
        taught = self.edition.guidance
        return Lookup(self.edition.analyzer, self.view, taught.synonyms, taught.elsewhere)

    @property
    def professionals(self) -> frozenset[str]:
        """The ids of the entries that are for professionals alone."""
        return self.edition.professionals(self.view)

    def card(self, entry_id: str) -> Card | None:
        """The entry as this municipality shows it; None if it does not."""
        return self.edition.shown(self.view, entry_id)

    def cards(self, hits: Iterable[Hit]) -> Iterator[Card]:
        """The entries that were found."""
        return (self.edition.card(self.view, hit.position) for hit in hits)

    def tagged(self, tags: Tags) -> Iterator[tuple[int, Card]]:
        """The entries with `tags` that this municipality shows, each once, with its place in the view."""
        for position in np.flatnonzero(self.view.allowed(tags, frozenset())).tolist():
            yield position, self.edition.card(self.view, position)

    def count(self, topic: str) -> int:
        """How many entries this municipality shows on `topic`; none of them is read for it."""
        return int(np.count_nonzero(self.view.allowed(((f"topic={topic}",),), frozenset())))

    def contacts(self, card: Card, language: Language, places: Places = ()) -> tuple[ContactView, ...]:
        """The contact points of an entry, those for `places` first."""
        listed = self.edition.contacts(card, self.municipality, self.view, language, places)
        return tuple([contact.at(self.at) for contact in listed])

    def holds_until(self, shown: Iterable[tuple[ContactView, ...]]) -> datetime:
        """Until when what these contact points say is true.

        At midnight at the latest: entries expire and promotions end by the day.
        """
        midnight = datetime.combine(self.at.date() + timedelta(days=1), time(), self.at.tzinfo)
        hours = (contact.hours for contact in chain.from_iterable(shown) if contact.hours)
        changes = (each.holds_until for each in hours if each.holds_until)
        return min((midnight, *changes), key=datetime.timestamp)

    def fallback(self, language: Language) -> Fallback:
        """Whom to ask when no answer fits."""
        card = self.card(self.municipality.organisation)
        return Fallback(
            organisation=card.entry.texts[language].title if card else self.municipality.name,
            contacts=self.contacts(card, language) if card else (),
        )
