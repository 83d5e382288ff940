"""A question as typed -> the words in it that ask for something, each once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from widget_server.language.repair import Repairer, RepairStep
from widget_server.language.stopwords import is_stopword
from widget_server.language.tokens import Token, tokenize
from widget_server.languages import LANGUAGES, Language
from widget_server.search.readings import Lookup

_CHUNK: Final = re.compile(r"\S+")

#: On these keys lie letters of the Ukrainian and Russian keyboards, so that they may stand within a word.
_KEYS_WITH_LETTERS: Final = re.compile(r"[`\[\];',./{}:\"<>~\\]")


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a question, asked from a page in one language; `ends_open` if the last may be unfinished."""

    words: tuple[Token, ...]
    ends_open: bool

    @classmethod
    def read(cls, query: str, lookup: Lookup, repairer: Repairer | None, page: Language) -> "Question":
        """The words of `query`. Without a `repairer` nothing is taken for the wrong keyboard."""
        tokens = list(_whole(tokenize(query), lookup))
        if repairer and _KEYS_WITH_LETTERS.search(query):
            tokens = list(_from_other_keyboard(query, tokens, lookup, repairer))
        words = tuple(token for token in tokens if not _is_function_word(token.word, lookup, page)) or tuple(
            tokens
        )
        return cls(words, bool(words) and query.endswith(words[-1].raw))


def _whole(tokens: Sequence[Token], lookup: Lookup) -> list[Token]:
    """A compound or a number written in pieces as a whole if the whole exists, otherwise its pieces."""
    chosen: list[Token] = []
    for token in tokens:
        if not token.joins:
            chosen.append(token)
        elif lookup.languages(token.word):
            chosen[len(chosen) - token.joins :] = [token]
    return chosen


def _from_other_keyboard(
    query: str, tokens: Sequence[Token], lookup: Lookup, repairer: Repairer
) -> Iterator[Token]:
    """`;bnkj` as one word where it is житло on the wrong keyboard, and not the unknown word "bnkj"."""
    for chunk in _CHUNK.finditer(query):
        inside = [token for token in tokens if chunk.start() <= token.start < chunk.end()]
        raw = chunk[0]
        if (
            _KEYS_WITH_LETTERS.search(raw)
            and not any(lookup.languages(token.word) for token in inside)
            and repairer.repair(raw).step is RepairStep.LAYOUT
        ):
            yield Token(raw, raw, chunk.start(), chunk.end())
        else:
            yield from inside


def _is_function_word(word: str, lookup: Lookup, page: Language) -> bool:
    """Of the page's language; of another one only if the page's language does not know the word."""
    if is_stopword(word, page):
        return True
    foreign = any(is_stopword(word, language) for language in LANGUAGES)
    return foreign and not lookup.has_word(word, page)
