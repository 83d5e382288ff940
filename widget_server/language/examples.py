"""Questions that were asked before, each with its answers: they vote on the answers of a new one that is like them.

Nearest neighbours. What two questions share are stem keys, of words that tell something, and words as they were typed, with the function words
among them: "I would like to" is said by others than "I have to". Each weighs its idf among the examples of its language. All is made at
index time and lies in three files of a folder:

    examples.keys.marisa    for each language and key the numbers of the examples that hold it
    examples.words.marisa   the same for words
    examples.json           for each example its answers and its size, for each language how many there are
"""

import json
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from math import fsum, log
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, Self

import numpy as np

from widget_server.language.kernel import Electorate
from widget_server.language.stopwords import is_stopword
from widget_server.language.terms import Analyzer
from widget_server.language.traits import Held, Mask, Trait, Traits, Worth
from widget_server.language.words import words
from widget_server.languages import Language

_KEYS: Final = "examples.keys.marisa"
_WORDS: Final = "examples.words.marisa"
_ANSWERS: Final = "examples.json"
_NUMBERS: Final = "I"
_SIZES: Final = "d"

#: Sets of answers, of a byte for each example: those for professionals, in each of many municipalities.
_REMEMBERED: Final = 512

#: A key of no example tells nothing. What a word weighs beside a key of the same idf: 0.5 and 1.0 are as good, without words a fifteenth
#: more are lost (decisions/0010). One that no example holds makes a question longer.
_OF_KEYS: Final = Worth(idf=1.0, unknown=0.0)
_OF_WORDS: Final = Worth(idf=0.6, unknown=0.5)

#: Examples that are less alike than this share of the nearest have no vote, which would be a tenth of its.
_FAR: Final = 0.3

#: Examples that are added to those of a key; 1 and 4 are as good.
_DOUBT: Final = 2.0


class _Answered(NamedTuple):
    """Which examples have one of some answers as their first, and what share of all these are."""

    mask: Mask
    share: float


class Example(Protocol):
    """A question with its answers, whatever these are."""

    @property
    def query(self) -> str:
        """The question as it was asked."""

    @property
    def language(self) -> Language:
        """Its language."""

    @property
    def answers(self) -> Sequence[str]:
        """Its answers, each by its name."""


class Examples:
    """Immutable, so any number of threads may read it. Answers are kept as numbers: there are thousands of examples."""

    __slots__ = ("_answered", "_electorate", "_first", "_keys", "_names", "_words")

    def __init__(self, keys: Traits, words: Traits, written: dict[str, Any]) -> None:
        """`written` is what `save` wrote as JSON."""
        self._keys = keys
        self._words = words
        self._names: tuple[str, ...] = tuple(written["names"])
        answers, bounds = array(_NUMBERS, written["answers"]), array(_NUMBERS, written["bounds"])
        self._electorate = Electorate(self._names, array(_SIZES, written["sizes"]), bounds, answers)
        #: The first answer of each example by its number, and which examples have one of some answers as their first.
        self._first = np.array([answers[start] for start in bounds[:-1]], np.intp)
        self._answered = lru_cache(_REMEMBERED)(self._first_answered)

    @classmethod
    def save(cls, examples: Iterable[Example], analyzer: Analyzer, folder: Path) -> None:
        """Write `examples` to `folder`, which must exist."""
        kept = tuple(examples)
        counts = Counter(example.language for example in kept)
        held_keys = [_keys(example, analyzer) for example in kept]
        held_words = [typed(words(example.query), example.language) for example in kept]
        by_key = Traits.build(held_keys, counts, _OF_KEYS, folder / _KEYS)
        by_word = Traits.build(held_words, counts, _OF_WORDS, folder / _WORDS)
        names = list(dict.fromkeys(answer for example in kept for answer in example.answers))
        number_of = {name: number for number, name in enumerate(names)}
        bounds = [0]
        for example in kept:
            bounds.append(bounds[-1] + len(example.answers))
        written = {
            "counts": counts,
            "names": names,
            "answers": [number_of[answer] for example in kept for answer in example.answers],
            "bounds": bounds,
            "sizes": [
                _size(map(by_key.held, keys)) + _size(map(by_word.held, typed_words))
                for keys, typed_words in zip(held_keys, held_words, strict=True)
            ],
        }
        (folder / _ANSWERS).write_text(json.dumps(written), "utf-8")

    @classmethod
    def open(cls, folder: Path) -> Self:
        """What `save` wrote to `folder`."""
        written = json.loads((folder / _ANSWERS).read_bytes())
        counts = written["counts"]
        keys, typed_words = folder / _KEYS, folder / _WORDS
        return cls(Traits.open(counts, _OF_KEYS, keys), Traits.open(counts, _OF_WORDS, typed_words), written)

    def votes(self, keys: Iterable[Trait], words: Iterable[Trait], voters: int) -> dict[str, float]:
        """For each answer the votes of the examples that are most like a question of these `keys` and `words`, so many `voters`.

        An example votes by the square of its likeness, shared among its answers. The likeness of two questions is Dice's: what they
        share, of what both hold, 0 to 1.
        """
        held = [*map(self._keys.held, keys), *map(self._words.held, words)]
        return self._electorate.votes(held, voters, _FAR)

    def leaning(self, keys: Iterable[Trait], answers: frozenset[str]) -> float:
        """How much rather than others a question of these `keys` has one of `answers` as its first: the natural logarithm of the odds, 0 as usual.

        Naive Bayes: each key tells by itself. A few examples more, answered as usual, are added to those that hold it (`_DOUBT`).
        """
        answered, usual = self._answered(answers)
        if usual in {0.0, 1.0}:
            return 0.0
        held = (each for each in map(self._keys.held, keys) if each.numbers)
        # A set of keys has another order in each process, and all workers are to say the same.
        return fsum(self._tells(each, answered, usual) for each in held)

    def _first_answered(self, answers: Collection[str]) -> _Answered:
        of_names = np.array([name in answers for name in self._names], np.bool_)
        mask = of_names[self._first]
        return _Answered(mask, float(mask.mean()) if len(mask) else 0.0)

    def _tells(self, held: Held, answered: Mask, usual: float) -> float:
        """What one key tells of that, which these examples hold; `usual` is the share of the `answered` among all."""
        so = self._electorate.count(held.numbers, answered)
        odds = (so + _DOUBT * usual) / (held.examples - so + _DOUBT * (1 - usual))
        return log(odds * (1 - usual) / usual)


def typed(words: Iterable[str], language: Language) -> Collection[Trait]:
    """The traits of a question for the folded words that it was typed in."""
    return {(language, word): None for word in words}.keys()


def _keys(example: Example, analyzer: Analyzer) -> Collection[Trait]:
    language = example.language
    telling = (word for word in words(example.query) if not is_stopword(word, language))
    return {(language, key) for word in telling for key in analyzer.word_terms(word, language).stems}


def _size(held: Iterable[Held]) -> float:
    return fsum(worth for worth, _ in held)
