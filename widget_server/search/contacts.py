"""The contact points of an entry, in the reader's language and in the order that helps this reader."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from widget_server.content.model import (
    OWN_MUNICIPALITY,
    ContactPoint,
    Entry,
    Municipality,
    Reference,
    Translated,
)
from widget_server.languages import Language
from widget_server.search import hours_words
from widget_server.search.page import ContactView


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Where contact points are looked up for one reader.

    `organisation` gives an entry by its id, None when this municipality does not show it.
    `names` are places by slug; `at` is the moment that "open now" is judged at.
    """

    organisation: Callable[[str], Entry | None]
    municipality: Municipality
    names: Mapping[str, Translated]
    language: Language
    at: datetime

    def of(self, entry: Entry, places: Mapping[str, float] = MappingProxyType({})) -> tuple[ContactView, ...]:
        """The contact points of `entry` and of those it turns to, each once.

        `places` are slugs that the question names, with the share of the name that it holds. Contact
        points for these come first, then those for the reader's own region, for everywhere, for elsewhere.
        """
        points = {(owner.id, point.name): (owner, point) for owner, point in self._points(entry)}
        ordered = sorted(points.values(), key=lambda owned: self._distance(owned[1], places))
        return tuple(self._view(*owned) for owned in ordered)

    def _distance(self, point: ContactPoint, places: Mapping[str, float]) -> tuple[float, int]:
        named = max((places.get(region, 0.0) for region in point.regions), default=0.0)
        if not point.regions:
            return -named, 1
        own = {self.municipality.region, self.municipality.province}
        return -named, 2 if own.isdisjoint(point.regions) else 0

    def _points(self, entry: Entry) -> Iterator[tuple[Entry, ContactPoint]]:
        yield from ((entry, point) for point in entry.contacts)
        for reference in entry.turn_to:
            yield from self._referred(reference)

    def _referred(self, reference: Reference) -> Iterator[tuple[Entry, ContactPoint]]:
        own = reference.organisation == OWN_MUNICIPALITY
        owner = self.organisation(self.municipality.organisation if own else reference.organisation)
        if owner is not None:
            yield from ((owner, point) for point in owner.contacts if reference.contact in (None, point.name))

    def _view(self, owner: Entry, point: ContactPoint) -> ContactView:
        return ContactView(
            channel=point.channel,
            label=point.label.get(self.language) or owner.texts[self.language].title,
            value=point.value,
            href=point.href,
            languages=point.languages,
            hours=hours_words.view(point.hours, self.at, self.language) if point.hours else None,
            audience=point.audience,
            regions=tuple(self._names(point.regions)),
            access=point.access.value,
        )

    def _names(self, regions: Iterable[str]) -> Iterator[str]:
        return (self.names[region][self.language] for region in regions)
