"""The search service: parse (at the edge), understand, match, rank, present.

One service serves all threads of a process. It asks for the current edition at each request, so that a
newly published generation is picked up between two requests and never within one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from widget_server.content.model import Municipality, Translated
from widget_server.engine.explanation import Contribution, explain
from widget_server.engine.query import Hits, Query
from widget_server.engine.retrieval import evaluate
from widget_server.errors import UnknownError
from widget_server.languages import LANGUAGES, Language
from widget_server.search import present, suggestions, weights
from widget_server.search.browse import browse
from widget_server.search.clock import now
from widget_server.search.desk import Desk, Tags
from widget_server.search.edition import Edition
from widget_server.search.page import Result, ResultPage, Suggestion
from widget_server.search.plan import Plan
from widget_server.search.precedents import lifts
from widget_server.search.rank import boosts
from widget_server.search.request import SearchRequest
from widget_server.search.understand import Understanding


class Editions(Protocol):
    """Where the current edition comes from."""

    def current(self) -> Edition:
        """The published edition. Raises IndexMissingError when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic that a municipality has answers on: `entries` is how many."""

    slug: str
    label: Translated
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found before it is presented: the plan, how many answers there are, and the best of them."""

    plan: Plan
    hits: Hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A search with its reasons: for each answer, by its id, what each term gave to its score.

    `lifts` are what examples multiply the scores of their answers by, `factors` what each answer's is multiplied by for whose it is, for whom, and
    an editor's promotion.
    """

    found: Found
    contributions: Mapping[str, tuple[Contribution, ...]]
    lifts: Mapping[str, float]
    factors: Mapping[str, float]


class SearchService:
    """Answers from the published edition; `clock` tells the moment that hours and expiry are judged at."""

    def __init__(self, editions: Editions, clock: Callable[[], datetime] = now) -> None:
        self._editions = editions
        self._clock = clock

    def search(self, request: SearchRequest) -> ResultPage:
        """The page of results that `request` asks for."""
        desk = self._desk(request.municipality)
        return _page(_find(desk, request), desk, request)

    def find(self, request: SearchRequest) -> Found:
        """What is found for `request`, and the plan that found it."""
        return _find(self._desk(request.municipality), request)

    def explain(self, request: SearchRequest) -> Explained:
        """What is found for `request`, and why: for editors."""
        desk = self._desk(request.municipality)
        found = _find(desk, request)
        query = _query(found.plan, request, desk)
        return Explained(
            found=found,
            contributions={hit.key: explain(desk.view, query, hit.key) for hit in found.hits.best},
            lifts=dict(query.lifts),
            factors={hit.key: desk.view.factor(hit.position, query.boosts) for hit in found.hits.best},
        )

    def entry(self, entry_id: str, language: Language, municipality: str) -> Result:
        """One entry in `language`. Raises UnknownError when `municipality` shows no such entry."""
        desk = self._desk(municipality)
        card = desk.card(entry_id)
        if card is None:
            raise UnknownError(f"{municipality} shows no entry {entry_id!r}")
        return present.result(card, desk, language)

    def suggestions(self, text: str, language: Language, municipality: str) -> tuple[str, ...]:
        """Questions that begin with `text` and have an answer."""
        desk = self._desk(municipality)
        request = SearchRequest(query=text, language=language, municipality=municipality)
        return suggestions.suggest(request, desk, lambda wish: _find(desk, wish).hits)

    def municipality(self, slug: str) -> Municipality:
        """A municipality of this server. Raises UnknownError."""
        return self._editions.current().municipality(slug)

    def topics(self, slug: str) -> tuple[TopicView, ...]:
        """What a municipality has answers on today. Raises UnknownError."""
        desk = self._desk(slug)
        views = (
            TopicView(slug=topic, label=label, entries=desk.count(topic))
            for topic, label in desk.edition.catalogue.topics.items()
        )
        return tuple(view for view in views if view.entries)

    def municipalities(self) -> tuple[str, ...]:
        """The slugs of all municipalities of this server."""
        return tuple(self._editions.current().catalogue.municipalities)

    def generation(self) -> str:
        """The id of the published generation."""
        return self._editions.current().id

    def edition(self) -> int:
        """The number of the edition that answers now: of all that this process opened, from 1 on."""
        return self._editions.current().number

    def _desk(self, municipality: str) -> Desk:
        edition, at = self._editions.current(), self._clock()
        known = edition.municipality(municipality)
        return Desk(edition, known, edition.view(known, at.date()), at)


def _find(desk: Desk, request: SearchRequest) -> Found:
    understanding = Understanding(desk.edition, desk.lookup, request.language, exact=request.exact)
    plan = understanding.plan(request.query)
    return Found(plan=plan, hits=_matched(plan, request, desk))


def _matched(plan: Plan, request: SearchRequest, desk: Desk) -> Hits:
    if not plan.words:
        return browse(desk, _tags(request), request.offset + request.limit)
    if not plan.is_understood:
        return Hits(0, ())
    return evaluate(desk.view, _query(plan, request, desk))


def _query(plan: Plan, request: SearchRequest, desk: Desk) -> Query:
    edition = desk.edition
    return Query(
        clauses=tuple(word.meaning.clause for word in plan.words),
        tags=_tags(request),
        lifts=lifts(plan, request.language, edition.guidance.examples),
        boosts=tuple(boosts(plan, request, desk)),
        least=plan.understood * weights.LEAST_MATCHED,
        limit=request.offset + request.limit,
    )


def _tags(request: SearchRequest) -> Tags:
    filters = (("audience", request.audience), ("topic", request.topic), ("kind", request.kind))
    return tuple((f"{name}={value}",) for name, value in filters if value)


def _page(found: Found, desk: Desk, request: SearchRequest) -> ResultPage:
    cards = desk.cards(found.hits.best[request.offset :])
    sought, places = found.plan.sought, tuple(desk.edition.gazetteer.named(found.plan).items())
    results = tuple(present.result(card, desk, request.language, sought, places) for card in cards)
    fallback = desk.fallback(request.language)
    return ResultPage(
        query=request.query,
        language=request.language,
        municipality=request.municipality,
        total=found.hits.total,
        results=results,
        suggestion=_suggestion(found),
        searched_languages=LANGUAGES,
        fallback=fallback,
        holds_until=desk.holds_until([*(result.contacts for result in results), fallback.contacts]),
    )


def _suggestion(found: Found) -> Suggestion | None:
    """What was understood instead of the question, where that has an answer."""
    repaired = found.plan.repaired if found.hits.total else None
    return Suggestion(text=repaired, applied=True) if repaired else None
