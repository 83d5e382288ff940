"""What a question costs, counted instead of timed: it may not grow with what it does not ask for."""

from collections.abc import Callable

import pytest

from widget_server.engine.document import Document
from widget_server.engine.found import MOST_REFINED
from widget_server.engine.query import Clause, Query, WeightedTerm
from widget_server.engine.retrieval import MOST_SPARSE, evaluate
from widget_server.engine.segment import Segment
from widget_server.engine.view import View

ViewOf = Callable[..., View]

ROOM = WeightedTerm("nl.word", "kamer")


class Read:
    """How many postings were read, and in how many strokes."""

    def __init__(self) -> None:
        self.postings = self.strokes = 0

    def add(self, postings: int) -> None:
        self.postings += postings
        self.strokes += 1


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Counts what a segment hands out."""
    counted, taken, listed = Read(), Segment.taken, Segment.listed

    def taken_(segment: Segment, places: object) -> object:
        counted.add(len(places))  # type: ignore[arg-type]
        return taken(segment, places)  # type: ignore[arg-type]

    def listed_(segment: Segment, start: int, end: int) -> object:
        counted.add(end - start)
        return listed(segment, start, end)

    monkeypatch.setattr(Segment, "taken", taken_)
    monkeypatch.setattr(Segment, "listed", listed_)
    return counted


def corpus(rooms: int, others: int) -> list[Document]:
    holding = [
        Document(key=f"room-{n:05}", fields={"nl.word": {"kamer": 1.0}, "nl.gram": {"kame": 1.0}})
        for n in range(rooms)
    ]
    return holding + [
        Document(key=f"other-{n:05}", fields={"nl.word": {f"w{n}": 1.0, "huis": 1.0}}) for n in range(others)
    ]


def ask(view: View, *terms: WeightedTerm) -> int:
    return evaluate(view, Query(clauses=tuple(Clause(((term,),)) for term in terms), limit=10)).total


def test_a_question_reads_the_postings_of_its_words_and_no_others(view_of: ViewOf, read: Read) -> None:
    small, large = view_of(corpus(20, 30)), view_of(corpus(20, 900))
    assert ask(small, ROOM) == ask(large, ROOM) == 20
    assert read.postings == 40


def test_the_postings_of_a_question_are_read_once_however_often_it_is_asked(
    view_of: ViewOf, read: Read
) -> None:
    view = view_of(corpus(20, 0))
    for _ in range(5):
        ask(view, ROOM)
    assert read.postings == 5 * 20


def test_many_postings_of_many_terms_are_read_in_one_stroke_a_leaf(view_of: ViewOf, read: Read) -> None:
    words = [WeightedTerm("nl.word", word) for word in ("kamer", "huis", *(f"w{n}" for n in range(40)))]
    view = view_of(corpus(MOST_SPARSE, 60), corpus(MOST_SPARSE + 10, 0))
    ask(view, *words)
    assert read.strokes == len(view.leaves)


def test_what_only_refines_costs_no_more_than_its_bound_however_many_hold_it(
    view_of: ViewOf, read: Read
) -> None:
    gram = WeightedTerm("nl.gram", "kame", anchors=False)
    below, above = view_of(corpus(MOST_REFINED, 0)), view_of(corpus(MOST_REFINED + 1, 0))
    evaluate(below, Query(clauses=(Clause(((gram,),)),)))
    assert read.postings == MOST_REFINED
    evaluate(above, Query(clauses=(Clause(((gram,),)),)))
    assert read.postings == MOST_REFINED
