"""What a server must know of the content beside its entries, as it is kept in a generation.

Written when a generation is built, read when it is opened, so that a server never reads YAML.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from itertools import chain
from typing import Any, NamedTuple, Self

from widget_server.content.hours_in_words import in_words
from widget_server.content.model import Corpus, Municipality, Promotion, Translated
from widget_server.languages import LANGUAGES

#: The file of a generation that holds it.
FILE = "catalogue.json"

#: Raise it at each change of what is in the file: an older generation is then made anew.
VERSION = "3"


class Promoted(NamedTuple):
    """The id of an entry, whose it is (None: the nation's), and the promotion that its editor gave it."""

    entry: str
    municipality: str | None
    promotion: Promotion


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """`masks` are, for each municipality, the ids of national entries that it does not show.

    `hours` has the words for all opening hours that an entry gives, by how they are written: the names
    of days and months, from which they are made, would take 8 MB of a server's memory.
    """

    municipalities: Mapping[str, Municipality]
    masks: Mapping[str, frozenset[str]]
    topics: Mapping[str, Translated]
    places: Mapping[str, Translated]
    hours: Mapping[str, Translated]
    promotions: tuple[Promoted, ...]

    @classmethod
    def of(cls, corpus: Corpus) -> Self:
        """The catalogue of `corpus`."""
        return cls(
            municipalities=corpus.municipalities,
            masks={slug: corpus.masked(slug) for slug in corpus.municipalities},
            topics=corpus.topics,
            places=corpus.places,
            hours={written: _told(written) for written in sorted(set(_hours(corpus)))},
            promotions=tuple(
                Promoted(entry.id, entry.municipality, entry.promote)
                for entry in corpus.entries
                if entry.promote
            ),
        )

    def encode(self) -> bytes:
        """The catalogue as JSON."""
        return json.dumps(
            {
                "municipalities": [_municipality(m) for m in self.municipalities.values()],
                "masks": {slug: sorted(ids) for slug, ids in self.masks.items()},
                "topics": {slug: dict(names) for slug, names in self.topics.items()},
                "places": {slug: dict(names) for slug, names in self.places.items()},
                "hours": {written: dict(words) for written, words in self.hours.items()},
                "promotions": [_promoted(promoted) for promoted in self.promotions],
            },
            ensure_ascii=False,
        ).encode()

    @classmethod
    def decode(cls, data: bytes | memoryview) -> Self:
        """The catalogue that `encode` wrote."""
        raw: dict[str, Any] = json.loads(bytes(data))
        municipalities = [
            Municipality(**m | {"origins": tuple(m["origins"]), "hide": frozenset(m["hide"])})
            for m in raw["municipalities"]
        ]
        return cls(
            municipalities={m.slug: m for m in municipalities},
            masks={slug: frozenset(ids) for slug, ids in raw["masks"].items()},
            topics=raw["topics"],
            places=raw["places"],
            hours=raw["hours"],
            promotions=tuple(map(_read_promoted, raw["promotions"])),
        )


def _hours(corpus: Corpus) -> Iterator[str]:
    points = chain.from_iterable(entry.contacts for entry in corpus.entries)
    return (point.hours for point in points if point.hours)


def _told(hours: str) -> Translated:
    return {language: in_words(hours, language) for language in LANGUAGES}


def _municipality(municipality: Municipality) -> dict[str, Any]:
    return asdict(municipality) | {"hide": sorted(municipality.hide)}


def _promoted(promoted: Promoted) -> dict[str, Any]:
    promotion = asdict(promoted.promotion) | {"until": promoted.promotion.until.isoformat()}
    return {"entry": promoted.entry, "municipality": promoted.municipality} | promotion


def _read_promoted(raw: dict[str, Any]) -> Promoted:
    until = date.fromisoformat(raw["until"])
    promotion = Promotion(words=tuple(raw["words"]), reason=raw["reason"], until=until)
    return Promoted(raw["entry"], raw["municipality"], promotion)
