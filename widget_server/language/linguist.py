"""Everything that one generation knows of the four languages: made at index time, opened by a server."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from widget_server.language.compounds import Splitter, dutch_words
from widget_server.language.lemmas import FormTable
from widget_server.language.repair import Repairer
from widget_server.language.store import LemmaStore
from widget_server.language.terms import Analyzer
from widget_server.languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Linguist:
    """Analyses texts and repairs words against the words that occur and all their forms."""

    analyzer: Analyzer
    repairer: Repairer

    @classmethod
    def build(cls, words: Mapping[Language, Collection[str]], folder: Path, store: LemmaStore) -> Self:
        """The linguist for the folded `words` that occur, written to `folder` (which must exist)."""
        splitter = Splitter(dutch_words(), frozenset(words.get("nl", ())))
        members = {part for word in words.get("nl", ()) for part in splitter.parts(word)}
        forms = FormTable.build({**words, "nl": {*words.get("nl", ()), *members}}, folder, store)
        Repairer.of({language: tuple(forms.forms(language)) for language in LANGUAGES}).save(folder)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The linguist in `folder`, memory-mapped."""
        repairer = Repairer.open(folder)
        return cls(Analyzer(FormTable.open(folder), Splitter(dutch_words(), repairer.words("nl"))), repairer)
