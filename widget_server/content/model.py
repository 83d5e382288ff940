"""The nouns of the content: entries, contact points, municipalities. All frozen.

An entry is one answer that a person looks for. Facts (phones, hours, links) belong to
organisations and stand once; a faq says in `turn_to` which of them to turn to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from widget_server.languages import Language

#: In `turn_to`: whichever municipality the reader is in.
OWN_MUNICIPALITY: Final = "municipality"

#: The layer that every municipality shares.
NATIONAL: Final = "national"


class Kind(StrEnum):
    """What an entry is about."""

    FAQ = "faq"
    ORGANISATION = "organisation"


class Audience(StrEnum):
    """Whom an entry or a contact point is for."""

    HELPER = "helper"
    REFUGEE = "refugee"
    HOST = "host"
    PROFESSIONAL = "professional"


class Channel(StrEnum):
    """How a contact point is reached."""

    PHONE = "phone"
    WHATSAPP = "whatsapp"
    EMAIL = "email"
    WEBSITE = "website"
    ADDRESS = "address"
    ACCOUNT = "account"


class Access(StrEnum):
    """Whether a website can be read by anyone."""

    PUBLIC = "public"
    LOGIN = "login"


Translated = Mapping[Language, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The words of an entry in one language.

    `summary` is the answer in one to three sentences; `body` holds further paragraphs, which
    may be none; `keywords` are words a layperson would type that the text does not hold.
    """

    title: str
    summary: str
    body: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """One way to reach an organisation.

    `value` is shown as the editor typed it; `href` is what a click opens (None where nothing
    can be opened, such as an account number). `hours` follows the OpenStreetMap syntax
    (https://wiki.openstreetmap.org/wiki/Key:opening_hours). No `regions` means everywhere.
    """

    name: str
    channel: Channel
    value: str
    href: str | None = None
    label: Translated = field(default_factory=lambda: MappingProxyType({}))
    languages: tuple[Language, ...] = ()
    hours: str | None = None
    audience: tuple[Audience, ...] = ()
    regions: tuple[str, ...] = ()
    access: Access = Access.PUBLIC


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer from an entry to an organisation's contact points: all of them, or the one called `contact`."""

    organisation: str
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document that a fact was taken from. `date` is as precise as the document: YYYY, YYYY-MM or YYYY-MM-DD."""

    id: str
    title: str
    publisher: str
    date: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """An editor's decision to put an entry first for these words, with its reason and its last day."""

    words: tuple[str, ...]
    reason: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One answer, in all four languages.

    `id` is the name of its file without `.yaml`; a municipality's entry of the same id replaces
    the national one. `municipality` is None for a national entry. `valid_until` is the last
    day on which it may be shown. `regions` limits a national entry to municipalities there.
    """

    id: str
    kind: Kind
    texts: Mapping[Language, Text]
    audience: tuple[Audience, ...]
    topics: tuple[str, ...]
    sources: tuple[Source, ...]
    verified_on: date
    owner: str
    municipality: str | None = None
    contacts: tuple[ContactPoint, ...] = ()
    turn_to: tuple[Reference, ...] = ()
    regions: tuple[str, ...] = ()
    valid_until: date | None = None
    promote: Promotion | None = None

    def is_current(self, today: date) -> bool:
        """Whether the entry may still be shown on `today`."""
        return self.valid_until is None or today <= self.valid_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A municipality that shows the widget on its pages.

    `organisation` is the id of the entry that holds its own contact points; `origins` may call
    the API from a browser and frame its pages; `hide` names national entries it does not want.
    """

    slug: str
    name: str
    province: str
    region: str
    organisation: str
    origins: tuple[str, ...] = ()
    hide: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """A group of words that mean the same to a searcher, in one language.

    With `one_way`, only `words[0]` finds the others; otherwise each finds each.
    """

    language: Language
    words: tuple[str, ...]
    one_way: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedQuestion:
    """A question with the entries that answer it (none: the honest answer is an empty list).

    `kind` is how it was typed: word, question, inflected, compound, typo, latin, layout, other-language …
    """

    query: str
    language: Language
    kind: str
    expects: tuple[str, ...]
    municipality: str | None = None
    audience: Audience | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question as people ask it, with the ids of the entries that answer it; there is one at least.

    A judged question proves the search; an example teaches it: what resembles one favours its answers.
    """

    query: str
    language: Language
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All content of a server: the national layer and the municipalities on top of it.

    `topics` and `places` (slugs of provinces and regions) map to their names in each language.
    `elsewhere` are words and phrases that say that a question is about something else; `digest` changes with any change of the files.
    """

    entries: tuple[Entry, ...]
    municipalities: Mapping[str, Municipality]
    topics: Mapping[str, Translated]
    places: Mapping[str, Translated]
    synonyms: tuple[Synonyms, ...] = ()
    elsewhere: Mapping[Language, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    examples: tuple[Example, ...] = ()
    judged: tuple[JudgedQuestion, ...] = ()
    digest: str = ""
    files: int = field(default=0, compare=False)

    def shown(self, today: date) -> int:
        """How many entries are not over on `today`."""
        return sum(entry.is_current(today) for entry in self.entries)

    def layer(self, name: str) -> tuple[Entry, ...]:
        """The entries of one layer: `NATIONAL` or the slug of a municipality."""
        owner = None if name == NATIONAL else name
        return tuple(entry for entry in self.entries if entry.municipality == owner)

    def visible(self, slug: str, today: date) -> frozenset[str]:
        """Ids of the entries that readers of the municipality `slug` are to find on `today`."""
        masked = self.masked(slug)
        return frozenset(
            entry.id
            for entry in self.entries
            if entry.is_current(today)
            and (entry.municipality == slug or (entry.municipality is None and entry.id not in masked))
        )

    def masked(self, slug: str) -> frozenset[str]:
        """Ids of national entries that the municipality `slug` hides, replaces, or that are for other regions."""
        municipality = self.municipalities[slug]
        places = {municipality.region, municipality.province}
        replaced = {entry.id for entry in self.layer(slug)} | municipality.hide
        return frozenset(
            entry.id
            for entry in self.layer(NATIONAL)
            if entry.id in replaced or (entry.regions and places.isdisjoint(entry.regions))
        )
