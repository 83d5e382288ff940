"""A segment as a view sees it: some documents hidden or expired, all numbered from `base` on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from widget_server.engine.arrays import Mask, Positions, Weights
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

    def mass(self, field: str) -> float:
        """The lengths of all live documents in `field`, summed."""
        number = self.segment.fields.get(field)
        if number is None:
            return 0.0
        masses = self.segment.masses[number]
        return float((masses if self.live is None else masses[self.live]).sum(dtype=np.float64))

    def lengths(self, field: str) -> Weights:
        """The length of each document in `field`, as BM25 sees it; infinite for one that is not live."""
        number = self.segment.fields.get(field)
        if number is None:
            return np.zeros(self.segment.size, np.float32)
        lengths = self.segment.lengths[number]
        return lengths if self.live is None else np.where(self.live, lengths, np.float32(np.inf))

    def terms(self, field: str) -> Iterator[str]:
        """The terms of `field` that a live document holds, in the order of their code points."""
        span = self.segment.span(field)
        frequencies = self.segment.frequencies(span, self.live)
        for index, frequency in zip(span, frequencies.tolist(), strict=True):
            if frequency:
                yield self.segment.text(index)

    def keys(self) -> Iterator[str]:
        """The keys of the live documents, in their order."""
        return (self.segment.key(number) for number in range(self.segment.size) if self.holds(number))

    def holds(self, number: int) -> bool:
        """Whether the document with this number in the segment is live; -1 is none."""
        return number >= 0 and (self.live is None or bool(self.live[number]))


def live(segment: Segment, hidden: Iterable[str], today: date) -> Mask | None:
    """Which documents of `segment` are not among the `hidden` keys and may be shown `today`; None: all."""
    shown: Mask = segment.expires >= today.toordinal()
    for key in hidden:
        number = segment.number(key)
        if number >= 0:
            shown[number] = False
    return None if shown.all() else shown
