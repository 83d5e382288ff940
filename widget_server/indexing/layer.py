"""One layer of a corpus with what its documents depend on: the unit that is indexed, or taken over unchanged."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from widget_server.content import codec
from widget_server.content.model import NATIONAL, Corpus, Entry, Translated
from widget_server.engine.document import Document
from widget_server.indexing.documents import document, passages
from widget_server.language.terms import ANALYSIS_VERSION, Analyzer


@dataclass(frozen=True, slots=True)
class Layer:
    """`organisations` are the entries whose contact points those of this layer may refer to."""

    entries: tuple[Entry, ...]
    organisations: Mapping[str, Entry]
    places: Mapping[str, Translated]

    @classmethod
    def of(cls, corpus: Corpus, name: str) -> Self:
        """The layer `name` of `corpus`: `NATIONAL`, or the slug of a municipality."""
        entries = corpus.layer(name)
        below = () if name == NATIONAL else corpus.layer(NATIONAL)
        return cls(entries, {entry.id: entry for entry in (*below, *entries)}, corpus.places)

    def documents(self, analyzer: Analyzer) -> list[Document]:
        """The engine's documents of this layer."""
        return [document(entry, analyzer, self.organisations, self.places) for entry in self.entries]

    def digest(self) -> str:
        """Changes with whatever changes a document of this layer.

        All but one thing: which of several ways to split a Dutch compound is preferred depends on the words
        of all layers. Such a split is right either way, so it waits until its layer changes.
        """
        digest = sha256(ANALYSIS_VERSION.encode())
        for entry in self.entries:
            digest.update(codec.encode(entry))
            for language in entry.texts:
                digest.update(repr(list(passages(entry, language, self.organisations, self.places))).encode())
        return digest.hexdigest()
