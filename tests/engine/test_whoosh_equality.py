"""Our scores are Whoosh's: its own codec, its own `Or` of `Term`, its own BM25F are the reference.

`whoosh.scoring.BM25F`: idf * (tf * (K1 + 1)) / (tf + K1 * ((1 - B) + B * fl / avgfl)), with
idf = log(dc / (n + 1)) + 1, where dc counts all documents of the index.
"""

from collections.abc import Callable, Collection
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import FileStorage
from whoosh.query import Or
from whoosh.query import Term as WhooshTerm
from whoosh.scoring import BM25F

from widget_server.engine import scoring, whoosh_index
from widget_server.engine.document import Document
from widget_server.engine.query import Clause, Query, WeightedTerms
from widget_server.engine.retrieval import evaluate
from widget_server.engine.segment import Segment
from widget_server.engine.view import View

pytestmark = pytest.mark.usefixtures("each_kernel")

Pack = Callable[[Collection[Document]], Segment]
Term = tuple[str, str]

FIELDS = ("nl.word", "uk.word")
WORDS = ("kamer", "kamers", "kam", "кімната", "дім", "hond", "z", "\U0001f415")
TOLERANCE = 1e-5

# Each example writes indexes to disk, which takes milliseconds and is no sign of a slow strategy.
on_disk = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def documents(first_key: int = 0) -> st.SearchStrategy[list[Document]]:
    weights = st.sampled_from([0.25, 0.5, 1.0, 2.5, 3.0, 40.0])
    terms = st.dictionaries(st.sampled_from(WORDS), weights, max_size=5)
    keys = st.sampled_from([f"entry-{number}" for number in range(first_key, first_key + 8)])
    one = st.builds(
        Document,
        key=keys,
        fields=st.dictionaries(st.sampled_from(FIELDS), terms, max_size=2),
        expires=st.sampled_from([None, None, date(2026, 11, 20), date(2026, 11, 21)]),
    )
    return st.lists(one, min_size=1, max_size=8, unique_by=lambda document: document.key)


def term_lists() -> st.SearchStrategy[list[Term]]:
    one = st.tuples(st.sampled_from(FIELDS), st.sampled_from([*WORDS, "ghost"]))
    return st.lists(one, min_size=1, max_size=4, unique=True)


def by_whoosh(folder: Path, documents: Collection[Document], terms: Collection[Term]) -> dict[str, float]:
    schema = whoosh_index.schema(FIELDS)
    index = FileStorage(mkdtemp(dir=folder)).create_index(schema)
    with index.writer() as writer:
        for document in documents:
            fields = {field: terms for field, terms in document.fields.items() if terms}
            writer.add_document(**{":key": document.key}, **fields)
    with index.searcher(weighting=BM25F(B=scoring.B, K1=scoring.K1)) as searcher:
        results = searcher.search(Or([WhooshTerm(*term) for term in terms]), limit=None)
        return {hit[":key"]: hit.score for hit in results}


def by_us(view: View, terms: Collection[Term]) -> dict[str, float]:
    query = Query(clauses=tuple(Clause(((WeightedTerms(field, (word,)),),)) for field, word in terms))
    hits = evaluate(view, query)
    assert hits.total == len(hits.best)
    assert all(one.score >= other.score for one, other in pairwise(hits.best))
    return {hit.key: hit.score for hit in hits.best}


def alive(documents: Collection[Document], hidden: Collection[str], today: date) -> list[Document]:
    return [
        document
        for document in documents
        if document.key not in hidden and (document.expires is None or document.expires >= today)
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("whoosh")


@on_disk
@given(corpus=documents(), terms=term_lists())
def test_one_segment_scores_and_orders_as_whoosh_does(
    pack: Pack, folder: Path, today: date, corpus: list[Document], terms: list[Term]
) -> None:
    corpus = alive(corpus, (), today)
    ours = by_us(View([(pack(corpus), ())], today), terms)
    whoosh = by_whoosh(folder, corpus, terms)
    assert ours == pytest.approx(whoosh, rel=TOLERANCE)
    ranked = [whoosh[key] for key in ours]
    assert all(one > other or one == pytest.approx(other, rel=TOLERANCE) for one, other in pairwise(ranked))


@on_disk
@given(
    national=documents(),
    own=documents(first_key=4),
    hidden=st.sets(st.sampled_from([f"entry-{number}" for number in range(6)])),
    terms=term_lists(),
)
def test_layers_score_as_one_index_of_what_is_neither_hidden_nor_overridden_nor_expired(  # noqa: PLR0913, PLR0917  fixtures and draws
    pack: Pack,
    folder: Path,
    today: date,
    national: list[Document],
    own: list[Document],
    hidden: set[str],
    terms: list[Term],
) -> None:
    overridden = {document.key for document in own}
    merged = [*alive(national, hidden | overridden, today), *alive(own, (), today)]
    view = View([(pack(national), hidden), (pack(own), ())], today)
    assert by_us(view, terms) == pytest.approx(by_whoosh(folder, merged, terms), rel=TOLERANCE)
    assert view.count == len(merged)
    assert sorted(view.keys()) == sorted(document.key for document in merged)


@on_disk
@given(corpus=documents(), terms=term_lists())
def test_whoosh_finds_the_same_in_the_index_that_our_codec_wrote(
    folder: Path, corpus: list[Document], terms: list[Term]
) -> None:
    written = Path(mkdtemp(dir=folder))
    whoosh_index.write(corpus, written)
    index = FileStorage(str(written)).open_index(schema=whoosh_index.schema(FIELDS))
    with index.searcher(weighting=BM25F(B=scoring.B, K1=scoring.K1)) as searcher:
        query = Or([WhooshTerm(*term) for term in terms])
        found = {hit[":key"]: hit.score for hit in searcher.search(query, limit=None)}
        # With a limit Whoosh skips what its bounds for a term (its highest weight) say cannot be among the best.
        best = [hit.score for hit in searcher.search(query, limit=2)]
    expected = by_whoosh(folder, corpus, terms)
    assert found == pytest.approx(expected, rel=TOLERANCE)
    assert best == pytest.approx(sorted(expected.values(), reverse=True)[:2], rel=TOLERANCE)


@on_disk
@given(corpus=documents(), start=st.sampled_from(["", "k", "kam", "kamers", "к", "q"]))
def test_whoosh_reads_on_from_any_term_in_the_table_that_our_codec_wrote(
    folder: Path, corpus: list[Document], start: str
) -> None:
    written = Path(mkdtemp(dir=folder))
    whoosh_index.write(corpus, written)
    fields = whoosh_index.fields_of(corpus)
    reader = FileStorage(str(written)).open_index(schema=whoosh_index.schema(fields)).reader()
    for field in fields:
        terms = sorted(
            {term for document in corpus for term in document.fields.get(field, ()) if term >= start}
        )
        read = (term for name, term in reader.terms_from(field, start.encode()) if name == field)
        assert [term.decode() for term in read] == terms


def test_our_codec_sums_a_term_up_as_whoosh_does(folder: Path) -> None:
    weights = (1.0, 3.0, 0.5)
    corpus = [
        Document(key=f"entry-{n}", fields={"nl.word": {"kamer": weight}}) for n, weight in enumerate(weights)
    ]
    whoosh_index.write(corpus, folder / "summed")
    index = FileStorage(str(folder / "summed")).open_index(schema=whoosh_index.schema(FIELDS))
    info = index.reader().term_info("nl.word", "kamer")
    assert (info.doc_frequency(), info.weight(), info.max_weight()) == (3, 4.5, 3.0)
    assert (info.min_id(), info.max_id()) == (0, 2)


@on_disk
@given(
    corpus=documents(),
    own=documents(first_key=4),
    text=st.sampled_from(["", "k", "kam", "kamers", "к", "\U0001f415", "q"]),
)
def test_a_prefix_finds_what_counting_by_hand_finds(
    pack: Pack, today: date, corpus: list[Document], own: list[Document], text: str
) -> None:
    view = View([(pack(corpus), ()), (pack(own), ())], today)
    merged = [*alive(corpus, {document.key for document in own}, today), *alive(own, (), today)]
    counts: dict[str, int] = {}
    for document in merged:
        for term in document.fields.get("nl.word", {}):
            counts[term] = counts.get(term, 0) + term.startswith(text)
    expected = sorted(
        ((term, count) for term, count in counts.items() if count), key=lambda item: (-item[1], item[0])
    )
    assert list(view.prefix("nl.word", text, 3)) == expected[:3]
    assert list(view.terms("nl.word")) == sorted(counts)
    assert all(view.frequency("nl.word", term) == count for term, count in expected)
