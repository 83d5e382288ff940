"""A scorecard: the figures by language and by kind of question, and the questions that were lost."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from widget_server.evaluation import metrics
from widget_server.search.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judged question with what was found for it, best first, and how it was understood."""

    query: str
    language: str
    kind: str
    relevant: frozenset[str]
    found: tuple[str, ...]
    plan: Plan
    municipality: str = ""
    audience: str | None = None

    @property
    def name(self) -> str:
        """How a baseline names the question: as it was asked, so that no other one of the same words hides behind it."""
        asked = (self.language, self.municipality, self.audience)
        return f"{' '.join(filter(None, asked))}: {self.query}"

    @property
    def is_lost(self) -> bool:
        """Whether a reader would not see the answer: it is not among the first three."""
        return metrics.success(self.found, self.relevant, at=3) == 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The means over a group of questions, each from 0.0 to 1.0."""

    questions: int
    success_at_1: float
    success_at_3: float
    mrr: float
    ndcg: float

    @classmethod
    def of(cls, judgements: Sequence[Judgement]) -> "Figures":
        """The figures of a group, which may not be empty."""
        return cls(
            questions=len(judgements),
            success_at_1=fmean(metrics.success(j.found, j.relevant, at=1) for j in judgements),
            success_at_3=fmean(metrics.success(j.found, j.relevant, at=3) for j in judgements),
            mrr=fmean(metrics.reciprocal_rank(j.found, j.relevant) for j in judgements),
            ndcg=fmean(metrics.ndcg(j.found, j.relevant) for j in judgements),
        )


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All judgements of one run."""

    judgements: tuple[Judgement, ...]

    @property
    def overall(self) -> Figures:
        """The figures over every question; there must be one."""
        return Figures.of(self.judgements)

    @property
    def losses(self) -> tuple[Judgement, ...]:
        """The questions whose answer is not among the first three."""
        return tuple(j for j in self.judgements if j.is_lost)

    def by(self, group: Callable[[Judgement], str]) -> dict[str, Figures]:
        """The figures by group (`lambda j: j.language`), in the order of first appearance."""
        groups: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in self.judgements:
            groups[group(judgement)].append(judgement)
        return {name: Figures.of(members) for name, members in groups.items()}

    def table(self) -> str:
        """The scorecard as text, a line a group."""
        groups = (self.by(lambda _: "all"), self.by(lambda j: j.language), self.by(lambda j: j.kind))
        return "\n".join(_lines(row for group in groups for row in group.items()))


def _lines(rows: Iterable[tuple[str, Figures]]) -> Iterable[str]:
    yield f"{'':<16}{'questions':>10}{'success@1':>11}{'success@3':>11}{'MRR':>8}{'nDCG@10':>9}"
    for name, f in rows:
        yield (
            f"{name:<16}{f.questions:>10}{f.success_at_1:>11.3f}{f.success_at_3:>11.3f}{f.mrr:>8.3f}{f.ndcg:>9.3f}"
        )
