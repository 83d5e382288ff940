"""A question -> its plan.

Each word goes down the steps until one finds something that exists in the reader's view: exact
form, stem keys, synonyms, compound parts, the beginning of a word (the last one, still being typed),
wrong keyboard, Latin letters, mixed spelling, a function word typed in one of these ways, typos, half of a compound. A beginning in another language than the page's
waits until none of the repairs leads to the page's own. Function words and circumstances cost nothing; words that belong
elsewhere, alone or as a phrase, cost more than most words beside them can make up for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from widget_server.engine.query import Clause
from widget_server.language import small_words
from widget_server.language.alphabets import CYRILLIC, written_in
from widget_server.language.commonness import commonness
from widget_server.language.repair import Repair, RepairStep
from widget_server.language.small_words import is_small
from widget_server.language.terms import Analyzer, Kind, field
from widget_server.languages import Language
from widget_server.search import weights
from widget_server.search.edition import Edition
from widget_server.search.lookup import KnownIn, Lookup
from widget_server.search.plan import Meaning, Plan, PlannedWord, Reading
from widget_server.search.question import Question
from widget_server.search.senses import refining
from widget_server.search.steps import Step

_STEPS: Final = {
    RepairStep.LAYOUT: Step.LAYOUT,
    RepairStep.TRANSLITERATION: Step.TRANSLITERATION,
    RepairStep.SPELLING: Step.SPELLING,
    RepairStep.TYPO: Step.TYPO,
}

#: Completions looked at for a word that is still being typed: the most frequent ones.
_COMPLETIONS: Final = 12

#: Of those that are typed in other letters: "v", "na", "lj" (до).
_LONGEST_PREPOSITION: Final = 2

#: A single letter begins too many words to say anything.
_SHORTEST_BEGINNING: Final = 2


@dataclass(frozen=True, slots=True)
class Understanding:
    """Understands words typed on pages in one language, over one view; `exact` leaves misspelt words alone."""

    edition: Edition
    lookup: Lookup
    page: Language
    exact: bool = False

    def plan(self, query: str) -> Plan:
        """The plan of `query`."""
        repairer = None if self.exact else self.edition.repairer
        question = Question.read(query, self.lookup, repairer, self.page)
        words = (
            PlannedWord(token.raw, token.start, token.end, meaning)
            for token, meaning in zip(question.words, self._meanings(question), strict=True)
        )
        return Plan(query=query, words=tuple(words))

    def _meanings(self, question: Question) -> Iterator[Meaning]:
        """The meaning of each word of `question`."""
        together = self.lookup.elsewhere_together([token.word for token in question.words])
        for token in question.words:
            if token.word in together:
                yield self._elsewhere(among=len(together))
            elif token in question.fillers:
                yield self.edition.meaning(_filler, self.lookup.analyzer, self.page, token.word)
            else:
                is_open = question.ends_open and token is question.words[-1]
                yield self.edition.meaning(Understanding.word, self, token.raw, token.word, is_open)

    def word(self, raw: str, word: str, is_open: bool) -> Meaning:  # noqa: FBT001  a key of the edition's memory
        """The meaning of `word`, typed as `raw`; `is_open` if it may be unfinished."""
        if self.lookup.leads_elsewhere(word):
            return self._elsewhere()
        step, found = self._read(raw, word, is_open=is_open)
        if step is Step.FILLER:
            return _filler(self.lookup.analyzer, self.page, found[0].word, found)
        known_here = any(map(self._is_of_page, found))
        if not known_here and self.lookup.is_circumstance(word):
            return _filler(self.lookup.analyzer, self.page, word)
        sense = self.edition.senses.of(word, found, self.page)
        information = sense.rarity * self.lookup.information(sense.anchors)
        certainty = self._certainty(step, word, found)
        return Meaning(
            step=step,
            readings=sense.readings,
            clause=Clause(sense.branches, worth=information * certainty),
            information=information,
            certainty=certainty,
            keys=sense.keys,
            finds=sense.finds,
        )

    def _elsewhere(self, *, among: int = 1) -> Meaning:
        """The meaning of a word that belongs elsewhere: it asks for more than most words beside it can make up for.

        So does it together with the others of a phrase, `among` so many.
        """
        return Meaning(
            step=Step.ELSEWHERE,
            readings=(),
            clause=Clause(()),
            information=weights.ELSEWHERE * self.lookup.information(()) / among,
            certainty=0.0,
        )

    def _read(self, raw: str, word: str, *, is_open: bool) -> tuple[Step, tuple[Reading, ...]]:
        for step, readings in self._attempts(raw, word, is_open=is_open):
            if readings:
                return step, readings
        return Step.UNKNOWN, ()

    def _attempts(self, raw: str, word: str, *, is_open: bool) -> Iterator[tuple[Step, tuple[Reading, ...]]]:
        """The steps in their order, each made only when it is asked for."""
        yield Step.EXACT, tuple(Reading(language=lang, word=word) for lang in self.lookup.languages(word))
        yield Step.KEYS, self._readings(word, self.lookup.has_key)
        yield Step.SYNONYM, self._readings(word, self.lookup.has_synonym)
        apart = tuple(r._replace(apart=True) for r in self._readings(word, self.lookup.has_part))
        if self.lookup.known_parts(word) == 1:
            yield Step.COMPOUND, apart
        completed = tuple(self._completed(word)) if is_open and len(word) >= _SHORTEST_BEGINNING else ()
        yield Step.PREFIX, tuple(filter(self._is_of_page, completed))
        if self.lookup.is_circumstance(word):
            return  # a word as it should be, and no slip of the pen
        step, repaired = (Step.UNKNOWN, ()) if self.exact else self._repaired(raw, word)
        # An English "romm" is a room before it is the beginning of a Dutch rommelmarkt. "moe" is one of moedertaal before it
        # asks for nothing.
        if step is not Step.FILLER and any(map(self._is_of_page, repaired)):
            yield step, repaired
        yield Step.PREFIX, completed
        yield step, repaired
        yield Step.COMPOUND, apart  # half of a compound is more than nothing, but "slaapplats" is no plate

    def _readings(self, word: str, known_in: KnownIn) -> tuple[Reading, ...]:
        return tuple(Reading(language=lang, word=word) for lang in self.lookup.among(word, known_in))

    def _is_of_page(self, reading: Reading) -> bool:
        return reading.language == self.page

    def _completed(self, word: str) -> Iterator[Reading]:
        for language in written_in(word):
            for whole, _ in self.lookup.view.prefix(field(language, Kind.WORD), word, _COMPLETIONS):
                yield Reading(language=language, word=whole, weight=weights.COMPLETION)

    def _repaired(self, raw: str, word: str) -> tuple[Step, tuple[Reading, ...]]:
        repair = self.edition.repairer.repair(raw)
        step = _STEPS.get(repair.step, Step.UNKNOWN)
        readings = self._existing(repair)
        if all(is_small(reading.word, reading.language) for reading in readings):
            small = self._small(raw, word)
            if small:
                return Step.FILLER, small
        if step is Step.TYPO and commonness(word):
            return Step.UNKNOWN, ()  # no slip of the pen, so nothing near it was meant
        return step, readings

    def _existing(self, repair: Repair) -> tuple[Reading, ...]:
        """The words of a repair that lead somewhere, the likeliest first."""
        readings = (
            Reading(
                language=language, word=other, weight=weights.FURTHER_EDIT ** max(edits - 1, 0), edits=edits
            )
            for language, other, edits in repair.words
            if self._leads_somewhere(other, language)
        )
        return tuple(sorted(readings, key=self._likelihood))

    def _small(self, raw: str, word: str) -> tuple[Reading, ...]:
        """The function words and circumstances that `raw` may stand for, those of the page's language first.

        What is common as it was typed is meant: "wijn" is wine that no entry tells of, and not the Ukrainian for "he". A letter or
        two are common everywhere; on a page in Ukrainian or Russian they are most likely a preposition.
        """
        if commonness(word) and not (self.page in CYRILLIC and len(word) <= _LONGEST_PREPOSITION):
            return ()
        meant = (Reading(language=language, word=other) for language, other in small_words.meant(raw))
        return tuple(sorted(meant, key=self._is_of_page, reverse=True))

    def _likelihood(self, reading: Reading) -> tuple[int, bool, bool]:
        """What a reader meant first: few edits, the page's language, a word that stands in an entry as it is."""
        exists = self.lookup.has_word(reading.word, reading.language)
        return reading.edits, reading.language != self.page, not exists

    def _leads_somewhere(self, word: str, language: Language) -> bool:
        return self.lookup.has_key(word, language) or self.lookup.has_synonym(word, language)

    def _certainty(self, step: Step, word: str, readings: Sequence[Reading]) -> float:
        certainty = weights.CERTAINTY[step]
        if step is Step.COMPOUND:
            return certainty * self.lookup.known_parts(word)
        edits = min((reading.edits for reading in readings), default=0)
        return max(0.0, certainty - edits * weights.LOST_BY_EDIT)


def _filler(analyzer: Analyzer, page: Language, word: str, readings: tuple[Reading, ...] = ()) -> Meaning:
    """The meaning of a function word, or a circumstance: it asks for nothing, but among the entries found it may favour one.

    With `readings` it was typed otherwise.
    """
    worth = weights.LEAST_RARITY**weights.RARITY_POWER
    return Meaning(
        step=Step.FILLER,
        readings=readings,
        clause=Clause(refining(analyzer, word, page=page, worth=worth)),
        information=0.0,
        certainty=0.0,
    )
