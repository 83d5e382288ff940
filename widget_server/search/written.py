"""A folded word -> as the entries that hold it write it: "oekraine" is Oekraïne, and "borgerodoorn" Borger-Odoorn."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from widget_server.content.catalogue import Catalogue
from widget_server.engine.query import Clause, Query, WeightedTerms
from widget_server.engine.retrieval import evaluate
from widget_server.language.terms import Kind, field
from widget_server.language.wording import Sought, digest
from widget_server.language.words import placed, words
from widget_server.languages import Language
from widget_server.search.cards import Card
from widget_server.search.desk import Desk

#: Entries that are asked how they write a word; they agree, but for slips.
_ASKED: Final = 4

_SENTENCE_ENDS: Final = (".", "!", "?", "…", ":")

#: What may stand between the end of a sentence and the first word of the next.
_OPENING: Final = " “‘«„(\"'"


class Place(NamedTuple):
    """A word in a sentence: as it stands there, and whether it begins the sentence."""

    raw: str
    begins: bool


def written(word: str, desk: Desk, language: Language) -> str | None:
    """How the entries that `word` finds for readers in `language` write it most often.

    A word that only begins sentences loses its capital. None for one that stands in no text, but in an address or a
    phone number: these are no words.
    """
    cards = _holding(word, desk, language)
    places = [place for card in cards for place in _places(word, card, language)]
    ways = (
        [place.raw for place in places if not place.begins]
        or [raw for card in cards for raw in _beside(word, card, language, desk.edition.catalogue)]
        or [_without_capital(place.raw) for place in places]
    )
    return Counter(ways).most_common(1)[0][0] if ways else None


def _holding(word: str, desk: Desk, language: Language) -> Sequence[Card]:
    clause = Clause(((WeightedTerms(field(language, Kind.WORD), (word,)),),), worth=1.0)
    hits = evaluate(desk.view, Query(clauses=(clause,), least=1.0, limit=_ASKED))
    return tuple(desk.cards(hits.best))


def _places(word: str, card: Card, language: Language) -> Iterator[Place]:
    """Where `word` stands in what an entry shows."""
    face = card.face(language)
    sought = Sought([(digest(word), 1)])
    for number, text in enumerate((face.text.title, face.text.summary, *face.sentences)):
        for start, end in face.wording.places(number, sought):
            yield Place(text[start:end], _begins(text[:start]))


def _beside(word: str, card: Card, language: Language, catalogue: Catalogue) -> Iterator[str]:
    """How `word` is written in the keywords of an entry, and in what its contact points are called."""
    for text in _named(card, language, catalogue):
        if word in words(text):
            known = placed(text)
            place = known.words.index(word)
            yield text[known.starts[place] : known.ends[place]]


def _named(card: Card, language: Language, catalogue: Catalogue) -> Iterator[str]:
    yield from card.entry.texts[language].keywords
    for point in card.entry.contacts:
        contact = card.listed(point.name, language, catalogue).contact
        yield from (contact.label, *contact.regions)


def _begins(before: str) -> bool:
    """Whether a sentence begins behind the text `before`."""
    end = before.rstrip(_OPENING)
    return not end or end.endswith(_SENTENCE_ENDS)


def _without_capital(raw: str) -> str:
    """`raw` as it is within a sentence; a name like "NOO" or "RefugeeHelp" keeps its capitals."""
    return raw.lower() if raw[1:].islower() else raw
