"""The contact points of an entry, in the reader's language and in the order that helps this reader."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from widget_server.content.catalogue import Catalogue
from widget_server.content.model import OWN_MUNICIPALITY, Municipality
from widget_server.languages import Language
from widget_server.search.cards import Card
from widget_server.search.listed import Listed

#: The organisations that an entry turns to, one for each of its references: None for one that is not shown.
Owners = tuple[Card | None, ...]


class Listing(NamedTuple):
    """Contact points in their editor's order; `is_regional` if one of them is for some places only."""

    contacts: tuple[Listed, ...]
    is_regional: bool


def owners(card: Card, municipality: Municipality, shown: Callable[[str], Card | None]) -> Owners:
    """The organisations that `card` turns to, of which some are the reader's `municipality`; `shown` gives an entry by its id."""
    own = municipality.organisation
    named = [reference.organisation for reference in card.entry.turn_to]
    return tuple([shown(own if name == OWN_MUNICIPALITY else name) for name in named])


def listing(card: Card, owners: Owners, language: Language, catalogue: Catalogue) -> Listing:
    """The contact points of `card` and of its `owners`, each once: the same for all readers who are shown these."""
    points = {(owner.entry.id, name): (owner, name) for owner, name in _points(card, owners)}
    listed = tuple(owner.listed(name, language, catalogue) for owner, name in points.values())
    return Listing(listed, any(contact.regions for contact in listed))


def nearest_first(
    contacts: Iterable[Listed], named: Mapping[str, float], home: Collection[str]
) -> Sequence[Listed]:
    """First the contact points for places that the question has `named`, then those for the reader's `home`, for everywhere, for elsewhere.

    Places are slugs; those named have the share of their name that the question holds.
    """

    def distance(contact: Listed) -> tuple[float, int]:
        if not contact.regions:
            return 0.0, 1
        return -max(named.get(region, 0.0) for region in contact.regions), (
            2 if contact.regions.isdisjoint(home) else 0
        )

    return sorted(contacts, key=distance)


def _points(card: Card, owners: Owners) -> Iterator[tuple[Card, str]]:
    yield from ((card, point.name) for point in card.entry.contacts)
    for reference, owner in zip(card.entry.turn_to, owners, strict=True):
        if owner is not None:
            names = (point.name for point in owner.entry.contacts)
            yield from ((owner, name) for name in names if reference.contact in {None, name})
