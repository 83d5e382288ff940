"""The town of town.yaml, indexed for real, and what its readers find at a moment of the test's choice."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from widget_server.content.hours import ZONE
from widget_server.content.model import (
    Audience,
    Channel,
    ContactPoint,
    Corpus,
    Entry,
    Example,
    Kind,
    Municipality,
    Promotion,
    Reference,
    Source,
    Synonyms,
    Text,
)
from widget_server.engine.generations import GenerationStore
from widget_server.indexing.reindex import publish_corpus
from widget_server.languages import LANGUAGES
from widget_server.search.plan import Plan
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf

TOWN: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "town.yaml").read_text())

#: A Monday, during office hours.
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZONE)

SOURCE = Source(id="handbook", title="Handboek", publisher="Rijksdienst", date="2025-09")


def _text(raw: str, keywords: list[str]) -> Text:
    title, summary, *body = [*raw.split(" | "), ""][:3]
    return Text(title=title, summary=summary, body=tuple(filter(None, body)), keywords=tuple(keywords))


def _contact(name: str, raw: Mapping[str, Any]) -> ContactPoint:
    facts = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
    return ContactPoint(name=name, **facts | {"channel": Channel(raw["channel"])})


def _promotion(raw: Mapping[str, Any]) -> Promotion:
    return Promotion(words=tuple(raw["words"]), reason="a test", until=raw["until"])


def _entry(name: str, raw: Mapping[str, Any]) -> Entry:
    return Entry(
        id=raw.get("id", name),
        kind=Kind(raw.get("kind", "faq")),
        texts={
            language: _text(raw.get(language, ""), raw.get(f"{language}-keywords", []))
            for language in LANGUAGES
        },
        audience=tuple(Audience(each) for each in raw.get("audience", ["helper"])),
        topics=tuple(raw.get("topics", [])),
        sources=(SOURCE,),
        verified_on=date(2026, 3, 1),
        owner="redactie@example.nl",
        municipality=raw.get("municipality"),
        contacts=tuple(_contact(*item) for item in raw.get("contacts", {}).items()),
        turn_to=tuple(Reference(*each.split("/")) for each in raw.get("turn_to", [])),
        valid_until=raw.get("valid_until"),
        promote=_promotion(raw["promote"]) if "promote" in raw else None,
    )


def _municipality(slug: str, raw: Mapping[str, Any]) -> Municipality:
    return Municipality(slug=slug, **raw | {"hide": frozenset(raw.get("hide", []))})


@pytest.fixture(scope="session")
def town() -> Corpus:
    return Corpus(
        entries=tuple(_entry(*item) for item in TOWN["entries"].items()),
        municipalities={slug: _municipality(slug, raw) for slug, raw in TOWN["municipalities"].items()},
        topics=TOWN["topics"],
        places=TOWN["places"],
        synonyms=tuple(Synonyms(**raw | {"words": tuple(raw["words"])}) for raw in TOWN["synonyms"]),
        examples=tuple(Example(**raw | {"answers": tuple(raw["answers"])}) for raw in TOWN["examples"]),
        elsewhere={language: tuple(words) for language, words in TOWN["elsewhere"].items()},
    )


@pytest.fixture(scope="session")
def shelf(town: Corpus, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> EditionShelf:
    """The town, published."""
    store = GenerationStore(tmp_path_factory.mktemp("town"))
    publish_corpus(town, store, cache=cache)
    return EditionShelf(store)


@pytest.fixture(scope="session")
def service_at(shelf: EditionShelf) -> Callable[[datetime], SearchService]:
    """The service at a moment."""
    return lambda at: SearchService(shelf, clock=lambda: at)


@pytest.fixture(scope="session")
def service(service_at: Callable[[datetime], SearchService]) -> SearchService:
    """The service on a Monday at noon."""
    return service_at(NOON)


@pytest.fixture(scope="session")
def ask() -> Callable[..., SearchRequest]:
    """A request of a reader in Zilverdam on a Dutch page, unless told otherwise."""

    def asked(query: str, **more: Any) -> SearchRequest:
        return SearchRequest(**{"language": "nl", "municipality": "zilverdam"} | more, query=query)

    return asked


@pytest.fixture(scope="session")
def found(service: SearchService, ask: Callable[..., SearchRequest]) -> Callable[..., list[str]]:
    """The ids of the answers to a question, best first."""
    return lambda query, **more: [result.id for result in service.search(ask(query, **more)).results]


@pytest.fixture(scope="session")
def plan(service: SearchService, ask: Callable[..., SearchRequest]) -> Callable[..., Plan]:
    """The plan of a question from a page in one language."""

    def planned(query: str, page: str = "nl", *, exact: bool = False) -> Plan:
        return service.find(ask(query, language=page, exact=exact)).plan

    return planned
