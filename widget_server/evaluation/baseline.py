"""The committed baseline: the figures reached so far, and the losses that are known.

A judged question that is lost and does not stand here is a regression: a reindex refuses to
publish it. The file lies beside the content (`index_data/baseline.json`), so that whoever
changes content or ranking changes it in the same commit, for all to see.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from widget_server.evaluation.scorecard import Judgement, Scorecard

FILE: Final = "baseline.json"


@dataclass(frozen=True, slots=True)
class Baseline:
    """What held at the last commit: names of questions that were lost already."""

    losses: frozenset[str]

    def regressions(self, scorecard: Scorecard) -> tuple[Judgement, ...]:
        """The questions that are lost now and were not then."""
        return tuple(j for j in scorecard.losses if j.name not in self.losses)


def read(content: Path) -> Baseline:
    """The baseline beside `content`; without a file no loss is known."""
    path = content / FILE
    if not path.exists():
        return Baseline(frozenset())
    return Baseline(frozenset(json.loads(path.read_text("utf-8"))["losses"]))


def write(content: Path, scorecard: Scorecard) -> None:
    """Make `scorecard` the baseline."""
    figures = {language: asdict(f) for language, f in scorecard.by(lambda j: j.language).items()}
    rounded = {
        name: {key: round(value, 3) for key, value in row.items()}
        for name, row in ({"all": asdict(scorecard.overall)} | figures).items()
    }
    text = json.dumps(
        {"figures": rounded, "losses": sorted(j.name for j in scorecard.losses)}, ensure_ascii=False, indent=1
    )
    (content / FILE).write_text(text + "\n", "utf-8")
