"""The beginning of a question -> completions that lead to an answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from widget_server.engine.query import Hits
from widget_server.language.stopwords import is_stopword
from widget_server.language.terms import Kind, field
from widget_server.language.tokens import Token, tokenize
from widget_server.search.desk import Desk
from widget_server.search.request import MAX_QUERY, SearchRequest
from widget_server.search.written import written

#: More than a reader takes in at a glance is no help.
MOST: Final = 6
_MOST_WORDS: Final = 3

#: Words looked at; function words, the word itself and what leads nowhere fall out.
_LOOKED_AT: Final = 12

#: What a request finds.
Find = Callable[[SearchRequest], Hits]


def suggest(wish: SearchRequest, desk: Desk, find: Find) -> tuple[str, ...]:
    """At most `MOST` questions: that of `wish` with its last word completed, then titles of what it finds already."""
    completed = islice(_completed(wish, desk, find), _MOST_WORDS)
    titles = (card.entry.texts[wish.language].title for card in desk.cards(find(wish).best))
    return tuple(islice(_distinct([*completed, *titles], apart_from=wish.query), MOST))


def _completed(wish: SearchRequest, desk: Desk, find: Find) -> Iterator[str]:
    """The completions that find something: beside the other words of a question a word can lead nowhere."""
    for token in _last(wish.query):
        begun = wish.query[: token.start]
        for word in _words(token, wish, desk):
            text = begun + word
            if not begun or find(replace(wish, query=text, limit=0)).total:
                yield text


def _last(query: str) -> Iterator[Token]:
    """The word that a reader is typing: with all before its hyphen, then without ("whatsapp-gr": groep)."""
    tokens = tokenize(query)
    if tokens and query.endswith(tokens[-1].raw):
        yield from (token for token in reversed(tokens) if token.end == tokens[-1].end)


def _words(last: Token, wish: SearchRequest, desk: Desk) -> Iterator[str]:
    """The words that begin as `last` does, the most frequent first, as they are written."""
    for word, _ in desk.view.prefix(field(wish.language, Kind.WORD), last.word, _LOOKED_AT):
        if word != last.word and not is_stopword(word, wish.language):
            whole = written(word, desk, wish.language)
            if whole is not None:
                yield whole


def _can_be_asked(text: str) -> bool:
    return 0 < len(text) <= MAX_QUERY


def _distinct(texts: Iterable[str], apart_from: str) -> Iterator[str]:
    """Those of `texts` that can be asked, each once, in whatever case."""
    seen = {apart_from.casefold()}
    for text in filter(_can_be_asked, texts):
        if text.casefold() not in seen:
            seen.add(text.casefold())
            yield text
