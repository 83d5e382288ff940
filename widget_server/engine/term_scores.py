"""The scores of one term in a view, in the form that is added up fastest."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from widget_server.engine.arrays import Positions, Weights

#: A term in more than one of so many documents is kept as one score a document: adding two arrays of 2,000
#: numbers takes 0.5 microseconds, adding 250 scores to their places takes 1.5 (at 20,000: 3 and 5).
DENSE_FROM: Final = 8


@dataclass(frozen=True, slots=True)
class SparseScores:
    """The documents that hold the term, ascending, and the score of each."""

    positions: Positions
    scores: Weights

    @property
    def size(self) -> int:
        """In bytes."""
        return self.positions.nbytes + self.scores.nbytes

    def add_to(self, totals: Weights, weight: float) -> None:
        """Add the scores, times `weight`, to those of all documents."""
        np.add.at(totals, self.positions, self.scores if weight == 1.0 else self.scores * weight)

    def of(self, position: int) -> float:
        """The score of one document; 0 where it does not hold the term."""
        place = int(self.positions.searchsorted(position))
        held = place < len(self.positions) and self.positions[place] == position
        return float(self.scores[place]) if held else 0.0


@dataclass(frozen=True, slots=True)
class DenseScores:
    """The score of each document, 0 where it does not hold the term."""

    scores: Weights

    @property
    def size(self) -> int:
        """In bytes."""
        return self.scores.nbytes

    def add_to(self, totals: Weights, weight: float) -> None:
        """Add the scores, times `weight`, to those of all documents."""
        np.add(totals, self.scores if weight == 1.0 else self.scores * weight, out=totals)

    def of(self, position: int) -> float:
        """The score of one document; 0 where it does not hold the term."""
        return float(self.scores[position])


TermScores = SparseScores | DenseScores


def term_scores(positions: Positions, scores: Weights, documents: int) -> TermScores:
    """The scores of a term in a view of so many documents."""
    if len(positions) * DENSE_FROM <= documents:
        return SparseScores(positions, scores)
    dense = np.zeros(documents, np.float32)
    dense[positions] = scores
    return DenseScores(dense)
