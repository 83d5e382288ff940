"""What is compiled and what is not give the same answers."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from types import ModuleType

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from widget_server.engine.document import Document
from widget_server.engine.kernel import portable
from widget_server.engine.query import Clause, Query, WeightedTerms
from widget_server.engine.retrieval import evaluate
from widget_server.engine.segment import Segment
from widget_server.engine.view import View

compiled = pytest.importorskip(
    "widget_server.engine.kernel.compiled", reason="installed without a C compiler", exc_type=ImportError
)

Pack = Callable[[Collection[Document]], Segment]

WORDS = ("kamer", "kamers", "kam", "дім", "дома", "hond", "vluchtelingenopvang", "vluchtelingenwerk")
FIELDS = ("nl.word", "nl.gram", "uk.word")

varied = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def corpora(first: int) -> st.SearchStrategy[list[Document]]:
    words = st.dictionaries(st.sampled_from(WORDS), st.sampled_from([0.5, 1.0, 3.0]), max_size=4)
    one = st.builds(
        Document,
        key=st.sampled_from([f"entry-{number:02}" for number in range(first, first + 12)]),
        fields=st.dictionaries(st.sampled_from(FIELDS), words, max_size=3),
        tags=st.sets(st.sampled_from(["kind=faq", "own"])).map(frozenset),
        expires=st.sampled_from([None, None, date(2026, 1, 1)]),
    )
    return st.lists(one, max_size=12, unique_by=lambda document: document.key)


def queries() -> st.SearchStrategy[Query]:
    words = st.sampled_from([*WORDS, "ghost", "", "\ud800"])
    terms = st.builds(
        WeightedTerms,
        st.sampled_from([*FIELDS, "xx.word"]),
        st.lists(words, max_size=3).map(tuple),
        st.sampled_from([0.2, 1.0]),
        st.booleans(),
    )
    branch = st.lists(terms, max_size=3).map(tuple)
    clause = st.builds(Clause, st.lists(branch, max_size=3).map(tuple), st.sampled_from([0.0, 1.0]))
    return st.builds(
        Query,
        clauses=st.lists(clause, max_size=4).map(tuple),
        tags=st.sampled_from([(), (("kind=faq",),)]),
        without=st.sampled_from([frozenset(), frozenset({"own"})]),
        boosts=st.sampled_from([(), (("own", 3.0),)]),
        lifts=st.sampled_from([(), (("entry-01", 2.0), ("entry-07", 0.5), ("unheard-of", 9.0))]),
        least=st.sampled_from([0.0, 1.0, 2.0]),
        limit=st.sampled_from([0, 1, 3, 64]),
    )


@contextmanager
def using(kernel: ModuleType) -> Iterator[None]:
    """Views that are made meanwhile answer by `kernel`."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("Postings", "Scorer"):
            patch.setattr(f"widget_server.engine.view.{name}", getattr(kernel, name))
        yield


def views(pack: Pack, today: date, *layers: Collection[Document]) -> Iterator[View]:
    """The same documents answered by one kernel, and by the other."""
    segments = [(pack(layer), frozenset[str]()) for layer in layers]
    for kernel in (compiled, portable):
        with using(kernel):
            yield View(segments, today)


@varied
@given(national=corpora(0), own=corpora(6), query=queries())
def test_both_kernels_find_the_same_with_the_same_scores(
    pack: Pack, today: date, national: list[Document], own: list[Document], query: Query
) -> None:
    one, other = (evaluate(view, query) for view in views(pack, today, national, own))
    assert (one.total, [hit[:2] for hit in one.best]) == (other.total, [hit[:2] for hit in other.best])
    for hit, same in zip(one.best, other.best, strict=True):
        assert hit.score == pytest.approx(same.score, rel=1e-6)
        assert hit.clauses == pytest.approx(same.clauses, rel=1e-6)


BEGINNINGS = ("", "k", "ka", "kamer", "kamers!", "д", "vluchtelingen", "vluchtelingenz", "\ud800", "\0")


@varied
@given(national=corpora(0), own=corpora(6), limit=st.integers(0, 9))
def test_both_kernels_know_the_same_words(
    pack: Pack, today: date, national: list[Document], own: list[Document], limit: int
) -> None:
    one, other = views(pack, today, national, own)
    for field, text in product([*FIELDS, "xx.word"], BEGINNINGS):
        assert one.prefix(field, text, limit) == other.prefix(field, text, limit)
        assert one.frequency(field, text) == other.frequency(field, text)


@pytest.fixture
def view(pack: Pack, today: date) -> View:
    """One document, answered by the compiled kernel."""
    return next(views(pack, today, [Document(key="room", fields={"nl.word": {"kamer": 1.0}})]))


ROOM = Query(clauses=(Clause(((WeightedTerms("nl.word", ("kamer",)),),)),))


def test_a_workspace_that_an_error_left_in_disorder_is_not_used_again(view: View) -> None:
    expected = evaluate(view, ROOM)
    for broken in ((0, 1.0), ("room", "no factor")):
        with pytest.raises(TypeError):
            evaluate(view, ROOM._replace(lifts=(broken,)))  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            evaluate(view, ROOM._replace(boosts=(broken,)))  # type: ignore[arg-type]
    assert evaluate(view, ROOM) == expected


@pytest.mark.parametrize(
    "clauses",
    [
        [Clause(((WeightedTerms("nl.word", ("kamer",)),),))],
        (Clause([(WeightedTerms("nl.word", ("kamer",)),)]),),  # type: ignore[arg-type]
        (Clause(([WeightedTerms("nl.word", ("kamer",))],)),),  # type: ignore[arg-type]
        (Clause(((("nl.word", "kamer"),),)),),  # type: ignore[arg-type]
        (Clause(((WeightedTerms("nl.word", "kamer"),),)),),  # type: ignore[arg-type]
        (Clause(((WeightedTerms("nl.word", (None,)),),)),),  # type: ignore[arg-type]
        (Clause(((WeightedTerms("nl.word", ("kamer",), "heavy"),),)),),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_query_is_an_error_and_no_crash(view: View, clauses: tuple[Clause, ...]) -> None:
    with pytest.raises(TypeError):
        evaluate(view, Query(clauses=clauses))
    assert evaluate(view, ROOM._replace(limit=-1)).best == ()


def test_arrays_of_another_size_than_the_view_are_an_error_and_no_crash(view: View) -> None:
    leaves, fields = [leaf.postings for leaf in view.leaves], {"nl.word": 0}
    assert compiled.Scorer(leaves, fields, np.ones(1)).best(ROOM, None).total == 1
    with pytest.raises(ValueError, match="16 bytes where 8 are expected"):
        compiled.Scorer(leaves, fields, np.ones(2))
    with pytest.raises(ValueError, match="0 bytes where 1 are expected"):
        view.scorer.best(ROOM, np.ones(0, np.bool_))
    with pytest.raises(ValueError, match="2 bytes where 1 are expected"):
        compiled.Postings(view.leaves[0].segment, np.ones(2, np.bool_))
