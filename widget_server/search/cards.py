"""An entry made ready for presenting: decoded once, then shared by all readers."""

from dataclasses import dataclass

from widget_server.content import codec
from widget_server.content.catalogue import Catalogue
from widget_server.content.model import Source, Text
from widget_server.content.sentences import sentences
from widget_server.engine.segment import Segment
from widget_server.language.wording import Wording
from widget_server.languages import Language
from widget_server.search.listed import Listed
from widget_server.search.page import SourceView


@dataclass(frozen=True, slots=True)
class Face:
    """What an entry shows in one language; `wording` has its title, its summary and each of its sentences."""

    text: Text
    sentences: tuple[str, ...]
    wording: Wording


class Card:
    """An entry with its faces and contact points, made when first asked for. Threads may race; the result is the same."""

    __slots__ = ("_faces", "_listed", "_segment", "_wordings", "entry", "sources")

    def __init__(self, segment: Segment, number: int) -> None:
        """The entry of a document. The record that it is made of (see `content.codec`) need not stay in memory: a third of the index."""
        self.entry, self._wordings = codec.decode_record(segment.payload(number))
        self._segment = segment
        self.sources = tuple(map(_source, self.entry.sources))
        self._faces: dict[Language, Face] = {}
        self._listed: dict[Language, dict[str, Listed]] = {}
        self._segment.release_payloads()

    def face(self, language: Language) -> Face:
        """What it shows in `language`."""
        face = self._faces.get(language)
        if face is None:
            text = self.entry.texts[language]
            face = self._faces[language] = Face(
                text, sentences(text), Wording(bytes(self._wordings[language]))
            )
            self._segment.release_payloads()
        return face

    def listed(self, name: str, language: Language, catalogue: Catalogue) -> Listed:
        """Its contact point `name`; `catalogue` is always the same for this card."""
        listed = self._listed.get(language)
        if listed is None:
            points = self.entry.contacts
            listed = {point.name: Listed.of(self.entry, point, language, catalogue) for point in points}
            self._listed[language] = listed
        return listed[name]


def _source(source: Source) -> SourceView:
    return SourceView(title=source.title, publisher=source.publisher, date=source.date, url=source.url)
