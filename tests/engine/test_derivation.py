"""A derived field equals one that was written to Whoosh, and Whoosh gets nothing but the words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import FileStorage

from widget_server.engine import derivation, whoosh_index
from widget_server.engine.derivation import Derived
from widget_server.engine.document import Document
from widget_server.engine.generation import whoosh_folder
from widget_server.engine.generations import GenerationStore
from widget_server.engine.postings import Contents

WORDS = ("kamer", "kamers", "kam", "кімната", "z", "\U0001f415")


def derive(field: str, word: str) -> Iterator[Derived]:
    """The first letter, and the word with and without its last letter as two halves of one term."""
    language = field.partition(".")[0]
    stems = tuple(dict.fromkeys((word, word[:-1] or word)))
    yield f"{language}.stem", stems, 1 / len(stems)
    yield f"{language}.first", tuple(word[0]), 1.0
    yield f"{language}.part", (), 1.0


def documents() -> st.SearchStrategy[list[Document]]:
    weights = st.sampled_from([0.5, 1.0, 2.5, 3.0, 40.0])
    words = st.dictionaries(st.sampled_from(WORDS), weights, max_size=6)
    fields = st.dictionaries(st.sampled_from(["nl.word", "uk.word"]), words, max_size=2)
    shares = st.dictionaries(st.sampled_from(["nl.word", "uk.word"]), st.sampled_from([0.0, 0.25, 0.7, 1.0]))
    one = st.builds(Document, key=st.sampled_from("abcdefgh"), fields=fields, shares=shares)
    return st.lists(one, max_size=6, unique_by=lambda document: document.key)


def written_out(document: Document) -> Document:
    """The document with all that follows from its words in its own fields."""
    fields: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    shares = dict(document.shares)
    for name, words in document.fields.items():
        fields[name].update(words)
        for word, weight in words.items():
            for target, terms, share in derive(name, word):
                if name in document.shares:
                    shares[target] = document.shares[name]
                for term in terms:
                    fields[target][term] += weight * share
    return replace(document, fields=fields, shares=shares)


def by_whoosh(documents: Collection[Document], folder: Path) -> Contents:
    index = Path(mkdtemp(dir=folder))
    whoosh_index.write(documents, index)
    return whoosh_index.read(index, whoosh_index.fields_of(documents))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("whoosh")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpus=documents())
def test_derived_fields_equal_those_that_whoosh_was_given(folder: Path, corpus: list[Document]) -> None:
    derived = derivation.expand(by_whoosh(corpus, folder), derive)
    expected = by_whoosh([written_out(document) for document in corpus], folder)
    assert [replace(each, shares={}) for each in derived.records] == [
        replace(each, shares={}) for each in expected.records
    ]
    assert sorted(derived.fields) == sorted(expected.fields)
    for name, postings in expected.fields.items():
        own = derived.fields[name]
        assert list(own.terms) == list(postings.terms)
        for array in ("offsets", "documents", "weights", "lengths"):
            np.testing.assert_array_equal(getattr(own, array), getattr(postings, array))
        np.testing.assert_array_equal(own.masses(), postings.masses())


def test_three_thirds_of_a_word_are_one_word_long(folder: Path) -> None:
    """0.1 * 3 is more than 0.3 in floating point; Whoosh's steps would take it for a longer text."""

    def thirds(_field: str, word: str) -> Iterable[Derived]:
        return [("nl.stem", [word, word + "a", word + "b"], 1 / 3)]

    words = {f"woord{number}": 0.1 for number in range(30)}
    corpus = [Document(key="a", fields={"nl.word": words})]
    derived = derivation.expand(by_whoosh(corpus, folder), thirds)
    assert derived.fields["nl.stem"].lengths.tolist() == [3.0]


def test_whoosh_gets_the_words_alone(tmp_path: Path) -> None:
    """Its postings are what a build pays for: with stems and 4-grams there are five times as many."""
    store = GenerationStore(tmp_path / "state")
    with store.build() as build:
        entry = Document(key="a", fields={"nl.word": {"kamer": 1.0}})
        build.add_layers({"national": {"a": "one"}}, lambda _name, _keys: [entry])
        build.pack(derive)
        generation = build.seal({})
        index = FileStorage(str(whoosh_folder(generation.folder, "national"))).open_index()
        assert set(index.reader().indexed_field_names()) == {":key", "nl.word"}
    (segment,) = generation.segments["national"]
    assert set(segment.fields) == {"nl.word", "nl.stem", "nl.first"}
