"""An entry to JSON and back, as it is kept in a generation, with what stands beside it.

JSON and not a pickle: a generation may come from elsewhere, and reading it must never run code.
What is empty is left out. The round trip is exact.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import Any, Final

from widget_server.content.model import (
    Access,
    Audience,
    Channel,
    ContactPoint,
    Entry,
    Kind,
    Promotion,
    Reference,
    Source,
    Text,
)
from widget_server.languages import LANGUAGES, Language

#: In a record: the lengths in bytes of the entry, of its texts and of their wordings.
_LENGTHS: Final = struct.Struct(f"<{1 + 2 * len(LANGUAGES)}I")

_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Json = dict[str, Any]


def encode(entry: Entry) -> bytes:
    """An entry as compact JSON in UTF-8."""
    texts = {language: _plain_text(text) for language, text in entry.texts.items()}
    return _dumped({**_plain_entry(entry), "texts": texts})


def decode(content: bytes) -> Entry:
    """The entry that `encode` was given."""
    plain = json.loads(content)
    return _entry(
        plain, MappingProxyType({language: _text(text) for language, text in plain["texts"].items()})
    )


def encode_record(entry: Entry, wordings: Mapping[Language, bytes]) -> bytes:
    """An entry with the wording of its texts in each language (see `language.wording`)."""
    texts = (_plain_text(entry.texts[lang]) if lang in entry.texts else {} for lang in LANGUAGES)
    parts = [
        _dumped(_plain_entry(entry)),
        *(_dumped(text) if text else b"" for text in texts),
        *(wordings.get(language, b"") for language in LANGUAGES),
    ]
    return _LENGTHS.pack(*map(len, parts)) + b"".join(parts)


def decode_record(content: memoryview) -> tuple[Entry, dict[Language, memoryview]]:
    """What `encode_record` was given. Texts are decoded when they are asked for, wordings are not even copied."""
    bounds = tuple(accumulate(_LENGTHS.unpack_from(content), initial=_LENGTHS.size))
    entry, *parts = (content[start:end] for start, end in pairwise(bounds))
    texts, wordings = parts[: len(LANGUAGES)], parts[len(LANGUAGES) :]
    written = {language: text for language, text in zip(LANGUAGES, texts, strict=True) if text}
    return _entry(json.loads(bytes(entry)), _Texts(written)), dict(zip(LANGUAGES, wordings, strict=True))


class _Texts(Mapping[Language, Text]):
    """Texts as they were written; most entries are shown in one language or two. Threads may race."""

    __slots__ = ("_read", "_written")

    def __init__(self, written: Mapping[Language, memoryview]) -> None:
        self._written = written
        self._read: dict[Language, Text] = {}

    def __getitem__(self, language: Language) -> Text:
        text = self._read.get(language)
        if text is None:
            text = self._read[language] = _text(json.loads(bytes(self._written[language])))
        return text

    def __iter__(self) -> Iterator[Language]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


def _dumped(plain: Json) -> bytes:
    return _JSON.encode(_filled(plain)).encode()


def _filled(plain: Mapping[str, Any]) -> Json:
    """Without what is absent; an empty text stays, it is no default."""
    return {name: value for name, value in plain.items() if value is not None and value not in ((), [], {})}


def _plain(noun: object, *fields: str) -> Json:
    return _filled({name: getattr(noun, name) for name in fields})


def _plain_entry(entry: Entry) -> Json:
    """All of an entry but its texts."""
    return {
        **_plain(entry, "id", "kind", "audience", "topics", "owner", "municipality", "regions"),
        "sources": [_plain(source, "id", "title", "publisher", "date", "url") for source in entry.sources],
        "verified_on": entry.verified_on.isoformat(),
        "valid_until": entry.valid_until and entry.valid_until.isoformat(),
        "contacts": [_plain_contact(contact) for contact in entry.contacts],
        "turn_to": [[item.organisation, item.contact] for item in entry.turn_to],
        "promote": entry.promote and _plain_promotion(entry.promote),
    }


def _entry(plain: Json, texts: Mapping[Language, Text]) -> Entry:
    return Entry(
        id=plain["id"],
        kind=Kind(plain["kind"]),
        texts=texts,
        audience=_audience(plain),
        topics=tuple(plain.get("topics", ())),
        sources=tuple(Source(**source) for source in plain.get("sources", ())),
        verified_on=date.fromisoformat(plain["verified_on"]),
        owner=plain["owner"],
        municipality=plain.get("municipality"),
        contacts=tuple(_contact(contact) for contact in plain.get("contacts", ())),
        turn_to=tuple(Reference(*item) for item in plain.get("turn_to", ())),
        regions=tuple(plain.get("regions", ())),
        valid_until=date.fromisoformat(plain["valid_until"]) if "valid_until" in plain else None,
        promote=_promotion(plain["promote"]) if "promote" in plain else None,
    )


def _plain_text(text: Text) -> Json:
    return _plain(text, "title", "summary", "body", "keywords")


def _text(plain: Json) -> Text:
    return Text(
        title=plain["title"],
        summary=plain["summary"],
        body=tuple(plain.get("body", ())),
        keywords=tuple(plain.get("keywords", ())),
    )


def _plain_contact(contact: ContactPoint) -> Json:
    fields = ("name", "channel", "value", "href", "languages", "hours", "audience", "regions", "access")
    return _filled({**_plain(contact, *fields), "label": dict(contact.label)})


def _contact(plain: Json) -> ContactPoint:
    return ContactPoint(
        name=plain["name"],
        channel=Channel(plain["channel"]),
        value=plain["value"],
        href=plain.get("href"),
        label=MappingProxyType(plain.get("label", {})),
        languages=tuple(plain.get("languages", ())),
        hours=plain.get("hours"),
        audience=_audience(plain),
        regions=tuple(plain.get("regions", ())),
        access=Access(plain["access"]),
    )


def _audience(plain: Json) -> tuple[Audience, ...]:
    return tuple(Audience(item) for item in plain.get("audience", ()))


def _plain_promotion(promotion: Promotion) -> Json:
    return {**_plain(promotion, "words", "reason"), "until": promotion.until.isoformat()}


def _promotion(plain: Json) -> Promotion:
    until = date.fromisoformat(plain["until"])
    return Promotion(words=tuple(plain.get("words", ())), reason=plain["reason"], until=until)
