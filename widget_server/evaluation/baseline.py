"""The committed baseline: the figures reached so far, and the losses that are known.

A judged question that is lost and does not stand here is a regression: a reindex refuses to
publish it. Figures that fall are one too, for whoever changes the ranking: `terecht evaluate`
fails. The file lies beside the content (`index_data/baseline.json`), so that whoever changes
content or ranking changes it in the same commit, for all to see.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from widget_server.errors import ContentError
from widget_server.evaluation.scorecard import Figures, Judgement, Scorecard

FILE: Final = "baseline.json"

#: How far a figure may fall: among a hundred questions in a language one that comes second instead of first takes 0.005 off the
#: mean of reciprocal ranks and 0.004 off nDCG, and a changed text may do that; two may not.
TOLERANCE: Final = 0.006

#: The figures that are compared, as an editor knows them.
_COMPARED: Final = {"mrr": "MRR", "ndcg": "nDCG@10"}


@dataclass(frozen=True, slots=True)
class Baseline:
    """What held at the last commit: names of questions that were lost already, and the figures by language, and of "all"."""

    losses: frozenset[str]
    figures: Mapping[str, Mapping[str, float]]

    def regressions(self, scorecard: Scorecard) -> tuple[Judgement, ...]:
        """The questions that are lost now and were not then."""
        return tuple(j for j in scorecard.losses if j.name not in self.losses)

    def fallen(self, scorecard: Scorecard) -> Iterator[str]:
        """The figures that are lower now by more than `TOLERANCE`: "nl: MRR fell from 0.983 to 0.971"."""
        for group, now in _groups(scorecard).items():
            for figure, name in _COMPARED.items():
                before, after = self.figures.get(group, {}).get(figure, 0.0), getattr(now, figure)
                if after < before - TOLERANCE:
                    yield f"{group}: {name} fell from {before:.3f} to {after:.3f}"


def _groups(scorecard: Scorecard) -> dict[str, Figures]:
    return scorecard.by(lambda _: "all") | scorecard.by(lambda j: j.language)


def read(content: Path) -> Baseline:
    """The baseline beside `content`; without a file no loss is known.

    Raises:
        ContentError: the file is not one that `write` wrote.
    """
    path = content / FILE
    if not path.exists():
        return Baseline(frozenset(), {})
    try:
        return _decoded(path.read_text("utf-8"))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ContentError(
            [
                f"{path}: is no baseline; `terecht evaluate --write-baseline` writes it, git holds the one before"
            ]
        ) from error


def _decoded(text: str) -> Baseline:
    raw = json.loads(text)
    figures = {
        group: {figure: float(values[figure]) for figure in _COMPARED}
        for group, values in raw.get("figures", {}).items()
    }
    if not all(isinstance(name, str) for name in raw["losses"]):
        raise TypeError("a question is a text")
    return Baseline(frozenset(raw["losses"]), figures)


def write(content: Path, scorecard: Scorecard) -> None:
    """Make `scorecard` the baseline."""
    rounded = {
        name: {key: round(value, 3) for key, value in asdict(figures).items()}
        for name, figures in _groups(scorecard).items()
    }
    text = json.dumps(
        {"figures": rounded, "losses": sorted(j.name for j in scorecard.losses)}, ensure_ascii=False, indent=1
    )
    (content / FILE).write_text(text + "\n", "utf-8")
