"""A small search with two municipalities; the one place where the tests choose what answers."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient

from widget_server.content.model import Audience, Channel, Kind
from widget_server.errors import UnknownError
from widget_server.search.page import (
    ContactView,
    Fallback,
    Highlights,
    HoursView,
    Result,
    ResultPage,
    SourceView,
    Suggestion,
)
from widget_server.search.request import SearchRequest
from widget_server.settings import Settings
from widget_server.web.app import create_app

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
CLOSING = NOW.replace(hour=17)
SCRIPT = b"customElements.define('terecht-search', class extends HTMLElement {});"


def contact(channel: Channel, value: str, href: str | None, **more: Any) -> ContactView:
    facts = {
        "label": "Gemeente Borger-Odoorn",
        "languages": (),
        "hours": None,
        "audience": (),
        "regions": (),
        "access": "public",
    }
    return ContactView(channel=channel, value=value, href=href, **(facts | more))


PHONE = contact(
    Channel.PHONE,
    "14 0591",
    "tel:140591",
    languages=("nl",),
    hours=HoursView(
        text="maandag t/m vrijdag 9:00–17:00",
        open_now=True,
        until=CLOSING.isoformat(),
        holds_until=CLOSING,
    ),
)
MAIL = contact(Channel.EMAIL, "hulp@borger-odoorn.nl", "mailto:hulp@borger-odoorn.nl")
LOGIN = contact(
    Channel.WEBSITE,
    "vng.nl/forum",
    "https://vng.nl/forum",
    audience=(Audience.PROFESSIONAL,),
    regions=("Drenthe",),
    access="login",
)
ACCOUNT = contact(Channel.ACCOUNT, "Giro 555", None)


@dataclass(frozen=True)
class View:
    slug: str
    name: str
    origins: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    slug: str
    label: dict[str, str]
    entries: int


@dataclass
class FakeService:
    """Finds an entry when the question holds a word of its title, or its topic is asked for; nothing more clever."""

    generation_id: str = "000007"
    edition_number: int = 1
    asked: list[SearchRequest] = field(default_factory=list)
    changes: dict[str, Any] = field(default_factory=dict)
    page_changes: dict[str, Any] = field(default_factory=dict)
    origins: tuple[str, ...] = ("https://www.borger-odoorn.nl",)
    slugs: tuple[str, ...] = ("borger-odoorn", "veldhuizen")
    finds_with_filters: bool = True

    def generation(self) -> str:
        return self.generation_id

    def edition(self) -> int:
        return self.edition_number

    def municipalities(self) -> tuple[str, ...]:
        return self.slugs

    def municipality(self, slug: str) -> View:
        if slug not in self.municipalities():
            raise UnknownError(f"no municipality {slug!r} is on this server")
        origins = self.origins if slug == "borger-odoorn" else ("https://veldhuizen.example",)
        return View(slug, "Gemeente Borger-Odoorn", origins)

    def topics(self, slug: str) -> tuple[Topic, ...]:
        self.municipality(slug)
        return (Topic("housing", {"nl": "Wonen", "en": "Housing", "uk": "Житло", "ru": "Жильё"}, 1),)

    def search(self, request: SearchRequest) -> ResultPage:
        self.municipality(request.municipality)
        self.asked.append(request)
        is_found = "kamer" in request.query or (not request.query and request.topic == "housing")
        is_filtered = bool(request.audience or request.topic or request.kind)
        is_found &= self.finds_with_filters or not is_filtered
        found = (self._result(request.language),) if is_found else ()
        page = ResultPage(
            query=request.query,
            language=request.language,
            municipality=request.municipality,
            total=len(found),
            results=found,
            suggestion=None,
            searched_languages=("nl", "en", "uk", "ru"),
            fallback=FALLBACK,
            holds_until=CLOSING,
        )
        return replace(page, **self.page_changes)

    def entry(self, entry_id: str, language: str, municipality: str) -> Result:
        self.municipality(municipality)
        if entry_id != "room-at-home":
            raise UnknownError(f"no entry {entry_id!r}")
        return self._result(language)._replace(highlights=Highlights())

    def suggestions(self, text: str, language: str, municipality: str) -> tuple[str, ...]:
        self.municipality(municipality)
        return (f"{text} aanbieden ({language})",) if text else ()

    def _result(self, language: str) -> Result:
        result = Result(
            id="room-at-home",
            kind=Kind.FAQ,
            language=language,
            title="Kamer aanbieden & <meer>",
            summary="Meld uw kamer aan. Кімната.",
            excerpt="Een kamer is genoeg.",
            body=("Eerste alinea.", "Tweede </script> alinea."),
            highlights=Highlights(title=((0, 5),), summary=((9, 14),), excerpt=((4, 9),)),
            contacts=(PHONE, MAIL, LOGIN, ACCOUNT),
            sources=(SourceView(title="Flyer", publisher="Gemeente", date="2022-03", url=None),),
            audience=(Audience.HOST,),
            topics=("housing",),
            verified_on=date(2022, 3, 1),
            owner="redactie@borger-odoorn.nl",
            url=f"/borger-odoorn/entries/room-at-home?lang={language}",
        )
        return result._replace(**self.changes)


FALLBACK = Fallback(organisation="Gemeente Borger-Odoorn", contacts=(PHONE, MAIL))
SUGGESTION = Suggestion(text="kamer", applied=True)


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def widget(tmp_path: Path) -> Path:
    path = tmp_path / "terecht.js"
    path.write_bytes(SCRIPT)
    return path


@pytest.fixture
def make_app(service: FakeService, widget: Path) -> Callable[..., Flask]:
    """An application; `settings` and `reindex` may differ from the usual ones."""

    def make(reindex: Callable[[], str] | None = None, **settings: Any) -> Flask:
        chosen = Settings(**({"public_url": "https://terecht.example"} | settings))
        return create_app(service, chosen, reindex, widget=widget, clock=lambda: NOW)

    return make


@pytest.fixture
def app(make_app: Callable[..., Flask]) -> Flask:
    return make_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
