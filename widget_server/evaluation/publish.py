"""A reindex whose result must still answer the editors' judged questions before it is published."""

from functools import partial
from pathlib import Path

from widget_server.content.model import Corpus
from widget_server.engine.generation import Generation
from widget_server.engine.generations import GenerationStore
from widget_server.engine.progress import Progress, silent
from widget_server.errors import RelevanceError
from widget_server.evaluation import baseline
from widget_server.evaluation.judging import Fixed, judge_content
from widget_server.evaluation.scorecard import Judgement, Scorecard
from widget_server.indexing.reindex import Published, reindex
from widget_server.search.clock import now
from widget_server.search.edition import Edition
from widget_server.search.service import SearchService
from widget_server.settings import Settings


def publish(
    settings: Settings,
    *,
    progress: Progress = silent,
    force: bool = False,
    accept_losses: bool = False,
    only_if_stale: bool = False,
) -> Published:
    """Publish the content that `settings` name.

    With `force`, lost judged questions do not stop it; with `accept_losses` they become the baseline.

    Raises:
        ContentError: the content holds faults.
        IndexBusyError: another reindex is running.
        RelevanceError: a judged question lost its answer.
        StateError: the state folder or the cache cannot be written.
    """
    scorecards: list[Scorecard] = []
    check = partial(_keep, scorecards) if accept_losses else partial(gate, settings.content)
    done = reindex(
        settings.content,
        GenerationStore(settings.state),
        cache=settings.cache,
        today=now().date(),
        checks=() if force else (check,),
        progress=progress,
        only_if_stale=only_if_stale,
    )
    for scorecard in scorecards:  # only now: what was not published is no baseline
        baseline.write(settings.content, scorecard)
    return done


def _keep(scorecards: list[Scorecard], generation: Generation, corpus: Corpus) -> None:
    scorecards.append(_judged(generation, corpus))


def gate(content: Path, generation: Generation, corpus: Corpus) -> None:
    """Refuse a generation that loses a judged question which the baseline beside `content` does not name.

    Raises:
        RelevanceError: it does; `losses` tell which.
    """
    regressions = baseline.read(content).regressions(_judged(generation, corpus))
    if regressions:
        raise RelevanceError([told(judgement) for judgement in regressions])


def _judged(generation: Generation, corpus: Corpus) -> Scorecard:
    return judge_content(SearchService(Fixed(Edition(generation))), corpus, now().date())


def told(judgement: Judgement) -> str:
    """A loss in one line: what was asked, what would have been right, what came instead."""
    expected = " or ".join(sorted(judgement.relevant)) or "nothing"
    found = ", ".join(judgement.found[:3]) or "nothing"
    return f"{judgement.name} ({judgement.kind}): expects {expected}; found {found}"
