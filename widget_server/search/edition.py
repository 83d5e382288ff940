"""A generation opened for reading, with everything that a search needs beside its postings."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from widget_server.content import codec
from widget_server.content.catalogue import FILE as CATALOGUE
from widget_server.content.catalogue import Catalogue
from widget_server.content.model import NATIONAL, Municipality
from widget_server.engine.generation import Generation
from widget_server.engine.view import View
from widget_server.errors import IndexMissingError, UnknownError
from widget_server.language.linguist import Linguist
from widget_server.language.terms import ANALYSIS_VERSION
from widget_server.languages import Language
from widget_server.search.cards import Card
from widget_server.search.contacts import Directory
from widget_server.search.gazetteer import Gazetteer
from widget_server.search.page import ContactView
from widget_server.search.plan import Meaning
from widget_server.search.synonyms import Thesaurus

#: The folder of a generation that holds what `Linguist` wrote.
LANGUAGE: Final = "language"

#: Opening hours and expiry are Dutch facts, also for a reader abroad.
ZONE: Final = ZoneInfo("Europe/Amsterdam")

#: Places by slug, each with the share of its name that a question holds.
Places = tuple[tuple[str, float], ...]

#: Entries kept decoded. 2,048 of them take about 40 MB; one that fell out costs 50 microseconds.
_CARDS: Final = 2_048

#: Terms whose frequency in a view is remembered: about 15 MB.
_FREQUENCIES: Final = 65_536

#: Words of questions that are remembered with their meaning: about 30 MB.
_MEANINGS: Final = 4_096


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
        try:
            self.catalogue = Catalogue.decode(generation.files[CATALOGUE])
            linguist = Linguist.open(generation.folder / LANGUAGE)
        except (KeyError, ValueError, TypeError, OSError) as error:
            raise IndexMissingError(
                f"generation {generation.id} is of another version ({error!r}); run `terecht reindex`"
            ) from error
        self.analyzer = linguist.analyzer
        self.repairer = linguist.repairer
        self.synonyms = Thesaurus(self.catalogue.synonyms, linguist.analyzer)
        #: Words are asked for again and again, in one question and in the next.
        self.frequency = lru_cache(_FREQUENCIES)(View.frequency)
        self.meaning = lru_cache(_MEANINGS)(_call)
        self.gazetteer = Gazetteer(self.catalogue.places, linguist.analyzer)
        self.generation = generation
        self._opened = lru_cache(_CARDS)(lambda payload: Card(codec.decode(payload), linguist.analyzer))
        #: An entry by its id as a view shows it; None if it does not.
        self.card: Callable[[View, str], Card | None] = lru_cache(_CARDS)(self._shown)
        #: The contact points of an entry, for the readers of a municipality, in a language, at a minute since
        #: 1970 (what is open does not change within one), with the places that the question names.
        self.contacts: Callable[[str, str, Language, int, Places], tuple[ContactView, ...]]
        self.contacts = lru_cache(_CARDS)(self._contacts)

    def municipality(self, slug: str) -> Municipality:
        """The municipality `slug`.

        Raises:
            UnknownError: this server has none of that name.
        """
        municipality = self.catalogue.municipalities.get(slug)
        if municipality is None:
            known = ", ".join(sorted(self.catalogue.municipalities))
            raise UnknownError(f"there is no municipality {slug!r} here; there is {known}")
        return municipality

    def view(self, municipality: Municipality, today: date) -> View:
        """What the readers of `municipality` can find on `today`."""
        slug = municipality.slug
        return self.generation.view([(NATIONAL, self.catalogue.masks[slug]), (slug, frozenset())], today)

    def _shown(self, view: View, entry_id: str) -> Card | None:
        payload = view.get(entry_id)
        return self._opened(payload) if payload is not None else None

    def _contacts(
        self, slug: str, entry_id: str, language: Language, minute: int, places: Places
    ) -> tuple[ContactView, ...]:
        at = datetime.fromtimestamp(minute * 60, ZONE)
        municipality = self.municipality(slug)
        view = self.view(municipality, at.date())
        card = self.card(view, entry_id)
        directory = Directory(
            organisation=lambda owner: found.entry if (found := self.card(view, owner)) else None,
            municipality=municipality,
            names=self.catalogue.places,
            language=language,
            at=at,
        )
        return directory.of(card.entry, dict(places)) if card else ()


def _call(understand: Callable[..., Meaning], *word: object) -> Meaning:
    return understand(*word)
