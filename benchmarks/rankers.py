"""The usual engines as rankers: documents of one language in, ids of the best ten for a question out.

Title and text are one field, as in the published runs of others; punctuation is left out of questions, so that none is
read as an operator. Nothing is tuned: every engine runs with the numbers that it comes with.
"""

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import bm25s
import numpy as np
import Stemmer
import tantivy
from whoosh.analysis import Analyzer, LanguageAnalyzer, StandardAnalyzer
from whoosh.analysis.ngrams import NgramWordAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.qparser import AndGroup, MultifieldParser, OrGroup
from whoosh.qparser.syntax import GroupNode

from widget_server.evaluation.metrics import DEPTH
from widget_server.language import stems
from widget_server.languages import Language

#: Ids of the best documents for a question.
Ranker = Callable[[str], list[str]]

#: A document's id and its text.
Documents = Mapping[str, str]

_WORD: Final = re.compile(r"\w+")
_GRAM: Final = 4
_SNOWBALL: Final[dict[Language, str]] = {"nl": "dutch", "en": "english", "ru": "russian"}

#: What 4-grams count by beside words: the best of the values that were tried elsewhere (evaluation, section B.3).
_GRAM_BOOST: Final = 0.3


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _grams(text: str) -> list[str]:
    return [
        word[start : start + _GRAM] for word in _words(text) for start in range(max(1, len(word) - _GRAM + 1))
    ]


def _stems(language: Language) -> Callable[[str], list[str]]:
    if language == "uk":  # no library has a Ukrainian stemmer; ours without its dictionary stands in
        return lambda text: [stems.keys(word, language)[0] for word in _words(text)]
    stemmer = Stemmer.Stemmer(_SNOWBALL[language])
    return lambda text: stemmer.stemWords(_words(text))


def _bm25s(documents: Documents, analyse: Callable[[str], list[str]]) -> Ranker:
    ids = list(documents)
    index = bm25s.BM25(k1=1.2, b=0.75)
    index.index([analyse(text) for text in documents.values()], show_progress=False)
    known = index.vocab_dict

    def rank(question: str) -> list[str]:
        terms = [term for term in analyse(question) if term in known]
        if not terms:
            return []
        scores = index.get_scores(terms)
        best = np.argsort(-scores, kind="stable")[:DEPTH]
        return [ids[place] for place in best.tolist() if scores[place] > 0]

    return rank


def _whoosh(
    documents: Documents, group: type[GroupNode], fields: Mapping[str, tuple[Analyzer, float]]
) -> Ranker:
    folder = tempfile.TemporaryDirectory()
    schema = Schema(
        id=ID(stored=True),
        **{name: TEXT(analyzer=analyzer, field_boost=boost) for name, (analyzer, boost) in fields.items()},
    )
    index = FileStorage(folder.name).create_index(schema)
    writer = index.writer()
    for key, text in documents.items():
        writer.add_document(id=key, **dict.fromkeys(fields, text))
    writer.commit()
    parser = MultifieldParser(list(fields), schema, group=group)
    searcher = index.searcher()

    def rank(question: str) -> list[str]:
        assert folder  # noqa: S101  it lives as long as the ranker
        hits = searcher.search(parser.parse(" ".join(_words(question))), limit=DEPTH)
        return [hit["id"] for hit in hits]

    return rank


def _whoosh_language(language: Language) -> Analyzer:
    return StandardAnalyzer() if language == "uk" else LanguageAnalyzer(language)


def _fts5(documents: Documents) -> Ranker:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, text)")
    connection.executemany("INSERT INTO documents VALUES (?, ?)", documents.items())
    search = f"SELECT id FROM documents WHERE documents MATCH ? ORDER BY rank LIMIT {DEPTH}"  # noqa: S608  a constant

    def rank(question: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in _words(question))
        return [key for (key,) in connection.execute(search, (words,))] if words else []

    return rank


def _tantivy(documents: Documents, language: Language) -> Ranker:
    stemmed = language in _SNOWBALL
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name=f"{language}_stem" if stemmed else "default")
    index = tantivy.Index(builder.build())
    if stemmed:
        index.register_tokenizer(f"{language}_stem", _tantivy_analyzer(_SNOWBALL[language]))
    writer = index.writer(num_threads=1)
    for key, text in documents.items():
        writer.add_document(tantivy.Document(id=key, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def rank(question: str) -> list[str]:
        query = index.parse_query(" ".join(_words(question)), ["text"])
        return [searcher.doc(address)["id"][0] for _, address in searcher.search(query, DEPTH).hits]

    return rank


def _tantivy_analyzer(language: str) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    filters = (
        tantivy.Filter.lowercase(),
        tantivy.Filter.stopword(language),
        tantivy.Filter.stemmer(language),
    )
    for each in filters:
        builder = builder.filter(each)
    return builder.build()


def rankers(documents: Documents, language: Language) -> Iterator[tuple[str, Ranker]]:
    """Each engine by the name that it has in the tables."""
    standard = {"text": (StandardAnalyzer(), 1.0)}
    by_language = {"text": (_whoosh_language(language), 1.0)}
    grams = {"grams": (NgramWordAnalyzer(_GRAM, _GRAM), _GRAM_BOOST)}
    stemmed = _stems(language)
    yield "Whoosh, as it comes (AND)", _whoosh(documents, AndGroup, standard)
    yield "Whoosh, OR", _whoosh(documents, OrGroup, standard)
    yield "Whoosh, language analyzer, OR", _whoosh(documents, OrGroup, by_language)
    yield "Whoosh, language analyzer + 4-grams, OR", _whoosh(documents, OrGroup, by_language | grams)
    yield "SQLite FTS5, OR", _fts5(documents)
    yield "tantivy, stems and stop words, OR", _tantivy(documents, language)
    yield "bm25s, stems", _bm25s(documents, stemmed)
    yield "bm25s, 4-grams", _bm25s(documents, _grams)
    yield "bm25s, stems + 4-grams", _bm25s(documents, lambda text: [*stemmed(text), *_grams(text)])
