"""Text -> words, with the places where they stand.

* A word with an apostrophe inside is one word: сім'я, auto's.
* A hyphenated compound gives its parts and, after them, the whole without hyphens: people write
  noodopvanglocatie and noodopvang-locatie, e-mail and email.
* A phone number gives its digit groups and, after them, its key (see `numbers`).
* An address gives its parts, without those that say nothing (see `addresses`).

Such a whole is a token too, with `joins` telling how many of the words before it it is made of; for
a question these are two ways to read one thing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from widget_server.language import addresses, numbers
from widget_server.language.folding import APOSTROPHES, COMBINING, INVISIBLE, fold

# A letter or digit, with the marks and invisible signs that belong to it.
_LETTER: Final = rf"[^\W_][{COMBINING[0]}-{COMBINING[1]}{INVISIBLE}]*+"
_WORD: Final = re.compile(rf"(?:{_LETTER})++(?:[{APOSTROPHES}](?:{_LETTER})++)*+")
_HYPHENS: Final = frozenset("-\u2010\u2011")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    `raw` is as it was typed: `text[start:end]`, a half-open range of code points; `word` is folded.
    `joins` is 0 for a word, and for a whole the number of words directly before it that it joins.
    """

    raw: str
    word: str
    start: int
    end: int
    joins: int = 0


def tokenize(text: str) -> tuple[Token, ...]:
    """The words of `text` in reading order, each whole behind its last part.

    >>> [token.word for token in tokenize("Bel de noodopvang-locatie: 14 0591")]
    ['bel', 'de', 'noodopvang', 'locatie', 'noodopvanglocatie', '14', '0591', '140591']
    """
    words = tuple(_words(text))
    wholes = [*_hyphenated(text, words), *_numbers(text, words)]
    if not wholes:
        return words
    # At the same end, a whole stands behind its parts and a longer whole behind a shorter one.
    return tuple(sorted((*words, *wholes), key=attrgetter("end", "joins")))


def _words(text: str) -> Iterator[Token]:
    empty = addresses.empty_words(text)
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if word and match.start() not in empty:
            yield Token(match[0], word, *match.span())


def _hyphenated(text: str, words: Iterable[Token]) -> Iterator[Token]:
    for chain in _chains(text, words):
        if not all(part.word.isdigit() for part in chain):
            yield _whole(text, chain, "".join(part.word for part in chain))


def _chains(text: str, words: Iterable[Token]) -> Iterator[list[Token]]:
    """Runs of two or more words with a single hyphen between each."""
    chain: list[Token] = []
    for word in words:
        if chain and text[chain[-1].end : word.start] not in _HYPHENS:
            yield from _if_longer(chain)
            chain = []
        chain.append(word)
    yield from _if_longer(chain)


def _if_longer(chain: list[Token]) -> Iterator[list[Token]]:
    if len(chain) > 1:
        yield chain


def _numbers(text: str, words: tuple[Token, ...]) -> Iterator[Token]:
    for number in numbers.numbers(text):
        parts = [word for word in words if number.start <= word.start and word.end <= number.end]
        if parts and [part.word for part in parts] != [number.key]:
            yield _whole(text, parts, number.key)


def _whole(text: str, parts: list[Token], word: str) -> Token:
    start, end = parts[0].start, parts[-1].end
    return Token(text[start:end], word, start, end, len(parts))
