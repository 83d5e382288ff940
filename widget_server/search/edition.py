"""A generation opened for reading, with everything that a search needs beside its postings."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import count
from typing import Final

import numpy as np

from widget_server.content.catalogue import FILE as CATALOGUE
from widget_server.content.catalogue import Catalogue
from widget_server.content.model import NATIONAL, Municipality
from widget_server.content.tags import PROFESSIONALS
from widget_server.engine.generation import MAX_VIEWS, Generation
from widget_server.engine.view import View
from widget_server.errors import IndexMissingError, UnknownError
from widget_server.language.guidance import FOLDER as GUIDANCE
from widget_server.language.guidance import Guidance
from widget_server.language.linguist import FOLDER as LANGUAGE
from widget_server.language.linguist import Linguist
from widget_server.language.terms import ANALYSIS_VERSION
from widget_server.languages import Language
from widget_server.search import contacts, slugs
from widget_server.search.cards import Card
from widget_server.search.gazetteer import Gazetteer
from widget_server.search.listed import Listed
from widget_server.search.plan import Meaning
from widget_server.search.senses import Senses

#: Places by slug, each with the share of its name that a question holds.
Places = tuple[tuple[str, float], ...]

#: Room in the memories of an edition: for one municipality, and for each further one, whose readers ask much the same of
#: other entries. Entries that were decoded take about 5 kB and 50 microseconds each; where an entry is that others turn to, 150 bytes;
#: lists of contact points, for one entry and language each, 1 kB; words of questions with their meaning 500 bytes.
_CARDS: Final = (1_024, 16)
_OWNERS: Final = (1_024, 64)
_LISTS: Final = (4_096, 32)
_MEANINGS: Final = (4_096, 64)

_NUMBERS: Final = count(1)


class Edition:
    """Immutable but for its caches, which any number of threads may share."""

    def __init__(self, generation: Generation) -> None:
        """Open `generation` for reading.

        Raises:
            IndexMissingError: it was made by another version of Terecht.
        """
        version = generation.manifest.about.get("analysis")
        if version != ANALYSIS_VERSION:
            raise IndexMissingError(
                f"the index was made by analysis {version}, this is {ANALYSIS_VERSION}; run `terecht reindex`"
            )
        self.id = generation.id
        #: Tells editions apart for good: in a state folder that was emptied, ids begin again.
        self.number = next(_NUMBERS)
        try:
            self.catalogue = Catalogue.decode(generation.files[CATALOGUE])
            linguist = Linguist.open(generation.folder / LANGUAGE)
            taught = generation.folder / GUIDANCE / generation.manifest.about[GUIDANCE]
            self.guidance = Guidance.open(taught, linguist.analyzer)
        except (KeyError, ValueError, TypeError, OSError, RuntimeError) as error:
            raise IndexMissingError(
                f"generation {generation.id} is of another version ({error!r}); run `terecht reindex`"
            ) from error
        self.analyzer = linguist.analyzer
        self.repairer = linguist.repairer
        self.senses = Senses(linguist.analyzer, self.guidance.synonyms, linguist.conflations)
        #: Words are asked for again and again, in one question and in the next.
        self.meaning = lru_cache(self._room(_MEANINGS))(_call)
        self.gazetteer = Gazetteer(self.catalogue.places, linguist.analyzer)
        self.generation = generation
        self._card = lru_cache(self._room(_CARDS))(Card)
        #: The ids of the entries of a view that are for professionals alone.
        self.professionals = lru_cache(MAX_VIEWS)(self._for_professionals)
        self._owner = lru_cache(self._room(_OWNERS))(self.shown)
        self._listing = lru_cache(self._room(_LISTS))(partial(contacts.listing, catalogue=self.catalogue))

    def _room(self, room: tuple[int, int]) -> int:
        first, further = room
        return first + further * (len(self.catalogue.municipalities) - 1)

    def card(self, view: View, position: int) -> Card:
        """A document of `view`, ready to be presented."""
        return self._card(*view.origin(position))

    def municipality(self, slug: str) -> Municipality:
        """The municipality `slug`.

        Raises:
            UnknownError: this server has none of that name.
        """
        municipality = self.catalogue.municipalities.get(slug)
        if municipality is None:
            raise UnknownError(slugs.unknown(slug, self.catalogue.municipalities))
        return municipality

    def prepare(self, today: date) -> None:
        """Make the views of `today` and what belongs to each, so that no reader waits for it: a fifth of a millisecond a municipality."""
        for municipality in self.catalogue.municipalities.values():
            self.professionals(self.view(municipality, today))

    def view(self, municipality: Municipality, today: date) -> View:
        """What the readers of `municipality` can find on `today`."""
        slug = municipality.slug
        return self.generation.view([(NATIONAL, self.catalogue.masks[slug]), (slug, frozenset())], today)

    def _for_professionals(self, view: View) -> frozenset[str]:
        found = view.allowed(((PROFESSIONALS,),), frozenset())
        return frozenset(map(view.key, np.flatnonzero(found).tolist()))

    def shown(self, view: View, entry_id: str) -> Card | None:
        """The entry as readers of `view` see it; None if they do not."""
        position = view.position(entry_id)
        return self.card(view, position) if position >= 0 else None

    def contacts(
        self, card: Card, municipality: Municipality, view: View, language: Language, places: Places
    ) -> Sequence[Listed]:
        """The contact points of `card` for the readers of `municipality`, who see `view`; those of `places` first."""
        owners = contacts.owners(card, municipality, partial(self._owner, view))
        listed, is_regional = self._listing(card, owners, language)
        if not is_regional:  # of most entries none is
            return listed
        return contacts.nearest_first(listed, dict(places), (municipality.region, municipality.province))


def _call(understand: Callable[..., Meaning], *word: object) -> Meaning:
    return understand(*word)
