"""The beginning of a question -> completions that lead to an answer."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from widget_server.engine.query import Hits
from widget_server.language.stopwords import is_stopword
from widget_server.language.terms import Kind, field
from widget_server.language.tokens import tokenize
from widget_server.languages import Language
from widget_server.search.desk import Desk
from widget_server.search.readings import Lookup

#: More than a reader takes in at a glance is no help.
MOST: Final = 6
_MOST_WORDS: Final = 3

#: Words looked at; function words and the word itself fall out.
_LOOKED_AT: Final = 12


def suggest(text: str, hits: Hits, desk: Desk, language: Language) -> tuple[str, ...]:
    """At most `MOST` questions: `text` with its last word completed, then titles of what it finds already."""
    completed = islice(_completed(text, desk.lookup, language), _MOST_WORDS)
    titles = (card.entry.texts[language].title for card in desk.cards(hits.best))
    return tuple(islice(_distinct([*completed, *titles], apart_from=text), MOST))


def _completed(text: str, lookup: Lookup, language: Language) -> Iterator[str]:
    tokens = [token for token in tokenize(text) if not token.joins]
    if not tokens or not text.endswith(tokens[-1].raw):
        return
    last = tokens[-1]
    for word, _ in lookup.view.prefix(field(language, Kind.WORD), last.word, _LOOKED_AT):
        if word != last.word and not is_stopword(word, language):
            yield text[: last.start] + word


def _distinct(texts: Iterable[str], apart_from: str) -> Iterator[str]:
    seen = {apart_from.casefold()}
    for text in texts:
        if text.casefold() not in seen:
            seen.add(text.casefold())
            yield text
