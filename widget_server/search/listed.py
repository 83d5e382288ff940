"""A contact point as it is listed under its owner's name: the same for every reader of a language, but for the hour."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from widget_server.content.catalogue import Catalogue
from widget_server.content.model import ContactPoint, Entry
from widget_server.languages import Language
from widget_server.search import hours_view
from widget_server.search.page import ContactView


@dataclass(frozen=True, slots=True)
class Listed:
    """`regions` are slugs. `hours`, in OpenStreetMap syntax and in words, tell what `contact` is to say at a moment."""

    contact: ContactView
    regions: frozenset[str]
    hours: tuple[str, str] | None

    @classmethod
    def of(cls, owner: Entry, point: ContactPoint, language: Language, catalogue: Catalogue) -> Self:
        """`point` of `owner`; `catalogue` has the names of places and the words for opening hours."""
        contact = ContactView(
            channel=point.channel,
            label=point.label.get(language) or owner.texts[language].title,
            value=point.value,
            href=point.href,
            languages=point.languages,
            hours=None,
            audience=point.audience,
            regions=tuple(catalogue.places[region][language] for region in point.regions),
            access=point.access.value,
        )
        hours = (point.hours, catalogue.hours[point.hours][language]) if point.hours else None
        return cls(contact, frozenset(point.regions), hours)

    def at(self, moment: datetime) -> ContactView:
        """The contact point with what its hours mean at `moment`, which knows its zone."""
        if self.hours is None:
            return self.contact
        return self.contact._replace(hours=hours_view.view(*self.hours, moment))
