"""`entries/<id>.yaml`: one answer, in all four languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from widget_server.content.codes import Code
from widget_server.content.faults import Mark
from widget_server.content.fields import TEXT_CODES, Fields
from widget_server.content.model import Audience, ContactPoint, Entry, Kind, Promotion, Reference, Text
from widget_server.content.nodes import Node, Scalar
from widget_server.content.readers.contacts import read_contacts
from widget_server.content.values import (
    all_choices,
    by_language,
    checked,
    choice,
    first_day,
    full_date,
    past_date,
)
from widget_server.content.vocabulary import Vocabulary
from widget_server.content.web_addresses import mail
from widget_server.content.yaml_file import YamlFile
from widget_server.languages import LANGUAGES, Language

_REQUIRED: Final = ("kind", "audience", "topics", "sources", "verified_on", "owner", "text")
_OPTIONAL: Final = ("valid_until", "regions", "promote", "contacts", "turn_to")


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """An entry as read, with the places of its references, which are checked when all files are read.

    `contacts` is where its contact points stand, for a fault that concerns them. `is_faq` is
    false as well when the kind could not be read: one fault is enough.
    """

    file: YamlFile
    entry: Entry
    turn_to: tuple[Scalar, ...]
    contacts: Mark
    is_faq: bool

    @property
    def contact_names(self) -> list[str]:
        """The names of its contact points."""
        return [contact.name for contact in self.entry.contacts]


def read_entry(file: YamlFile, root: Node, entry_id: str, vocabulary: Vocabulary) -> EntryDraft:
    """The entry with this id; the vocabulary says in which layer."""
    fields = Fields(file, root, required=_REQUIRED, optional=_OPTIONAL)
    turn_to = fields.scalars("turn_to")
    kind = fields.scalar("kind")
    is_faq = kind is not None and kind.value == Kind.FAQ
    verified_on = past_date(file, fields.scalar("verified_on"), vocabulary.today)
    _refuse_misplaced(fields, vocabulary, is_faq=is_faq)
    entry = Entry(
        id=entry_id,
        kind=choice(file, kind, Kind),
        texts=_texts(fields),
        audience=all_choices(file, fields.scalars("audience"), Audience),
        topics=vocabulary.topics.check(file, fields.scalars("topics")),
        sources=vocabulary.sources.look_up(file, fields.scalars("sources")),
        verified_on=verified_on,
        owner=checked(file, fields.scalar("owner"), Code.MALFORMED_EMAIL, mail),
        municipality=vocabulary.municipality,
        contacts=_contacts(fields, vocabulary, verified_on),
        turn_to=tuple(reference(item.value) for item in turn_to),
        regions=vocabulary.places.check(file, fields.scalars("regions")),
        valid_until=full_date(file, fields.scalar("valid_until")) if "valid_until" in fields else None,
        promote=_promotion(fields),
    )
    _check_periods(fields, entry)
    return EntryDraft(file, entry, turn_to, fields.mark_of("contacts"), is_faq)


def reference(text: str) -> Reference:
    """A pointer to an organisation, or to one of its contact points.

    >>> reference("vng/helpdesk")
    Reference(organisation='vng', contact='helpdesk')
    """
    organisation, slash, contact = text.partition("/")
    return Reference(organisation, contact if slash else None)


def _refuse_misplaced(fields: Fields, vocabulary: Vocabulary, *, is_faq: bool) -> None:
    if is_faq and "contacts" in fields:
        message = "'contacts' of a faq would stand twice; they belong to an organisation"
        hint = "move them to an organisation and name that in `turn_to`"
        fields.file.report(fields.mark_of("contacts"), Code.MISPLACED_FIELD, message, hint)
    if vocabulary.municipality and "regions" in fields:
        message = "'regions' chooses municipalities; this entry is for one municipality already"
        fields.file.report(fields.mark_of("regions"), Code.MISPLACED_FIELD, message)


def _contacts(fields: Fields, vocabulary: Vocabulary, verified_on: date) -> tuple[ContactPoint, ...]:
    node = fields.node("contacts")
    if node is None:
        return ()
    return tuple(read_contacts(fields.file, node, vocabulary, verified_on=verified_on))


def _texts(fields: Fields) -> Mapping[Language, Text]:
    node = fields.node("text")
    if node is None:
        return MappingProxyType({})
    texts = by_language(fields.file, node)
    found = ((language, texts.node(language)) for language in LANGUAGES)
    return MappingProxyType({language: _text(fields.file, node) for language, node in found if node})


def _text(file: YamlFile, node: Node) -> Text:
    required, optional = ("title", "summary"), ("body", "keywords")
    fields = Fields(file, node, required=required, optional=optional, codes=TEXT_CODES)
    return Text(
        title=fields.text("title"),
        summary=fields.text("summary"),
        body=fields.paragraphs("body"),
        keywords=fields.texts("keywords"),
    )


def _promotion(fields: Fields) -> Promotion | None:
    node = fields.node("promote")
    if node is None:
        return None
    found = Fields(fields.file, node, required=("words", "reason", "until"))
    return Promotion(
        words=found.texts("words"),
        reason=found.text("reason"),
        until=full_date(fields.file, found.scalar("until")),
    )


def _check_periods(fields: Fields, entry: Entry) -> None:
    """Nothing can be verified against, or be over before, a document that was not written yet.

    `valid_until` may lie before `verified_on`: a promise with a date in an old document is
    recorded as what it is, and was over when somebody checked it.
    """
    if fields.file.faults:
        return  # the dates may be stand-ins
    written = [first_day(source.date) for source in entry.sources if source.date]
    _refuse_before(fields, "verified_on", entry.verified_on, max(written, default=None))
    _refuse_before(fields, "valid_until", entry.valid_until, min(written, default=None))


def _refuse_before(fields: Fields, field: str, day: date | None, written: date | None) -> None:
    if day is None or written is None or day >= written:
        return
    message = f"{field} {day} lies before the source of {written}"
    fields.file.report(fields.mark_of(field), Code.IMPOSSIBLE_PERIOD, message)
