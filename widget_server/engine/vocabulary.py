"""The words that a view can answer to: which exist, which begin like this."""

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby

from widget_server.engine.leaf import Leaf


def terms(leaves: Sequence[Leaf], field: str) -> Iterator[str]:
    """The terms of `field` in live documents, each once, in the order of their code points."""
    return (term for term, _ in groupby(merge(*(leaf.terms(field) for leaf in leaves))))


def prefix(leaves: Sequence[Leaf], field: str, text: str, limit: int) -> tuple[tuple[str, int], ...]:
    """The `limit` terms of `field` that begin with `text` and stand in the most documents, with their number.

    Equals are in the order of their code points. The largest leaf gives its own best terms only: a term that no other
    leaf holds can only be among the best if it is among those. All others are few.
    """
    largest = max(leaves, key=lambda leaf: leaf.segment.size)
    best = largest.postings.frequent(field, text, limit)
    if len(leaves) == 1:
        return tuple(best)
    counts = dict(best)
    for leaf in leaves:
        for term, frequency in leaf.postings.frequent(field, text, None) if leaf is not largest else ():
            if term not in counts:
                counts[term] = largest.postings.frequency(field, term)
            counts[term] += frequency
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit])
