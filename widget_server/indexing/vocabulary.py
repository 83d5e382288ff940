"""Every word that a question may hold as it should be: what the form table and the repair of misspelt words are made from."""

from collections.abc import Callable, Iterable
from itertools import chain

from widget_server.content.model import Corpus
from widget_server.language.circumstances import circumstances
from widget_server.language.terms import Kind, field
from widget_server.language.words import words
from widget_server.languages import LANGUAGES, Language


def vocabulary(terms: Callable[[str], Iterable[str]], corpus: Corpus) -> dict[Language, set[str]]:
    """The words that an index holds (`terms` gives those of a field), and those of the lists beside the entries."""
    found = {
        language: {*terms(field(language, Kind.WORD)), *circumstances(language)} for language in LANGUAGES
    }
    for group in corpus.synonyms:
        found[group.language].update(chain.from_iterable(map(words, group.words)))
    for language, listed in corpus.elsewhere.items():
        found[language].update(chain.from_iterable(map(words, listed)))
    return found
