"""The figures of a scorecard, from where the right answers stand in a list.

Relevance is binary here: an entry answers a question or it does not.
"""

from collections.abc import Collection, Sequence
from math import log2
from typing import Final

#: nDCG and MRR look at the first ten, as the published baselines do (research: evaluation, section B).
DEPTH: Final = 10


def success(found: Sequence[str], relevant: Collection[str], *, at: int) -> float:
    """1.0 when one of the first `at` is relevant; for an unanswerable question, when nothing was found.

    >>> success(["a", "b"], {"b"}, at=1), success(["a", "b"], {"b"}, at=3), success([], (), at=1)
    (0.0, 1.0, 1.0)
    """
    if not relevant:
        return float(not found)
    return float(any(key in relevant for key in found[:at]))


def reciprocal_rank(found: Sequence[str], relevant: Collection[str]) -> float:
    """One over the place of the first relevant entry; 0.0 beyond the tenth.

    >>> reciprocal_rank(["a", "b"], {"b"})
    0.5
    """
    if not relevant:
        return success(found, relevant, at=1)
    return next((1 / place for place, key in enumerate(found[:DEPTH], 1) if key in relevant), 0.0)


def ndcg(found: Sequence[str], relevant: Collection[str]) -> float:
    """Normalised discounted cumulative gain over the first ten (Järvelin & Kekäläinen 2002).

    >>> ndcg(["a", "b"], {"a"}), round(ndcg(["a", "b"], {"b"}), 3)
    (1.0, 0.631)
    """
    if not relevant:
        return success(found, relevant, at=1)
    gain = sum(1 / log2(place + 1) for place, key in enumerate(found[:DEPTH], 1) if key in relevant)
    ideal = sum(1 / log2(place + 1) for place in range(1, min(len(relevant), DEPTH) + 1))
    return gain / ideal
