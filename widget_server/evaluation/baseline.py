"""The committed baseline: the figures reached so far, and the losses that are known.

A judged question that is lost and does not stand here is a regression: a reindex refuses to
publish it. The file lies beside the content (`index_data/baseline.json`), so that whoever
changes content or ranking changes it in the same commit, for all to see.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from widget_server.errors import ContentError
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
    """The baseline beside `content`; without a file no loss is known.

    Raises:
        ContentError: the file is not one that `write` wrote.
    """
    path = content / FILE
    if not path.exists():
        return Baseline(frozenset())
    try:
        losses = json.loads(path.read_text("utf-8"))["losses"]
    except (ValueError, TypeError, KeyError):
        losses = None
    if not isinstance(losses, list) or not all(isinstance(name, str) for name in losses):
        raise ContentError(
            [
                f"{path}: is no baseline; `terecht evaluate --write-baseline` writes it, git holds the one before"
            ]
        )
    return Baseline(frozenset(losses))


def write(content: Path, scorecard: Scorecard) -> None:
    """Make `scorecard` the baseline."""
    groups = scorecard.by(lambda _: "all") | scorecard.by(lambda j: j.language)
    rounded = {
        name: {key: round(value, 3) for key, value in asdict(figures).items()}
        for name, figures in groups.items()
    }
    text = json.dumps(
        {"figures": rounded, "losses": sorted(j.name for j in scorecard.losses)}, ensure_ascii=False, indent=1
    )
    (content / FILE).write_text(text + "\n", "utf-8")
