"""An entry -> a result in the reader's language, with what matched marked in it."""

from typing import Final

from widget_server.language.wording import Sought
from widget_server.languages import Language
from widget_server.search.cards import Card
from widget_server.search.desk import Desk
from widget_server.search.edition import Places
from widget_server.search.highlights import NONE, marked
from widget_server.search.page import Result

_NOTHING: Final = Sought(())


def result(
    card: Card,
    desk: Desk,
    language: Language,
    sought: Sought = _NOTHING,
    places: Places = (),
) -> Result:
    """The result for `card`: `sought` are the words that the question finds (`Plan.sought`), `places` those it names."""
    entry, text = card.entry, card.entry.texts[language]
    excerpt, highlights = marked(card.face(language), sought) if sought else (None, NONE)
    return Result(
        id=entry.id,
        kind=entry.kind,
        language=language,
        title=text.title,
        summary=text.summary,
        excerpt=excerpt,
        body=text.body,
        highlights=highlights,
        contacts=desk.contacts(card, language, places),
        sources=card.sources,
        audience=entry.audience,
        topics=entry.topics,
        verified_on=entry.verified_on,
        owner=entry.owner,
        url=url(entry.id, desk.municipality.slug, language),
    )


def url(entry_id: str, municipality: str, language: Language) -> str:
    """The path of the page that can be shared and printed."""
    return f"/{municipality}/entries/{entry_id}?lang={language}"
