"""The contact points of an entry, in the reader's language and in the order that helps this reader."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from widget_server.content.catalogue import Catalogue
from widget_server.content.model import OWN_MUNICIPALITY, Municipality, Reference
from widget_server.languages import Language
from widget_server.search.cards import Card
from widget_server.search.listed import Listed


@dataclass(frozen=True, slots=True)
class Directory:
    """Where contact points are looked up for the readers of one municipality.

    `organisation` gives an entry by its id, None when this municipality does not show it.
    """

    organisation: Callable[[str], Card | None]
    municipality: Municipality
    catalogue: Catalogue
    language: Language

    def of(self, card: Card, places: Mapping[str, float] = MappingProxyType({})) -> tuple[Listed, ...]:
        """The contact points of an entry and of those it turns to, each once.

        `places` are slugs that the question names, with the share of the name that it holds. Contact
        points for these come first, then those for the reader's own region, for everywhere, for elsewhere.
        """
        points = {(owner.entry.id, name): (owner, name) for owner, name in self._points(card)}
        listed = [owner.listed(name, self.language, self.catalogue) for owner, name in points.values()]
        if any(contact.regions for contact in listed):  # of most entries none has
            listed.sort(key=lambda contact: self._distance(contact, places))
        return tuple(listed)

    def _distance(self, contact: Listed, places: Mapping[str, float]) -> tuple[float, int]:
        if not contact.regions:
            return 0.0, 1
        named = max(places.get(region, 0.0) for region in contact.regions)
        own = {self.municipality.region, self.municipality.province}
        return -named, 2 if own.isdisjoint(contact.regions) else 0

    def _points(self, card: Card) -> Iterator[tuple[Card, str]]:
        yield from ((card, point.name) for point in card.entry.contacts)
        for reference in card.entry.turn_to:
            yield from self._referred(reference)

    def _referred(self, reference: Reference) -> Iterator[tuple[Card, str]]:
        own = reference.organisation == OWN_MUNICIPALITY
        owner = self.organisation(self.municipality.organisation if own else reference.organisation)
        if owner is not None:
            names = (point.name for point in owner.entry.contacts)
            yield from ((owner, name) for name in names if reference.contact in (None, name))
