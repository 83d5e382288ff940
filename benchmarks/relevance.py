"""Sets of others: ours, by the same code as in production, beside the usual engines, all in one run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any, Final

from benchmarks import report
from widget_server import settings
from widget_server.evaluation import foreign, metrics
from widget_server.evaluation.foreign import ForeignSet
from widget_server.languages import LANGUAGES, Language

OURS: Final = "Terecht"


@dataclass(frozen=True, slots=True)
class Task:
    """A folder of a set, the kind of question asked of it, and whether the titles may be searched."""

    name: str
    kind: str
    titles: bool = True


#: Questions of `faq4` repeat the title, so that it is hidden there.
TASKS: Final = (
    Task("gnome-help", "summary"),
    Task("faq4", "question", titles=False),
    Task("ntrex", "headline"),
    Task("xquad", "question"),
)

#: nDCG@10 and success@1.
Figures = dict[str, float]


def run(folder: Path) -> None:
    """Measure every task whose set is in `folder`."""
    found = {task.name: measure(folder / task.name, task) for task in TASKS if (folder / task.name).is_dir()}
    if not found:
        print(f"No set lies in {folder}; --eval names the folder that holds gnome-help, faq4, ntrex or xquad")
        return
    report.save("relevance", {"sets": found})


def measure(folder: Path, task: Task) -> dict[str, Any]:
    """The figures of each engine and language on one task."""
    parts = foreign.read(folder, kind=task.kind)
    figures: dict[str, dict[str, Figures]] = {OURS: _ours(folder, task)}
    for part in parts:
        for name, each in _others(part, task):
            figures.setdefault(name, {})[part.language] = each
    _show(task, figures)
    asked = {part.language: len(part.questions) for part in parts}
    return {"kind": task.kind, "titles": task.titles, "questions": asked, "engines": figures}


def _ours(folder: Path, task: Task) -> dict[str, Figures]:
    scorecard = foreign.scores(folder, kind=task.kind, titles=task.titles, cache=settings.read().cache)
    by_language = scorecard.by(lambda judgement: judgement.language)
    return {name: {"ndcg": f.ndcg, "success_at_1": f.success_at_1} for name, f in by_language.items()}


def _others(part: ForeignSet, task: Task) -> Iterator[tuple[str, Figures]]:
    from benchmarks.rankers import rankers  # noqa: PLC0415  needs packages that no other part does

    documents = {each["id"]: f"{each['title'] * task.titles}\n{each['text']}" for each in part.documents}
    for name, rank in rankers(documents, part.language):
        yield name, _figures((rank(each["text"]), set(each["relevant"])) for each in part.questions)


def _figures(found: Iterable[tuple[list[str], set[str]]]) -> Figures:
    answers = list(found)
    return {
        "ndcg": fmean(metrics.ndcg(*answer) for answer in answers),
        "success_at_1": fmean(metrics.success(*answer, at=1) for answer in answers),
    }


def _show(task: Task, figures: Mapping[str, Mapping[Language, Figures]]) -> None:
    report.show(
        f"{task.name}, {task.kind}: nDCG@10 / success@1",
        ("engine", *LANGUAGES),
        [(name, *(shown(by.get(language)) for language in LANGUAGES)) for name, by in figures.items()],
    )


def shown(figures: Figures | None) -> str | None:
    """Both figures in a cell."""
    return figures and f"{figures['ndcg']:.3f} / {figures['success_at_1']:.2f}"
