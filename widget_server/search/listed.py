"""A contact point as it is listed under its owner's name: the same for every reader of a language, but for the hour."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from widget_server.content.model import ContactPoint, Entry, Translated
from widget_server.languages import Language
from widget_server.search import hours_words
from widget_server.search.page import ContactView


@dataclass(frozen=True, slots=True)
class Listed:
    """`regions` are slugs; `hours`, in OpenStreetMap syntax, tell what `contact` is to say of them at a moment."""

    contact: ContactView
    regions: tuple[str, ...]
    hours: str | None
    language: Language

    @classmethod
    def of(
        cls, owner: Entry, point: ContactPoint, language: Language, names: Mapping[str, Translated]
    ) -> Self:
        """`point` of `owner`; `names` are places by slug."""
        contact = ContactView(
            channel=point.channel,
            label=point.label.get(language) or owner.texts[language].title,
            value=point.value,
            href=point.href,
            languages=point.languages,
            hours=None,
            audience=point.audience,
            regions=tuple(names[region][language] for region in point.regions),
            access=point.access.value,
        )
        return cls(contact, point.regions, point.hours, language)

    def at(self, moment: datetime) -> ContactView:
        """The contact point with what its hours mean at `moment`, which knows its zone."""
        if self.hours is None:
            return self.contact
        return replace(self.contact, hours=hours_words.view(self.hours, moment, self.language))
