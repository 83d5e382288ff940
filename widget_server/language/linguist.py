"""Everything that one generation knows of the four languages: made at index time, opened by a server.

It lies in a folder `base`, and what later words add to that in a folder `delta` beside it: the inflections of
some hundred thousand forms are looked up once, and not again for each word that an editor adds.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from marisa_trie import Trie

from widget_server.language.compounds import Splitter, dutch_words
from widget_server.language.conflations import Conflations
from widget_server.language.lemmas import FormTable
from widget_server.language.lexicon import Lexicon
from widget_server.language.repair import Repairer
from widget_server.language.terms import Analyzer
from widget_server.languages import LANGUAGES, Language

if TYPE_CHECKING:  # a server opens what a reindex built without importing simplemma
    from widget_server.language.store import LemmaStore

#: The folder of a generation that holds it; the parts of it.
FOLDER: Final = "language"
BASE: Final = "base"
DELTA: Final = "delta"

Words = Mapping[Language, Collection[str]]


@dataclass(frozen=True, slots=True)
class Linguist:
    """Analyses texts and repairs words against the words that occur and all their forms."""

    analyzer: Analyzer
    repairer: Repairer
    conflations: Conflations

    @classmethod
    def build(cls, words: Words, folder: Path, store: "LemmaStore") -> Self:
        """The linguist for the folded `words` that occur, written to `folder` (which must exist)."""
        base = folder / BASE
        base.mkdir()
        for language in LANGUAGES:
            Trie(words.get(language, ())).save(str(_occurring(base, language)))
        splitter = Splitter(dutch_words(), frozenset(words.get("nl", ())))
        forms = FormTable.build(_with_members(words, splitter), base, store)
        known = {language: tuple(forms.forms(language)) for language in LANGUAGES}
        repairer = Repairer.of(known, words)
        repairer.save(base)
        # A set is asked three times as fast as the trie that a server opens.
        splitter = Splitter(dutch_words(), frozenset(known["nl"]))
        analyzer = Analyzer(forms, splitter, cached_words=sum(map(len, words.values())))
        return cls(analyzer, repairer, Conflations.build(words, analyzer, base))

    @classmethod
    def extend(cls, words: Words, folder: Path, store: "LemmaStore") -> Self:
        """The linguist whose base lies in `folder`, with what `words` add to it written beside that.

        Words that do not occur any more stay known, as their other forms are that never occurred.
        """
        base, delta = folder / BASE, folder / DELTA
        words = {language: _new(words.get(language, ()), base, language) for language in LANGUAGES}
        if not any(words.values()):
            return cls.open(folder)
        delta.mkdir()
        known, repairer = FormTable.open(base), Repairer.open(base)
        dutch = repairer.words("nl").joined(Lexicon.of(words["nl"]))
        added = FormTable.build(_with_members(words, Splitter(dutch_words(), dutch)), delta, store, known)
        unknown = {language: _unknown(added, repairer, language) for language in LANGUAGES}
        Repairer.of(unknown, words).save(delta)
        forms, repairer = known.joined(added), repairer.joined(Repairer.open(delta))
        analyzer = _analyzer(forms, repairer)
        conflations = Conflations.open(base).joined(Conflations.build(words, analyzer, delta))
        return cls(analyzer, repairer, conflations)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The linguist in `folder`, memory-mapped."""
        base, delta = folder / BASE, folder / DELTA
        forms, repairer, conflations = FormTable.open(base), Repairer.open(base), Conflations.open(base)
        if delta.is_dir():
            forms = forms.joined(FormTable.open(delta))
            repairer = repairer.joined(Repairer.open(delta))
            conflations = conflations.joined(Conflations.open(delta))
        return cls(_analyzer(forms, repairer), repairer, conflations)


def _new(words: Collection[str], base: Path, language: Language) -> list[str]:
    """Those of `words` that did not occur when `base` was made."""
    occurring = Trie().mmap(str(_occurring(base, language)))
    return [word for word in words if word not in occurring]


def _occurring(base: Path, language: Language) -> Path:
    """The file of the words that `base` was made of."""
    return base / f"{language}.occurring.marisa"


def _with_members(words: Words, splitter: Splitter) -> Words:
    """`words`, with the members of compounds among the Dutch ones."""
    dutch = words.get("nl", ())
    return {**words, "nl": {*dutch, *(part for word in dutch for part in splitter.parts(word))}}


def _unknown(forms: FormTable, repairer: Repairer, language: Language) -> list[str]:
    return [form for form in forms.forms(language) if not repairer.knows(form, language)]


def _analyzer(forms: FormTable, repairer: Repairer) -> Analyzer:
    return Analyzer(forms, Splitter(dutch_words(), repairer.words("nl")))
