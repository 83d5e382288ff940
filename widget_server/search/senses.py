"""A word as it was read -> what it stands for, in every view alike: the terms to look for, and what each is worth.

The only place that knows which kinds of terms there are and what a posting of each is worth.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from widget_server.engine.query import WeightedTerms
from widget_server.language.alphabets import written_in
from widget_server.language.commonness import commonness, zipf
from widget_server.language.conflations import Conflations
from widget_server.language.terms import Analyzer, Kind, field
from widget_server.language.thesaurus import Thesaurus
from widget_server.languages import LANGUAGES, Language
from widget_server.search import weights
from widget_server.search.plan import Reading

#: Terms that stand in no entry of a view are among them.
Branch = tuple[WeightedTerms, ...]

#: A term that makes an entry match: its field, and itself.
Anchor = tuple[str, str]

#: Room for the words of questions, of 4 kB each.
_REMEMBERED: Final = 4_096


class _Fields(NamedTuple):
    """The names of the fields of a language; only Dutch keeps `parts` of its compounds, apart from stems of whole words."""

    words: str
    stems: str
    grams: str
    parts: str


_FIELDS: Final = {
    language: _Fields(
        field(language, Kind.WORD),
        field(language, Kind.STEM),
        field(language, Kind.GRAM),
        field(language, Kind.PART) if language == "nl" else "",
    )
    for language in LANGUAGES
}

#: The fields of words as they stand in the texts.
_WORDS: Final = frozenset(fields.words for fields in _FIELDS.values())


class Sense(NamedTuple):
    """What a word stands for to those who read it one way.

    `readings` are its own, and behind them the editors' synonyms of each. `rarity`, 0 to 1, is how much the word tells. `keys` are the stem keys
    of its readings, `finds` the digests of the words of the texts that its `anchors` find (see `language.conflations`).
    """

    readings: tuple[Reading, ...]
    branches: tuple[Branch, ...]
    anchors: tuple[Anchor, ...]
    rarity: float
    keys: frozenset[tuple[Language, str]]
    finds: bytes


class Senses:
    """What words stand for by what editors and the texts teach. Threads may share it; what returns is remembered."""

    def __init__(self, analyzer: Analyzer, synonyms: Thesaurus, conflations: Conflations) -> None:
        self._analyzer = analyzer
        self._synonyms = synonyms
        self._conflations = conflations
        #: The sense of a folded word that was `found` as these readings, on a page in one language.
        self.of = lru_cache(_REMEMBERED)(self._of)

    def _of(self, word: str, found: tuple[Reading, ...], page: Language) -> Sense:
        rarity = _rarity(word, found)
        worth = rarity**weights.RARITY_POWER
        known_here = any(reading.language == page for reading in found)
        abroad = worth * weights.KNOWN_HERE if known_here else worth
        readings = (*found, *self._synonymous(found))
        branches = tuple(
            self._branch(reading, worth if reading.language == page else abroad, page) for reading in readings
        )
        anchors = tuple(dict.fromkeys(_anchors(branches)))
        return Sense(
            readings=readings,
            branches=branches or refining(self._analyzer, word, page=page, worth=worth),
            anchors=anchors,
            rarity=rarity,
            keys=frozenset(self._keys(readings)),
            finds=self._finds(anchors),
        )

    def _synonymous(self, readings: Sequence[Reading]) -> Iterator[Reading]:
        """The editors' synonyms of each. Synonyms do not chain."""
        for reading in readings:
            for other in self._synonyms.words(reading.word, reading.language):
                weight = reading.weight * weights.SYNONYM
                yield Reading(reading.language, other, weight, reading.edits, reading.apart)

    def _branch(self, reading: Reading, worth: float, page: Language) -> Branch:
        return _weighted(self._analyzer, reading, worth * reading.weight * _closeness(reading.language, page))

    def _keys(self, readings: Iterable[Reading]) -> Iterator[tuple[Language, str]]:
        for reading in readings:
            for key in self._analyzer.word_terms(reading.word, reading.language).stems:
                yield reading.language, key

    def _finds(self, anchors: Sequence[Anchor]) -> bytes:
        keys = {term for name, term in anchors if name not in _WORDS}
        return b"".join(map(self._conflations.digests, keys))


def refining(analyzer: Analyzer, word: str, *, page: Language, worth: float) -> tuple[Branch, ...]:
    """What a word that leads nowhere may add to the score of entries that others lead to: terms of which none makes an entry match."""
    readings = (Reading(language=language, word=word) for language in written_in(word))
    branches = (
        _weighted(analyzer, reading, worth * _closeness(reading.language, page)) for reading in readings
    )
    return tuple(tuple(terms._replace(anchors=False) for terms in branch) for branch in branches if branch)


def _anchors(branches: Iterable[Branch]) -> Iterator[Anchor]:
    for branch in branches:
        for name, terms, _, anchors in branch:
            if anchors:
                yield from ((name, term) for term in terms)


def _closeness(language: Language, page: Language) -> float:
    return 1.0 if language == page else weights.OTHER_LANGUAGE


def _weighted(analyzer: Analyzer, reading: Reading, worth: float) -> Branch:
    """The terms of a reading by kind: in which field, what each is worth, whether they make an entry match.

    A word with two keys is still one word. In Dutch it may stand within compounds of the text. The parts of a compound that exists
    only refine: who asks for "huisdier" does not ask for "huis".
    """
    fields, terms = _FIELDS[reading.language], analyzer.word_terms(reading.word, reading.language)
    kinds = [WeightedTerms(fields.words, terms.words, weights.WORD * worth)]
    if terms.stems:
        kinds.append(WeightedTerms(fields.stems, terms.stems, weights.STEM / len(terms.stems) * worth))
    if terms.grams:
        kinds.append(WeightedTerms(fields.grams, terms.grams, weights.GRAM * worth, anchors=False))
    if terms.stems and fields.parts:
        kinds.append(WeightedTerms(fields.parts, terms.stems, weights.PART * worth))
    if terms.parts:
        kinds.append(WeightedTerms(fields.stems, terms.parts, weights.PART * worth, reading.apart))
        kinds.append(WeightedTerms(fields.parts, terms.parts, weights.PART * worth, reading.apart))
    return tuple(kinds)


def _rarity(word: str, readings: Sequence[Reading]) -> float:
    """How much a word tells, 0 to 1: next to nothing for one that everybody uses all the time.

    In the languages it was read in; a word that was repaired counts as what it was taken for.
    """
    if readings:
        common = min(zipf(reading.word, reading.language) for reading in readings)
    else:
        common = commonness(word)
    scale = weights.TELLS_LITTLE - weights.TELLS_ALL
    return min(1.0, max(weights.LEAST_RARITY, (weights.TELLS_LITTLE - common) / scale))
