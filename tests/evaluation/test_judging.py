from dataclasses import dataclass, field
from typing import Any

from widget_server.content.model import Audience, JudgedQuestion
from widget_server.engine.query import Hit, Hits
from widget_server.evaluation import judging
from widget_server.evaluation.scorecard import Scorecard
from widget_server.search.plan import Plan
from widget_server.search.request import SearchRequest
from widget_server.search.service import Found


def judge(service: Any, questions: list[JudgedQuestion]) -> Scorecard:
    return judging.judge(service, questions)


@dataclass
class TwelveAnswers:
    """Finds entries 0 to 11 whatever is asked, in two municipalities."""

    asked: list[SearchRequest] = field(default_factory=list)

    def municipalities(self) -> tuple[str, ...]:
        return ("zilverdam", "goudmeer")

    def find(self, request: SearchRequest) -> Found:
        self.asked.append(request)
        hits = tuple(Hit(str(number), number, 1.0, ()) for number in range(12))
        return Found(plan=Plan(query=request.query, words=()), hits=Hits(len(hits), hits))


def question(**more: Any) -> JudgedQuestion:
    return JudgedQuestion(**{"query": "kamer", "language": "uk", "kind": "word", "expects": ("1",)} | more)


def test_a_question_of_one_municipality_is_asked_there_as_its_reader_would() -> None:
    service = TwelveAnswers()
    judge(service, [question(municipality="goudmeer", audience=Audience.HOST)])
    assert service.asked == [
        SearchRequest(query="kamer", language="uk", municipality="goudmeer", audience=Audience.HOST)
    ]


def test_a_question_of_none_is_asked_in_each() -> None:
    service = TwelveAnswers()
    card = judge(service, [question()])
    assert [request.municipality for request in service.asked] == ["zilverdam", "goudmeer"]
    assert card.overall.questions == 2


def test_a_judgement_holds_the_first_ten_and_what_would_be_right() -> None:
    (judgement,) = judge(TwelveAnswers(), [question(municipality="goudmeer")]).judgements
    assert judgement.found == tuple("0123456789")
    assert (judgement.relevant, judgement.language, judgement.kind) == (frozenset({"1"}), "uk", "word")
