"""Asks the editors' judged questions, as a reader of a municipality's page would."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from widget_server.content.model import Corpus, JudgedQuestion
from widget_server.evaluation.metrics import DEPTH
from widget_server.evaluation.scorecard import Judgement, Scorecard
from widget_server.search.edition import Edition
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService


@dataclass(frozen=True, slots=True)
class Fixed:
    """One edition, whatever is published meanwhile."""

    edition: Edition

    def current(self) -> Edition:
        """The edition."""
        return self.edition


def judge(service: SearchService, questions: Iterable[JudgedQuestion]) -> Scorecard:
    """The scorecard of `service` on `questions`; one without a municipality is asked in each of them."""
    return Scorecard(
        tuple(
            _judgement(service, question, municipality)
            for question in questions
            for municipality in _asked_in(question, service)
        )
    )


def judge_content(service: SearchService, corpus: Corpus, today: date) -> Scorecard:
    """The scorecard of `service` on the judged questions of `corpus`, from which it was made.

    Where by the content none of its answers is shown (any more), a question is not asked: that they are over is no fault of
    the search. That the search does not show what the content does, is.
    """
    visible = {slug: corpus.visible(slug, today) for slug in corpus.municipalities}
    questions = (
        replace(
            question, municipality=slug, expects=tuple(filter(visible[slug].__contains__, question.expects))
        )
        for question in corpus.judged
        for slug in _asked_in(question, service)
        if not question.expects or not visible[slug].isdisjoint(question.expects)
    )
    return judge(service, questions)


def _asked_in(question: JudgedQuestion, service: SearchService) -> Iterable[str]:
    return (question.municipality,) if question.municipality else service.municipalities()


def _judgement(service: SearchService, question: JudgedQuestion, municipality: str) -> Judgement:
    found = service.find(request(question, municipality))
    return Judgement(
        query=question.query,
        language=question.language,
        kind=question.kind,
        municipality=municipality,
        audience=question.audience,
        relevant=frozenset(question.expects),
        found=tuple(hit.key for hit in found.hits.best[:DEPTH]),
        plan=found.plan,
    )


def request(question: JudgedQuestion, municipality: str) -> SearchRequest:
    """The request that asks `question`."""
    return SearchRequest(
        query=question.query,
        language=question.language,
        municipality=municipality,
        audience=question.audience,
    )
