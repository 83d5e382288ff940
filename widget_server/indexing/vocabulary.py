"""Every word that content can be found by: what the form table and the repair of misspelt words are made from."""

from collections import defaultdict
from collections.abc import Iterator

from widget_server.content.model import NATIONAL, Corpus
from widget_server.indexing.documents import passages
from widget_server.indexing.layer import Layer
from widget_server.language.tokens import tokenize
from widget_server.languages import Language


def vocabulary(corpus: Corpus) -> dict[Language, set[str]]:
    """The folded words of the entries, and of the editors' synonyms, in each language."""
    words: dict[Language, set[str]] = defaultdict(set)
    for language, text in _texts(corpus):
        words[language].update(token.word for token in tokenize(text))
    return words


def _texts(corpus: Corpus) -> Iterator[tuple[Language, str]]:
    for name in (NATIONAL, *corpus.municipalities):
        layer = Layer.of(corpus, name)
        for entry in layer.entries:
            for language in entry.texts:
                for text, _ in passages(entry, language, layer.organisations, layer.places):
                    yield language, text
    for group in corpus.synonyms:
        for word in group.words:
            yield group.language, word
