"""Every word that content can be found by: what the form table and the repair of misspelt words are made from."""

from collections.abc import Callable, Iterable
from itertools import chain

from widget_server.content.model import Synonyms
from widget_server.language.terms import Kind, field
from widget_server.language.words import words
from widget_server.languages import LANGUAGES, Language


def vocabulary(
    terms: Callable[[str], Iterable[str]], synonyms: Iterable[Synonyms]
) -> dict[Language, set[str]]:
    """The words that an index holds (`terms` gives those of a field), and those of the editors' synonyms."""
    found = {language: set(terms(field(language, Kind.WORD))) for language in LANGUAGES}
    for group in synonyms:
        found[group.language].update(chain.from_iterable(map(words, group.words)))
    return found
