"""One layer of a corpus with what its documents depend on: which of them are to be made anew, and how."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Final, Self

from widget_server.content import codec
from widget_server.content.model import NATIONAL, Corpus, Entry, Reference, Translated
from widget_server.engine.document import Document
from widget_server.indexing.documents import document, own_contacts, referred_contacts
from widget_server.indexing.recipe import recipe
from widget_server.languages import LANGUAGES

# Two of a hundred thousand digests of 16 bytes are the same once in 10^28 times.
_DIGEST_BYTES: Final = 16


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

    def documents(self, keys: Container[str]) -> list[Document]:
        """The engine's documents of the entries with these ids."""
        chosen = (entry for entry in self.entries if entry.id in keys)
        return [document(entry, self.organisations, self.places) for entry in chosen]

    def digests(self) -> dict[str, str]:
        """For each entry by its id a digest that changes with whatever changes its document.

        All but one thing: which of several ways to split a Dutch compound is preferred depends on the words
        of all layers. Such a split is right either way, so it waits until its entry changes.
        """
        referred = cache(self._referred)  # thousands of entries refer to a few organisations
        return {entry.id: self._digest(entry, referred) for entry in self.entries}

    def _digest(self, entry: Entry, referred: Callable[[Reference], bytes]) -> str:
        digest = blake2b(" ".join(recipe().values()).encode(), digest_size=_DIGEST_BYTES)
        digest.update(b"\t".join(codec.encode(entry)))
        if entry.contacts:
            words = [list(own_contacts(entry, language, self.places)) for language in entry.texts]
            digest.update(repr(words).encode())
        for reference in entry.turn_to:
            digest.update(referred(reference))
        return digest.hexdigest()

    def _referred(self, reference: Reference) -> bytes:
        """What the contact points of a reference bring to a document, in all languages."""
        words = [
            list(referred_contacts(reference, language, self.organisations, self.places))
            for language in LANGUAGES
        ]
        return repr(words).encode()
