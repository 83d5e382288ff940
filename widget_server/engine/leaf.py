"""A segment as a view sees it: some documents hidden or expired, all numbered from `base` on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from widget_server.engine.arrays import Mask, Positions, Shares
from widget_server.engine.kernel import Postings
from widget_server.engine.segment import Segment


@dataclass(frozen=True, slots=True)
class Leaf:
    """`live` says which documents count, None that all do; `base` is the view's number of the first."""

    segment: Segment
    base: int
    live: Mask | None
    postings: Postings

    def tagged(self, tag: str) -> Positions:
        """The documents that carry `tag`, live or not, by the view's numbers."""
        return self.segment.tagged(tag).astype(np.intp) + self.base

    def masses(self) -> Shares:
        """For each field of the segment the lengths of all live documents, summed."""
        masses = self.segment.masses if self.live is None else self.segment.masses[:, self.live]
        return np.asarray(masses.sum(axis=1, dtype=np.float64))

    def terms(self, field: str) -> Iterator[str]:
        """The terms of `field` that a live document holds, in the order of their code points."""
        span = self.segment.span(field)
        frequencies = self.segment.frequencies(span, self.live)
        for index, frequency in zip(span, frequencies.tolist(), strict=True):
            if frequency:
                yield self.segment.text(index)

    def keys(self) -> Iterator[str]:
        """The keys of the live documents, in their order."""
        numbers = range(self.segment.size) if self.live is None else np.flatnonzero(self.live).tolist()
        return map(self.segment.key, numbers)


def live(segment: Segment, hidden: Iterable[str], above: Iterable[Segment], today: date) -> Mask | None:
    """Which documents of `segment` may be shown `today`, with none of the `hidden` keys or of a key in a segment `above`; None: all."""
    shown: Mask = segment.expires >= today.toordinal()
    shown[[number for key in hidden if (number := segment.number(key)) >= 0]] = False
    for upper in above:
        shown[list(segment.keys.shared(upper.keys))] = False
    return None if shown.all() else shown
