"""An entry to JSON and back, as it is kept in a generation, with what stands beside it.

JSON and not a pickle: a generation may come from elsewhere, and reading it must never run code.
What is empty is left out. The round trip is exact.
"""

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
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


#: An entry without its texts, then its text in each of `LANGUAGES`; nothing where there is none.
Parts = tuple[bytes, ...]


def encode(entry: Entry) -> Parts:
    """An entry as compact JSON in UTF-8, in parts."""
    return _dumped(_plain_entry(entry)), *(_written(entry.texts, language) for language in LANGUAGES)


def decode(parts: Sequence[bytes | memoryview]) -> Entry:
    """The entry that `encode` was given. A text is decoded when it is first asked for."""
    entry, *texts = parts
    written = {language: text for language, text in zip(LANGUAGES, texts, strict=True) if text}
    return _entry(json.loads(bytes(entry)), _Texts(written))


def encode_record(entry: Entry, wordings: Mapping[Language, bytes]) -> bytes:
    """An entry with the wording of its texts in each language (see `language.wording`)."""
    parts = (*encode(entry), *(wordings.get(language, b"") for language in LANGUAGES))
    return _LENGTHS.pack(*map(len, parts)) + b"".join(parts)


def decode_record(content: memoryview) -> tuple[Entry, dict[Language, memoryview]]:
    """What `encode_record` was given. Wordings are not even copied."""
    bounds = tuple(accumulate(_LENGTHS.unpack_from(content), initial=_LENGTHS.size))
    parts = [content[start:end] for start, end in pairwise(bounds)]
    texts = 1 + len(LANGUAGES)
    return decode(parts[:texts]), dict(zip(LANGUAGES, parts[texts:], strict=True))


class _Texts(Mapping[Language, Text]):
    """Texts as they were written; most entries are shown in one language or two. Threads may race."""

    __slots__ = ("_read", "written")

    def __init__(self, written: Mapping[Language, bytes | memoryview]) -> None:
        self.written = written
        self._read: dict[Language, Text] = {}

    def __getitem__(self, language: Language) -> Text:
        text = self._read.get(language)
        if text is None:
            text = self._read[language] = _text(json.loads(bytes(self.written[language])))
        return text

    def __iter__(self) -> Iterator[Language]:
        return iter(self.written)

    def __len__(self) -> int:
        return len(self.written)


def _written(texts: Mapping[Language, Text], language: Language) -> bytes:
    if isinstance(texts, _Texts):
        return bytes(texts.written.get(language, b""))
    return _dumped(_plain_text(texts[language])) if language in texts else b""


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
