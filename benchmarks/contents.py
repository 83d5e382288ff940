"""The real content, and as many seeded entries behind it as a measurement wants."""

import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from benchmarks.words import dice, words
from widget_server import resources
from widget_server.content import loader
from widget_server.content.model import (
    NATIONAL,
    Audience,
    Corpus,
    Entry,
    Kind,
    Municipality,
    Reference,
    Text,
)
from widget_server.languages import LANGUAGES, Language

#: Opening hours and expiry are judged on this day, so that a run next year measures the same.
TODAY: Final = date(2026, 11, 21)

_TITLE: Final = (4, 9)
_SUMMARY: Final = (15, 30)
_PARAGRAPH: Final = (15, 30)
_KEYWORDS: Final = 4


def real() -> Corpus:
    """The content of this repository."""
    return loader.load(resources.CONTENT, today=TODAY)


def grown(corpus: Corpus, count: int) -> Corpus:
    """`corpus` with national seeded entries behind its own, `count` in all."""
    missing = max(0, count - len(corpus.entries))
    return replace(corpus, entries=(*corpus.entries, *seeded(corpus, missing)))


def spread(corpus: Corpus, *, municipalities: int, shared: int, own: int) -> Corpus:
    """So many municipalities, each with `own` entries over `shared` national ones; the first is the real one."""
    national = grown(replace(corpus, entries=corpus.layer(NATIONAL)), shared).entries
    first = next(iter(corpus.municipalities.values()))
    names = [first, *(_another(first, number) for number in range(1, municipalities))]
    entries = [*national, *corpus.layer(first.slug)]
    entries += _owned(corpus, first.slug, own - len(entries) + len(national))
    for place in names[1:]:
        entries += _owned(corpus, place.slug, own)
    return replace(corpus, entries=tuple(entries), municipalities={place.slug: place for place in names})


def _another(like: Municipality, number: int) -> Municipality:
    return replace(like, slug=f"municipality-{number:03}", name=f"Municipality {number}", hide=frozenset())


def _owned(corpus: Corpus, slug: str, count: int) -> Iterator[Entry]:
    return (replace(entry, municipality=slug) for entry in seeded(corpus, count, prefix=slug))


def seeded(corpus: Corpus, count: int, prefix: str = "seeded") -> Iterator[Entry]:
    """So many entries of real words that turn to the organisations and sources of `corpus`."""
    rolled = dice(prefix)
    organisations = [entry.id for entry in corpus.layer(NATIONAL) if entry.kind is Kind.ORGANISATION]
    sources = sorted(
        {source for entry in corpus.entries for source in entry.sources}, key=lambda source: source.id
    )
    topics = sorted(corpus.topics)
    for number in range(count):
        yield Entry(
            id=f"{prefix}-{number:05}",
            kind=Kind.FAQ,
            texts={language: _text(rolled, language) for language in LANGUAGES},
            audience=(rolled.choice(list(Audience)),),
            topics=(rolled.choice(topics),),
            sources=(rolled.choice(sources),),
            verified_on=date(2026, 10, 1),
            owner="redactie@example.org",
            turn_to=(Reference(rolled.choice(organisations)),),
        )


def _text(rolled: random.Random, language: Language) -> Text:
    return Text(
        title=_sentence(rolled, language, _TITLE),
        summary=_sentence(rolled, language, _SUMMARY),
        body=(_sentence(rolled, language, _PARAGRAPH),),
        keywords=tuple(dict.fromkeys(words(language).sample(rolled, _KEYWORDS))),
    )


def _sentence(rolled: random.Random, language: Language, length: tuple[int, int]) -> str:
    return " ".join(words(language).sample(rolled, rolled.randint(*length))).capitalize() + "."


def write(folder: Path, corpus: Corpus, count: int) -> None:
    """The content of this repository and seeded entries, `count` in all, as a folder of YAML."""
    shutil.copytree(resources.CONTENT, folder)
    for entry in seeded(corpus, count - len(corpus.entries)):
        (folder / NATIONAL / "entries" / f"{entry.id}.yaml").write_text(as_yaml(entry), "utf-8")


def as_yaml(entry: Entry) -> str:
    """A seeded entry as an editor would write it."""
    return yaml.safe_dump(_plain(entry), allow_unicode=True, sort_keys=False, width=110)


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "kind": str(entry.kind),
        "audience": _texts(entry.audience),
        "topics": list(entry.topics),
        "sources": [source.id for source in entry.sources],
        "verified_on": entry.verified_on,
        "owner": entry.owner,
        "turn_to": [reference.organisation for reference in entry.turn_to],
        "text": {
            language: {
                "title": text.title,
                "summary": text.summary,
                "keywords": list(text.keywords),
                "body": list(text.body),
            }
            for language, text in entry.texts.items()
        },
    }


def _texts(members: Iterable[object]) -> list[str]:
    return [str(member) for member in members]
