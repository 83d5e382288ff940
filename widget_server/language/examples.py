"""Questions that were asked before, each with its answers: they vote on the answers of a new one that is like them.

Nearest neighbours over stem keys. Each key weighs its idf among the examples of its language; the likeness of two
questions is the cosine between them, 0 to 1. All is made at index time and lies in two files of a folder:

    examples.marisa   for each language and key the numbers of the examples that hold it
    examples.json     for each example its answers and its length, for each language how many there are
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from math import fsum, log, sqrt
from pathlib import Path
from typing import Any, Final, Protocol, Self

from marisa_trie import BytesTrie

from widget_server.language.stopwords import is_stopword
from widget_server.language.terms import Analyzer
from widget_server.language.words import words
from widget_server.languages import Language

_KEYS: Final = "examples.marisa"
_ANSWERS: Final = "examples.json"
_NUMBERS: Final = "I"

#: Keys of questions, each with the numbers of the examples that hold it.
_REMEMBERED: Final = 2_048

#: Examples that are added to those of a key; 1 and 4 are as good.
_DOUBT: Final = 2.0

#: A stem key of a language.
Key = tuple[Language, str]


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

    __slots__ = (
        "_answers",
        "_bounds",
        "_counts",
        "_first",
        "_holding",
        "_lengths",
        "_names",
        "_often",
        "_trie",
    )

    def __init__(self, trie: BytesTrie, written: dict[str, Any]) -> None:
        """`written` is what `save` wrote as JSON."""
        self._trie = trie
        self._holding = lru_cache(_REMEMBERED)(self._held_by)
        self._counts: dict[str, int] = written["counts"]
        self._names: list[str] = written["names"]
        self._answers = array(_NUMBERS, written["answers"])
        self._bounds = array(_NUMBERS, written["bounds"])
        self._lengths = array("f", written["lengths"])
        #: The first answer of each example, and how often each is.
        self._first = [self._names[self._answers[start]] for start in self._bounds[:-1]]
        self._often = Counter(self._first)

    @classmethod
    def save(cls, examples: Iterable[Example], analyzer: Analyzer, folder: Path) -> None:
        """Write `examples` to `folder`, which must exist."""
        kept = [(example, _keys(example, analyzer)) for example in examples]
        numbers: defaultdict[Key, list[int]] = defaultdict(list)
        for number, (_, keys) in enumerate(kept):
            for key in keys:
                numbers[key].append(number)
        counts = Counter(example.language for example, _ in kept)
        worth = {key: _worth(counts[key[0]], len(found)) for key, found in numbers.items()}
        names = list(dict.fromkeys(answer for example, _ in kept for answer in example.answers))
        number_of = {name: number for number, name in enumerate(names)}
        bounds = [0]
        for example, _ in kept:
            bounds.append(bounds[-1] + len(example.answers))
        written = {
            "counts": counts,
            "names": names,
            "answers": [number_of[answer] for example, _ in kept for answer in example.answers],
            "bounds": bounds,
            "lengths": [_length(map(worth.__getitem__, keys)) for _, keys in kept],
        }
        found = ((_written(key), array(_NUMBERS, own).tobytes()) for key, own in numbers.items())
        BytesTrie(found).save(str(folder / _KEYS))
        (folder / _ANSWERS).write_text(json.dumps(written), "utf-8")

    @classmethod
    def open(cls, folder: Path) -> Self:
        """What `save` wrote to `folder`."""
        return cls(BytesTrie().mmap(str(folder / _KEYS)), json.loads((folder / _ANSWERS).read_bytes()))

    def votes(self, keys: Iterable[Key], voters: int) -> dict[str, float]:
        """For each answer the votes of the examples that are most like a question of these `keys`, so many `voters`.

        An example votes by the square of its likeness (the cosine, 0 to 1), shared among its answers.
        """
        votes: defaultdict[int, float] = defaultdict(float)
        for likeness, number in self._nearest(keys, voters):
            start, end = self._bounds[number], self._bounds[number + 1]
            share = likeness * likeness / (end - start)
            for answer in self._answers[start:end]:
                votes[answer] += share
        return {self._names[answer]: given for answer, given in votes.items()}

    def leaning(self, keys: Iterable[Key], answers: Collection[str]) -> float:
        """How much rather than others a question of these `keys` has one of `answers` as its first: the natural logarithm of the odds, 0 as usual.

        Naive Bayes: each key tells by itself. A few examples more, answered as usual, are added to those that hold it (`_DOUBT`).
        """
        usual = sum(self._often.get(answer, 0) for answer in answers) / max(len(self._first), 1)
        if usual in {0.0, 1.0}:
            return 0.0
        held_by = (numbers for _, numbers in map(self._holding, keys))
        # A set of keys has another order in each process, and all workers are to say the same.
        return fsum(self._tells(numbers, answers, usual) for numbers in held_by if numbers)

    def _tells(self, numbers: Sequence[int], answers: Collection[str], usual: float) -> float:
        """What one key tells of that, which these examples hold; `usual` is the share of such answers among all."""
        held = sum([self._first[number] in answers for number in numbers])
        odds = (held + _DOUBT * usual) / (len(numbers) - held + _DOUBT * (1 - usual))
        return log(odds * (1 - usual) / usual)

    def _nearest(self, keys: Iterable[Key], limit: int) -> list[tuple[float, int]]:
        """The examples that share most with `keys`: how alike they are, and their numbers."""
        shared: defaultdict[int, float] = defaultdict(float)
        length = 0.0
        for weight, numbers in map(self._holding, keys):
            length += weight
            for number in numbers:
                shared[number] += weight
        length, lengths = sqrt(length), self._lengths
        alike = [(both / (length * lengths[number]), number) for number, both in shared.items() if both]
        return sorted(alike, reverse=True)[:limit]

    def _held_by(self, key: Key) -> tuple[float, Sequence[int]]:
        """What sharing `key` is worth, squared, and the examples that hold it."""
        found = self._trie.get(_written(key))
        if found is None:
            return 0.0, ()
        numbers = array(_NUMBERS, found[0])
        return _worth(self._counts[key[0]], len(numbers)) ** 2, numbers


def _keys(example: Example, analyzer: Analyzer) -> Collection[Key]:
    language = example.language
    telling = (word for word in words(example.query) if not is_stopword(word, language))
    return {(language, key) for word in telling for key in analyzer.word_terms(word, language).stems}


def _written(key: Key) -> str:
    return "\t".join(key)


def _worth(examples: int, holding: int) -> float:
    return log(examples / holding)


def _length(worths: Iterable[float]) -> float:
    return sqrt(sum(worth * worth for worth in worths))
