"""Entries as plain text, and the questions to ask of them: what every engine is given alike."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

from benchmarks.words import dice, words
from widget_server.languages import LANGUAGES, Language

#: The real entries hold 5 to 12 words in a title and 20 to 90 in all.
_TITLE: Final = (4, 9)
_TEXT: Final = 60

#: Typos: in earlier counts of search logs one in four is two neighbours swapped.
_SWAPPED: Final = 0.25
_LONG_ENOUGH: Final = 5
_BEGINNING: Final = 3

CORPUS: Final = "corpus.jsonl"
QUESTIONS: Final = "questions.json"


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A key, a title to show, and for each language all words, title included, separated by blanks."""

    key: str
    title: str
    texts: dict[Language, str]


@dataclass(frozen=True, slots=True)
class Questions:
    """By kind: the language and the words. In `prefix` the last word is a beginning; `typo` is one misspelt word."""

    terms: list[tuple[Language, list[str]]]
    prefix: list[tuple[Language, list[str]]]
    typo: list[tuple[Language, list[str]]]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The questions in `folder`."""
        return cls(**json.loads((folder / QUESTIONS).read_text("utf-8")))


def entries(count: int) -> Iterator[TextEntry]:
    """So many seeded entries; more of them begin with the same."""
    rolled = dice("texts")
    for number in range(count):
        title = {language: words(language).sample(rolled, rolled.randint(*_TITLE)) for language in LANGUAGES}
        texts = {
            language: " ".join([*title[language], *words(language).sample(rolled, _TEXT)])
            for language in LANGUAGES
        }
        yield TextEntry(f"e{number:06}", " ".join(title["nl"]), texts)


def questions(corpus: Sequence[TextEntry], count: int) -> Questions:
    """So many of each kind, in the four languages in turn, of words that stand together in an entry."""
    rolled = dice("questions")
    terms, prefix, typo = [], [], []
    for number in range(count):
        language = LANGUAGES[number // 2 % len(LANGUAGES)]  # half of them warm a process up
        first, second, third = _telling(rolled, corpus, language)
        terms.append((language, [first, second, third]))
        prefix.append((language, [first, second[:_BEGINNING]]))
        typo.append((language, [misspelt(rolled, third)]))
    return Questions(terms, prefix, typo)


def _telling(rolled: random.Random, corpus: Sequence[TextEntry], language: Language) -> list[str]:
    fillers = words(language).fillers
    while True:
        entry = rolled.choice(corpus)
        found = {word for word in entry.texts[language].split() if len(word) >= _LONG_ENOUGH} - fillers
        if len(found) >= 3:
            return rolled.sample(sorted(found), 3)


def misspelt(rolled: random.Random, word: str) -> str:
    """`word` with one letter swapped with the next, left out, doubled or replaced; never its first."""
    at = rolled.randrange(1, len(word) - 1)
    if rolled.random() < _SWAPPED:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return rolled.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + rolled.choice(word) + word[at + 1 :],
        )
    )


def write(folder: Path, count: int, asked: int) -> int:
    """Write a corpus and its questions into `folder`; the corpus' size in bytes."""
    corpus = list(entries(count))
    with (folder / CORPUS).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in corpus)
    text = json.dumps(asdict(questions(corpus, asked)), ensure_ascii=False)
    (folder / QUESTIONS).write_text(text, "utf-8")
    return (folder / CORPUS).stat().st_size


def read(folder: Path) -> Iterator[TextEntry]:
    """The corpus in `folder`."""
    with (folder / CORPUS).open(encoding="utf-8") as file:
        for line in file:
            yield TextEntry(**json.loads(line))
