"""The form table: every form of the words that occur, with their lemmas; made at index time.

The server holds no dictionary. What it needs of one are the inflections of the words in its texts:
"біженцями" in a question leads to "біженець", whose other forms stand in the index. Some thousands of
words have some tens of thousands of forms; they open in milliseconds and are shared between workers.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from widget_server.language.pairs import Grouped, Pairs
from widget_server.languages import LANGUAGES, Language

if TYPE_CHECKING:  # a server opens the table without importing simplemma
    from widget_server.language.store import LemmaStore


class Relation(Protocol):
    """Forms on the left, their lemmas on the right (see `Pairs`)."""

    def rights(self, left: str) -> tuple[str, ...]:
        """The lemmas of a form."""

    def lefts(self) -> Iterator[str]:
        """Every form."""


@dataclass(frozen=True, slots=True)
class FormTable:
    """Forms and their lemmas, by language. A word without other forms is in it too, as its own lemma.

    Most tables are of one piece; one that adds to another is a second.
    """

    pieces: tuple[Mapping[Language, Relation], ...]

    @classmethod
    def build(
        cls,
        words: Mapping[Language, Collection[str]],
        folder: Path,
        store: "LemmaStore",
        known: "FormTable | None" = None,
    ) -> Self:
        """The table of the folded words that occur, without what is `known`, written to `folder` (which must exist).

        It comes back in memory, for the analysis of all texts that follows. Give the members of compounds as words
        too, so that their forms are known.
        """
        relations: dict[Language, Grouped] = {}
        for language in LANGUAGES:
            pairs = set(_inflections(words.get(language, ()), language, store))
            if known is not None:
                pairs = {(form, lemma) for form, lemma in pairs if lemma not in known.lemmas(language, form)}
            Pairs.of(pairs).save(_file(folder, language))
            relations[language] = Grouped(pairs)
        return cls((relations,))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The table in `folder`, memory-mapped."""
        return cls(({language: Pairs.open(_file(folder, language)) for language in LANGUAGES},))

    def joined(self, other: "FormTable") -> "FormTable":
        """This table and what `other` adds to it."""
        return FormTable(self.pieces + other.pieces)

    def lemmas(self, language: Language, word: str) -> tuple[str, ...]:
        """The lemmas of a folded word; none for a word that is no form of one that occurs."""
        if len(self.pieces) == 1:
            return self.pieces[0][language].rights(word)
        return tuple(sorted(lemma for piece in self.pieces for lemma in piece[language].rights(word)))

    def forms(self, language: Language) -> Iterator[str]:
        """Every word that occurs and every other form of it; once, unless the table was joined of others."""
        return chain.from_iterable(piece[language].lefts() for piece in self.pieces)


def _inflections(
    words: Collection[str], language: Language, store: "LemmaStore"
) -> Iterator[tuple[str, str]]:
    leading: set[str] = set()
    # Neighbours lie close together in the store, so that a word is found a third sooner.
    for word in sorted(words):
        lemmas = store.lemmas(language, word)
        if not lemmas:
            yield word, word
        leading.add(word)
        leading.update(lemmas)
        yield from ((lemma, lemma) for lemma in lemmas)
    for lemma in sorted(leading):
        yield from ((form, lemma) for form in store.forms(language, lemma))


def _file(folder: Path, language: Language) -> Path:
    return folder / f"{language}.forms.marisa"
