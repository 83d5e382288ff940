"""The editors' words that belong elsewhere: who types "parking permit for guests" does not ask about guests.

Of such a question some words lead to entries and none of these answers it. Advertisers call the word that tells so a
negative keyword. It is recognised as it was written, by its stem keys, and as a member of a Dutch compound.
Some words tell so together only: "bankrekening openen", where others give to a bank account.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple, Self

from widget_server.language.alphabets import written_in
from widget_server.language.folding import fold
from widget_server.language.phrases import Phrases
from widget_server.language.terms import Analyzer
from widget_server.languages import Language

#: What is left of a longer word ("boe" of Boeing) is any other word as easily, or one on another keyboard.
_SHORTEST_KEY: Final = 4


#: Words of questions with their signs; of most there are none.
_REMEMBERED: Final = 8_192


class Signs(NamedTuple):
    """What tells that a word belongs elsewhere: that an editor listed it as it is `written`, or else `keys` of it in languages of its letters."""

    written: bool
    keys: tuple[tuple[Language, str], ...]


class Elsewhere:
    """For each language the words that belong elsewhere, with their stem keys, and the phrases that do."""

    __slots__ = ("_analyzer", "_keys", "_words", "phrases", "signs")

    def __init__(
        self,
        words: Mapping[Language, Collection[str]],
        keys: Mapping[Language, Collection[str]],
        phrases: Phrases,
        analyzer: Analyzer,
    ) -> None:
        self.phrases = phrases
        self._words = {language: frozenset(found) for language, found in words.items()}
        self._keys = {language: frozenset(found) for language, found in keys.items()}
        self._analyzer = analyzer
        #: What tells that a folded word belongs elsewhere; None if nothing does.
        self.signs = lru_cache(_REMEMBERED)(self._signs)

    @classmethod
    def of(cls, words: Mapping[Language, Iterable[str]], analyzer: Analyzer) -> Self:
        """Those of an editor's `words`; what holds a blank is a phrase."""
        folded = {language: [fold(each).split() for each in written] for language, written in words.items()}
        single = {
            language: frozenset(each[0] for each in found if len(each) == 1)
            for language, found in folded.items()
        }
        keys = {language: frozenset(_keys(known, language, analyzer)) for language, known in single.items()}
        several = {language: [each for each in found if len(each) > 1] for language, found in folded.items()}
        return cls(single, keys, Phrases.of(several, analyzer), analyzer)

    @classmethod
    def decode(cls, written: bytes, analyzer: Analyzer) -> Self:
        """What `encode` wrote."""
        plain = json.loads(written)
        phrases = Phrases.of_plain(plain["phrases"], analyzer)
        return cls(plain["words"], plain["keys"], phrases, analyzer)

    def encode(self) -> bytes:
        """The words, keys and phrases as JSON."""
        plain = {
            "words": _sorted(self._words),
            "keys": _sorted(self._keys),
            "phrases": self.phrases.plain(),
        }
        return json.dumps(plain, ensure_ascii=False).encode()

    def _signs(self, word: str) -> Signs | None:
        languages = written_in(word)
        if any(word in self._words.get(language, ()) for language in languages):
            return Signs(written=True, keys=())
        keys = tuple((language, key) for language in languages for key in self._listed(word, language))
        return Signs(written=False, keys=keys) if keys else None

    def _listed(self, word: str, language: Language) -> Iterator[str]:
        """The stem keys of `word` and of its members that are those of a listed word."""
        terms = self._analyzer.word_terms(word, language)
        listed = self._keys.get(language, ())
        return (key for key in (*terms.stems, *terms.parts) if key in listed)


def _keys(words: Collection[str], language: Language, analyzer: Analyzer) -> Iterator[str]:
    for word in words:
        yield from (key for key in analyzer.keys(word, language) if len(key) >= _SHORTEST_KEY or key in words)


def _sorted(found: Mapping[Language, Collection[str]]) -> dict[Language, list[str]]:
    return {language: sorted(words) for language, words in found.items()}
