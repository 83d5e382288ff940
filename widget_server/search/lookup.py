"""The words that exist for one reader."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from widget_server.engine.query import Clause, Query, WeightedTerms
from widget_server.engine.retrieval import evaluate
from widget_server.engine.scoring import idf
from widget_server.engine.view import View
from widget_server.language.alphabets import written_in
from widget_server.language.circumstances import circumstance_keys
from widget_server.language.elsewhere import Elsewhere
from widget_server.language.terms import Analyzer, Kind, field
from widget_server.language.thesaurus import Thesaurus
from widget_server.languages import LANGUAGES, Language
from widget_server.search.senses import Anchor

#: Tells whether a word is known in a language.
KnownIn = Callable[[str, Language], bool]

#: A number of more digits is no age, number of people, house or year, but one to call.
_LONGEST_COUNT: Final = 4


@dataclass(frozen=True, slots=True)
class Lookup:
    """What to look words up in: an analyzer over a view, what editors say means the same, and what is elsewhere."""

    analyzer: Analyzer
    view: View
    synonyms: Thesaurus
    elsewhere: Elsewhere

    def has_word(self, word: str, language: Language) -> bool:
        """Whether the exact form stands in an entry."""
        return self._exists(field(language, Kind.WORD), word)

    def has_key(self, word: str, language: Language) -> bool:
        """Whether an inflection of `word`, or a compound that holds it, stands in an entry."""
        return self._any(language, self.analyzer.word_terms(word, language).stems)

    def has_part(self, word: str, language: Language) -> bool:
        """Whether a part of the compound `word` stands in an entry."""
        return self._any(language, self.analyzer.word_terms(word, language).parts)

    def known_parts(self, word: str) -> float:
        """What share of the parts of a Dutch compound stands in an entry, 0 to 1."""
        parts = self.analyzer.word_terms(word, "nl").parts
        return sum(self._any("nl", (part,)) for part in parts) / max(len(parts), 1)

    def has_synonym(self, word: str, language: Language) -> bool:
        """Whether an editor gave `word` a synonym that stands in an entry."""
        return any(self.has_key(other, language) for other in self.synonyms.words(word, language))

    def knows(self, word: str) -> bool:
        """Whether `word`, an inflection, a synonym or each part of it as a compound stands in an entry."""
        ways = (self.has_word, self.has_key, self.has_synonym)
        return any(self.among(word, way) for way in ways) or self.known_parts(word) == 1

    def leads_elsewhere(self, word: str) -> bool:
        """Whether `word` says that a question is about something else: an editor listed it, and no entry holds it.

        As it is written, or a key of it: "parking" does, though "holiday park" stands in an entry.
        """
        signs = self.elsewhere.signs(word)
        if signs is None:
            return False
        if signs.written:
            return not any(self.has_word(word, language) for language in written_in(word))
        if self.is_circumstance(word):
            return False  # "glad" has the stem of Dutch black ice
        return not any(self._any(language, (key,)) for language, key in signs.keys)

    def elsewhere_together(self, words: Sequence[str]) -> frozenset[str]:
        """Those of a question's words that are about something else together: a listed phrase that no entry holds."""
        by_letters: defaultdict[tuple[Language, ...], list[str]] = defaultdict(list)
        for word in words:
            by_letters[written_in(word)].append(word)
        return frozenset(
            word
            for languages, alike in by_letters.items()
            for language in languages
            for phrase in self.elsewhere.phrases.among(alike, language)
            if not self._stand_together(phrase, language)
            for word in phrase
        )

    def _stand_together(self, words: Sequence[str], language: Language) -> bool:
        name = field(language, Kind.STEM)
        stems = (self.analyzer.word_terms(word, language).stems for word in words)
        clauses = tuple(
            Clause(tuple((WeightedTerms(name, (key,)),) for key in keys), worth=1.0) for keys in stems
        )
        return evaluate(self.view, Query(clauses=clauses, least=len(clauses), limit=0)).total > 0

    def is_circumstance(self, word: str) -> bool:
        """Whether `word` tells of persons, times or numbers, whatever a question is about."""
        return (word.isdigit() and len(word) <= _LONGEST_COUNT) or any(
            not circumstance_keys(language).isdisjoint(self.analyzer.word_terms(word, language).stems)
            for language in written_in(word)
        )

    def share_language(self, first: str, second: str) -> bool:
        """Whether both words stand in entries of one language."""
        return any(
            self.has_word(first, language) and self.has_word(second, language) for language in LANGUAGES
        )

    def languages(self, word: str) -> tuple[Language, ...]:
        """The languages in which the exact form stands in an entry."""
        return self.among(word, self.has_word)

    def among(self, word: str, known_in: KnownIn) -> tuple[Language, ...]:
        """The languages of which `known_in` holds; those that are written in other letters only when none of its own is.

        "WhatsApp" stands in Ukrainian texts too, and every answer that it leads to there it leads to in Dutch.
        """
        own = written_in(word)
        known = [language for language in own if known_in(word, language)]
        return tuple(known or [lang for lang in LANGUAGES if lang not in own and known_in(word, lang)])

    def information(self, anchors: Iterable[Anchor]) -> float:
        """The idf of the rarest of `anchors`: what matching them tells. The highest there can be where none exists."""
        frequencies = [self.view.frequency(*anchor) for anchor in anchors]
        rarest = min(filter(None, frequencies), default=0)
        return idf(self.view.count, rarest) if self.view.count else 0.0

    def _any(self, language: Language, keys: tuple[str, ...]) -> bool:
        return any(self._exists(name, key) for name in _key_fields(language) for key in keys)

    def _exists(self, name: str, term: str) -> bool:
        return self.view.frequency(name, term) > 0


def _key_fields(language: Language) -> tuple[str, ...]:
    """The fields that hold stem keys; Dutch keeps those of the parts of its compounds apart."""
    stems = field(language, Kind.STEM)
    return (stems, field(language, Kind.PART)) if language == "nl" else (stems,)
