"""Words that mean something together: "bankrekening openen", in any order and any inflection."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Self

from widget_server.language.terms import Analyzer
from widget_server.languages import Language

#: For each word of a phrase its stem keys.
Phrase = tuple[tuple[str, ...], ...]

#: One word is no phrase.
_SHORTEST: Final = 2


class Phrases:
    """The phrases of each language, found by the keys of their first words."""

    __slots__ = ("_analyzer", "_by_key", "_listed")

    def __init__(self, listed: Mapping[Language, Iterable[Phrase]], analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._listed = {language: tuple(phrases) for language, phrases in listed.items()}
        self._by_key: dict[Language, dict[str, list[Phrase]]] = {
            language: _by_first_key(phrases) for language, phrases in self._listed.items()
        }

    @classmethod
    def of(cls, written: Mapping[Language, Iterable[Sequence[str]]], analyzer: Analyzer) -> Self:
        """The phrases that these folded words make."""
        return cls(
            {
                language: [tuple(analyzer.keys(word, language) for word in words) for words in phrases]
                for language, phrases in written.items()
            },
            analyzer,
        )

    @classmethod
    def of_plain(
        cls, plain: Mapping[Language, Iterable[Iterable[Iterable[str]]]], analyzer: Analyzer
    ) -> Self:
        """What `plain` gave."""
        return cls(
            {
                language: [tuple(map(tuple, phrase)) for phrase in phrases]
                for language, phrases in plain.items()
            },
            analyzer,
        )

    def plain(self) -> Mapping[Language, Sequence[Phrase]]:
        """The phrases as JSON can hold them."""
        return self._listed

    def among(self, words: Sequence[str], language: Language) -> Iterator[tuple[str, ...]]:
        """For each phrase of which all words stand among the folded `words`: which of them these are."""
        by_key = self._by_key.get(language)
        if not by_key or len(words) < _SHORTEST:
            return
        typed = {key: word for word in words for key in self._analyzer.word_terms(word, language).stems}
        for phrase in [phrase for key in typed for phrase in by_key.get(key, ())]:
            found = {next((typed[key] for key in keys if key in typed), "") for keys in phrase}
            if "" not in found and len(found) == len(phrase):
                yield tuple(found)


def _by_first_key(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    by_key: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        for key in phrase[0]:
            by_key[key].append(phrase)
    return dict(by_key)
