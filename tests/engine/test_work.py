"""What a question costs, counted instead of timed: it may not grow with what it does not ask for."""

from collections.abc import Callable

import pytest

from widget_server.engine.document import Document
from widget_server.engine.query import Clause, Query, WeightedTerms
from widget_server.engine.retrieval import evaluate
from widget_server.engine.scoring import MOST_REFINED
from widget_server.engine.view import View

pytestmark = pytest.mark.usefixtures("each_kernel")

ViewOf = Callable[..., View]

ROOM = WeightedTerms("nl.word", ("kamer",))


def corpus(rooms: int, others: int) -> list[Document]:
    holding = [
        Document(key=f"room-{n:05}", fields={"nl.word": {"kamer": 1.0}, "nl.gram": {"kame": 1.0}})
        for n in range(rooms)
    ]
    return holding + [
        Document(key=f"other-{n:05}", fields={"nl.word": {f"w{n}": 1.0, "huis": 1.0}}) for n in range(others)
    ]


def ask(view: View, *terms: WeightedTerms) -> int:
    return evaluate(view, Query(clauses=tuple(Clause(((term,),)) for term in terms), limit=10)).total


def test_a_question_reads_the_postings_of_its_words_and_no_others(view_of: ViewOf) -> None:
    small, large = view_of(corpus(20, 30)), view_of(corpus(20, 900))
    assert ask(small, ROOM) == ask(large, ROOM) == 20
    assert small.scorer.read == large.scorer.read == 20


def test_the_postings_of_a_question_are_read_once_however_often_it_is_asked(view_of: ViewOf) -> None:
    view = view_of(corpus(20, 0))
    for _ in range(5):
        ask(view, ROOM)
    assert view.scorer.read == 5 * 20


def test_what_only_refines_costs_no_more_than_its_bound_however_many_hold_it(view_of: ViewOf) -> None:
    gram = WeightedTerms("nl.gram", ("kame",), anchors=False)
    for rooms, read in ((MOST_REFINED, MOST_REFINED), (MOST_REFINED + 1, 0)):
        view = view_of(corpus(rooms, 0))
        assert ask(view, gram) == 0
        assert view.scorer.read == read
