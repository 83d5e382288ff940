"""What the search answers -> the JSON of the contract, field by field (docs/api.md)."""

from collections.abc import Iterable
from typing import Any

from widget_server.languages import LANGUAGES
from widget_server.search.page import (
    ContactView,
    Fallback,
    HoursView,
    Result,
    ResultPage,
    SourceView,
    Suggestion,
)
from widget_server.web.protocol import MunicipalityView, TopicView
from widget_server.web.widget_asset import WidgetAsset

Json = dict[str, Any]


def page_json(page: ResultPage) -> Json:
    """A page of results."""
    return {
        "query": page.query,
        "language": page.language,
        "municipality": page.municipality,
        "total": page.total,
        "results": [result_json(result) for result in page.results],
        "suggestion": _suggestion_json(page.suggestion),
        "searchedLanguages": page.searched_languages,
        "fallback": fallback_json(page.fallback),
    }


def result_json(result: Result) -> Json:
    """One result, with what matched in it; its body is fetched when a reader wants it."""
    highlights = result.highlights
    return {
        **_answer_json(result),
        "hasBody": bool(result.body),
        "highlights": {
            "title": highlights.title,
            "summary": highlights.summary,
            "excerpt": highlights.excerpt,
        },
    }


def entry_json(result: Result) -> Json:
    """One entry in full; nothing was asked, so that nothing is highlighted."""
    return {**_answer_json(result), "body": result.body}


def fallback_json(fallback: Fallback) -> Json:
    """Whom to ask when no answer fits."""
    return {
        "organisation": fallback.organisation,
        "contacts": [_contact_json(contact) for contact in fallback.contacts],
    }


def municipality_json(
    view: MunicipalityView, topics: Iterable[TopicView], fallback: Fallback, widget: WidgetAsset | None
) -> Json:
    """What a widget needs to know of a municipality; `widget` is null on a server without a built one."""
    return {
        "slug": view.slug,
        "name": view.name,
        "languages": LANGUAGES,
        "topics": [
            {"slug": topic.slug, "label": dict(topic.label), "entries": topic.entries} for topic in topics
        ],
        "fallback": fallback_json(fallback),
        "searchUrl": f"/{view.slug}/search",
        "widget": widget
        and {"url": widget.url, "versionedUrl": widget.versioned_url, "integrity": widget.integrity},
    }


def _answer_json(result: Result) -> Json:
    return {
        "id": result.id,
        "kind": result.kind,
        "language": result.language,
        "title": result.title,
        "summary": result.summary,
        "excerpt": result.excerpt,
        "contacts": [_contact_json(contact) for contact in result.contacts],
        "sources": [_source_json(source) for source in result.sources],
        "audience": result.audience,
        "topics": result.topics,
        "verifiedOn": result.verified_on.isoformat(),
        "owner": result.owner,
        "url": result.url,
    }


def _contact_json(contact: ContactView) -> Json:
    return {
        "channel": contact.channel,
        "label": contact.label,
        "value": contact.value,
        "href": contact.href,
        "languages": contact.languages,
        "hours": contact.hours and _hours_json(contact.hours),
        "audience": contact.audience,
        "regions": contact.regions,
        "access": contact.access,
    }


def _hours_json(hours: HoursView) -> Json:
    return {"text": hours.text, "openNow": hours.open_now, "until": hours.until}


def _source_json(source: SourceView) -> Json:
    return {"title": source.title, "publisher": source.publisher, "date": source.date, "url": source.url}


def _suggestion_json(suggestion: Suggestion | None) -> Json | None:
    if suggestion is None:
        return None
    return {"text": suggestion.text, "applied": suggestion.applied}
