"""The scores of one clause in a view."""

from dataclasses import dataclass

from widget_server.engine.arrays import Weights


@dataclass(frozen=True, slots=True)
class ClauseScores:
    """For each document its score: by the anchors alone, and in full. 0 where it holds none of the terms."""

    anchored: Weights
    full: Weights

    @property
    def size(self) -> int:
        """In bytes."""
        return self.anchored.nbytes + self.full.nbytes
