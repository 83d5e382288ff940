"""The scores of one clause in a view: as dictionaries while there are few, as arrays when there are many."""

from dataclasses import dataclass

import numpy as np

from widget_server.engine.arrays import Weights
from widget_server.engine.term_scores import PAIR_BYTES, Pairs


@dataclass(frozen=True, slots=True)
class DenseScores:
    """For each document its score: by the anchors alone, and in full. 0 where it holds none of the terms."""

    anchored: Weights
    full: Weights

    @property
    def size(self) -> int:
        """In bytes."""
        return self.anchored.nbytes + self.full.nbytes


@dataclass(frozen=True, slots=True)
class SparseScores:
    """The same for the documents that hold one of the terms. They are one object where nothing but anchors counts."""

    anchored: Pairs
    full: Pairs

    @property
    def size(self) -> int:
        """In bytes."""
        return PAIR_BYTES * (len(self.anchored) + len(self.full))

    def dense(self, documents: int) -> DenseScores:
        """The same as arrays over so many documents."""
        return DenseScores(_array(self.anchored, documents), _array(self.full, documents))


ClauseScores = DenseScores | SparseScores


def _array(pairs: Pairs, documents: int) -> Weights:
    scores = np.zeros(documents, np.float32)
    scores[list(pairs)] = list(pairs.values())
    return scores
