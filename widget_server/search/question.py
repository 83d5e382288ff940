"""A question as typed -> its words, each once, and which of them ask for something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from widget_server.language.alphabets import written_in
from widget_server.language.commonness import commonness
from widget_server.language.dutch import SEPARABLE
from widget_server.language.folding import is_cyrillic
from widget_server.language.repair import Repairer, RepairStep
from widget_server.language.stopwords import is_stopword
from widget_server.language.tokens import Token, tokenize
from widget_server.languages import LANGUAGES, Language
from widget_server.search.lookup import Lookup

_CHUNK: Final = re.compile(r"\S+")

#: On these keys lie letters of the Ukrainian and Russian keyboards, so that they may stand within a word.
_KEYS_WITH_LETTERS: Final = re.compile(r"[`\[\];',./{}:\"<>~\\]")


#: Shorter words meet in any long one by chance.
_SHORTEST_HALF: Final = 3


#: After a word that a Dutch verb left at the end of its clause comes one of these, if anything.
_NEXT_CLAUSE: Final = frozenset(
    ("als", "bij", "dan", "en", "in", "met", "naar", "of", "om", "op", "voor", "want", "zodat")
)


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a question, asked from a page in one language.

    `fillers` are its function words, unless it holds nothing else; `ends_open` if the last word may be unfinished.
    """

    words: tuple[Token, ...]
    fillers: frozenset[Token]
    ends_open: bool

    @classmethod
    def read(cls, query: str, lookup: Lookup, repairer: Repairer | None, page: Language) -> "Question":
        """The words of `query`. Without a `repairer` nothing is taken for the wrong keyboard."""
        tokens = list(_whole(tokenize(query), lookup))
        if repairer and _KEYS_WITH_LETTERS.search(query):
            tokens = list(_from_other_keyboard(query, tokens, lookup, repairer))
        tokens = _rejoined(list(_apart(tokens, lookup, repairer)), lookup)
        fillers = frozenset(token for token in tokens if _is_function_word(token.word, lookup, page))
        if len(fillers) == len(tokens):
            fillers = frozenset()
        return cls(tuple(tokens), fillers, bool(tokens) and query.endswith(tokens[-1].raw))


def _whole(tokens: Sequence[Token], lookup: Lookup) -> list[Token]:
    """A compound or a number written in pieces as a whole if the whole exists, otherwise its pieces."""
    chosen: list[Token] = []
    for token in tokens:
        if not token.joins:
            chosen.append(token)
        elif lookup.languages(token.word):
            chosen[len(chosen) - token.joins :] = [token]
    return chosen


def _apart(tokens: Sequence[Token], lookup: Lookup, repairer: Repairer | None) -> Iterator[Token]:
    """A word that nothing knows as the two words it was written together from: "redcross" as red and cross."""
    for token in tokens:
        place = _split(token, lookup)
        if place and not (repairer and _is_slip(token, repairer)):
            middle = token.start + place
            yield Token(token.raw[:place], token.word[:place], token.start, middle)
            yield Token(token.raw[place:], token.word[place:], middle, token.end)
        else:
            yield token


def _is_slip(token: Token, repairer: Repairer) -> bool:
    """Whether a letter more or less makes it a word: "refugehelp" is the site RefugeeHelp, and no help with a refuge."""
    return any(edits == 1 for _, _, edits in repairer.repair(token.raw).words)


def _rejoined(tokens: list[Token], lookup: Lookup) -> list[Token]:
    """A Dutch verb with what it left at the end of its clause: "schrijf ik mij in" asks for inschrijven, not for writing."""
    for end, token in enumerate(tokens):
        if token.word not in SEPARABLE or not _ends_clause(tokens, end):
            continue
        for place in reversed(range(end)):
            whole = token.word + tokens[place].word
            if lookup.has_key(whole, "nl"):
                tokens[place] = replace(tokens[place], word=whole)
                break
    return tokens


def _ends_clause(tokens: Sequence[Token], place: int) -> bool:
    return place == len(tokens) - 1 or tokens[place + 1].word in _NEXT_CLAUSE


def _split(token: Token, lookup: Lookup) -> int:
    """Where two words that exist in one language meet in `token`; 0 if nowhere, or if it is a word itself."""
    word = token.word
    if len(word) != len(token.raw) or len(word) < 2 * _SHORTEST_HALF:
        return 0
    if commonness(word) or lookup.knows(word):  # "membership" is no ship of a member
        return 0
    places = range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
    return next((place for place in places if lookup.share_language(word[:place], word[place:])), 0)


def _from_other_keyboard(
    query: str, tokens: Sequence[Token], lookup: Lookup, repairer: Repairer
) -> Iterator[Token]:
    """`;bnkj` as one word where it is житло on the wrong keyboard, and not the unknown word "bnkj".

    A comma behind Cyrillic letters is one: whoever types these has the right keyboard on.
    """
    for chunk in _CHUNK.finditer(query):
        inside = [token for token in tokens if chunk.start() <= token.start < chunk.end()]
        raw = chunk[0]
        if (
            _KEYS_WITH_LETTERS.search(raw)
            and not is_cyrillic(raw)
            and not any(lookup.languages(token.word) for token in inside)
            and repairer.repair(raw).step is RepairStep.LAYOUT
        ):
            yield Token(raw, raw, chunk.start(), chunk.end())
        else:
            yield from inside


def _is_function_word(word: str, lookup: Lookup, page: Language) -> bool:
    """Of the page's language; of another one only if the page's language does not know the word.

    A word in other letters is none of its own: "de" stands in Ukrainian texts, within Dutch names.
    """
    if is_stopword(word, page):
        return True
    foreign = any(is_stopword(word, language) for language in LANGUAGES)
    return foreign and not (page in written_in(word) and lookup.has_word(word, page))
