"""An entry -> the engine's document: its words, each weighing what the places where it stands are worth."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from widget_server.content import codec
from widget_server.content.model import ContactPoint, Entry, Reference, Text, Translated
from widget_server.content.sentences import shown
from widget_server.content.tags import tags
from widget_server.engine.document import Document
from widget_server.language import wording
from widget_server.language.terms import Kind, field
from widget_server.language.words import words
from widget_server.languages import Language

#: What one occurrence counts by where it stands, before BM25 saturates it (docs/relevance.md).
TITLE: Final = 3.0
KEYWORD: Final = 2.0
SUMMARY: Final = 1.5
BODY: Final = 1.0
OWN_CONTACT: Final = 1.5
REFERRED_CONTACT: Final = 0.5  # an organisation's own entry goes before those that point to it

Passage = tuple[str, float]


def passages(
    entry: Entry,
    language: Language,
    organisations: Mapping[str, Entry],
    places: Mapping[str, Translated],
) -> Iterator[Passage]:
    """The texts of `entry` in `language` that it is found by, each with its worth.

    `organisations` are the entries whose contact points it may refer to, `places` the names of regions.
    """
    text = entry.texts[language]
    yield text.title, TITLE
    yield text.summary, SUMMARY
    yield from ((keyword, KEYWORD) for keyword in _keywords(entry, language))
    yield from ((paragraph, BODY) for paragraph in text.body)
    yield from own_contacts(entry, language, places)
    for reference in entry.turn_to:
        yield from referred_contacts(reference, language, organisations, places)


def _keywords(entry: Entry, language: Language) -> tuple[str, ...]:
    """The words that point to an entry: those of its text, and those for which an editor puts it first.

    What a text holds already is found by that, in whatever language: a promotion that is over must not go on to count.
    """
    keywords = entry.texts[language].keywords
    if entry.promote is None:
        return keywords
    held = {word for text in entry.texts.values() for part in _parts(text) for word in words(part)}
    return (*keywords, *(word for word in entry.promote.words if not held.issuperset(words(word))))


def _parts(text: Text) -> tuple[str, ...]:
    return text.title, text.summary, *text.body, *text.keywords


def own_contacts(entry: Entry, language: Language, places: Mapping[str, Translated]) -> Iterator[Passage]:
    """Of these texts, those that stand in contact points of its own."""
    for point in entry.contacts:
        yield from ((words, OWN_CONTACT) for words in _contact(point, language, places))


def referred_contacts(
    reference: Reference,
    language: Language,
    organisations: Mapping[str, Entry],
    places: Mapping[str, Translated],
) -> Iterator[Passage]:
    """Those that stand in contact points it refers to."""
    for point in _referred(reference, organisations):
        yield from ((words, REFERRED_CONTACT) for words in _contact(point, language, places))


def _referred(reference: Reference, organisations: Mapping[str, Entry]) -> Iterator[ContactPoint]:
    """The contact points of a reference; those of "the own municipality" are only known to its reader."""
    owner = organisations.get(reference.organisation)
    if owner is not None:
        yield from (point for point in owner.contacts if reference.contact in (None, point.name))


def _contact(point: ContactPoint, language: Language, places: Mapping[str, Translated]) -> Iterator[str]:
    yield point.value
    if language in point.label:
        yield point.label[language]
    yield from (places[region][language] for region in point.regions if region in places)


def document(entry: Entry, organisations: Mapping[str, Entry], places: Mapping[str, Translated]) -> Document:
    """The document of `entry`: its words. What follows from them, `derived` tells. See `passages` for the rest."""
    fields: dict[str, dict[str, float]] = {}
    shares: dict[str, float] = {}
    for language in entry.texts:
        weights: defaultdict[str, float] = defaultdict(float)
        for text, worth in passages(entry, language, organisations, places):
            for word in words(text):
                weights[word] += worth
        name = field(language, Kind.WORD)
        fields[name] = weights
        shares[name] = _share_of_text(entry, language, sum(weights.values()))
    return Document(
        key=entry.id,
        fields=fields,
        tags=frozenset(tags(entry)),
        expires=entry.valid_until,
        payload=codec.encode_record(
            entry, {language: wording.write(shown(text)) for language, text in entry.texts.items()}
        ),
        shares=shares,
    )


def _share_of_text(entry: Entry, language: Language, weight: float) -> float:
    """What part of the `weight` of an entry is text. Keywords point to it: one with forty of them is no longer to read.

    Measured on four sets of questions: success@1 0.838 with keywords as part of the length, 0.863 without.
    """
    keywords = sum(len(words(keyword)) for keyword in _keywords(entry, language))
    return 1.0 - keywords * KEYWORD / weight if keywords else 1.0
