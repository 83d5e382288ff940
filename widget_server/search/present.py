"""An entry -> a result in the reader's language, with what matched marked in it."""

from typing import Final

from widget_server.content.model import Source
from widget_server.languages import Language
from widget_server.search.cards import Card, Face
from widget_server.search.desk import Desk
from widget_server.search.edition import Places
from widget_server.search.highlights import Passage, best
from widget_server.search.page import Highlights, Result, SourceView

#: A sentence of the body is worth showing when it holds this many sought words that the summary lacks.
_NEWS: Final = 1


def result(
    card: Card,
    desk: Desk,
    language: Language,
    sought: frozenset[str] = frozenset(),
    places: Places = (),
) -> Result:
    """The result for `card`: `sought` are the terms that the question was matched by, `places` those it names."""
    entry = card.entry
    face = card.face(language)
    excerpt = _excerpt(face, sought)
    text = entry.texts[language]
    return Result(
        id=entry.id,
        kind=entry.kind,
        language=language,
        title=text.title,
        summary=text.summary,
        excerpt=excerpt.text if excerpt else None,
        body=text.body,
        highlights=Highlights(
            title=face.title.marks(sought),
            summary=face.summary.marks(sought),
            excerpt=excerpt.marks(sought) if excerpt else (),
        ),
        contacts=desk.contacts(entry.id, language, places),
        sources=tuple(map(_source, entry.sources)),
        audience=entry.audience,
        topics=entry.topics,
        verified_on=entry.verified_on,
        owner=entry.owner,
        url=url(entry.id, desk.municipality.slug, language),
    )


def url(entry_id: str, municipality: str, language: Language) -> str:
    """The path of the page that can be shared and printed."""
    return f"/{municipality}/entries/{entry_id}?lang={language}"


def _excerpt(face: Face, sought: frozenset[str]) -> Passage | None:
    news = sought - face.title.terms - face.summary.terms
    return best(face.sentences, news, least=_NEWS) if news else None


def _source(source: Source) -> SourceView:
    return SourceView(title=source.title, publisher=source.publisher, date=source.date, url=source.url)
