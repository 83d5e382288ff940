"""A page of results: what a search answers, ready to be written as JSON or as HTML.

What each page has ten of is a named tuple, which takes half the time of a frozen dataclass to make.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from widget_server.content.model import Audience, Channel, Kind
from widget_server.language.spans import Spans
from widget_server.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursView:
    """Opening hours for a reader: in words, whether it is open now, and until when that holds.

    `open_now` is None where the hours cannot be judged (by appointment). `until` is a local
    time in Europe/Amsterdam, ISO 8601 with its offset. `holds_until` is when this view must be
    made anew, None if never; a change too far away to tell the reader of counts too.
    """

    text: str
    open_now: bool | None
    until: str | None
    holds_until: datetime | None


class ContactView(NamedTuple):
    """A contact point in the reader's language. `regions` are names, not slugs; `access` is "login" behind a login."""

    channel: Channel
    label: str
    value: str
    href: str | None
    languages: tuple[Language, ...]
    hours: HoursView | None
    audience: tuple[Audience, ...]
    regions: tuple[str, ...]
    access: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """Where the facts of a result come from."""

    title: str
    publisher: str
    date: str
    url: str | None


class Highlights(NamedTuple):
    """What matched, in the texts of a result."""

    title: Spans = ()
    summary: Spans = ()
    excerpt: Spans = ()


class Result(NamedTuple):
    """One answer. `language` is that of its texts; `excerpt` is the sentence of the body that answers, if one does.

    `owner` is the mail address of who keeps it right.
    """

    id: str
    kind: Kind
    language: Language
    title: str
    summary: str
    excerpt: str | None
    body: tuple[str, ...]
    highlights: Highlights
    contacts: tuple[ContactView, ...]
    sources: tuple[SourceView, ...]
    audience: tuple[Audience, ...]
    topics: tuple[str, ...]
    verified_on: date
    owner: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A question that was understood instead of the one typed: `applied` says that the results are for `text`."""

    text: str
    applied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """Whom to ask when no answer fits: the municipality's own contact."""

    organisation: str
    contacts: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """The answer to a `SearchRequest`; the same request has another one from `holds_until`, or from a new generation."""

    query: str
    language: Language
    municipality: str
    total: int
    results: tuple[Result, ...]
    suggestion: Suggestion | None
    searched_languages: tuple[Language, ...]
    fallback: Fallback
    holds_until: datetime
