"""Terms that follow from other terms: derived while an index is packed, and never written to Whoosh.

Every stem and every 4-gram of a document follows from its words. Whoosh spends 10 microseconds on a
posting; of 2,000 entries in four languages half a million postings are words and two million follow from these. So
Whoosh holds the words, and a caller who knows what a word is tells once for each what it brings along.
A derived field equals one that was written to Whoosh: the weights of a term in a document add up, and lengths
are rounded as Whoosh rounds them (property test).
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from widget_server.engine import whoosh_index
from widget_server.engine.arrays import Positions, Shares
from widget_server.engine.postings import Contents, Postings

#: A field, terms in it, and what each of these weighs where their origin weighs 1.
Derived = tuple[str, Sequence[str], float]

#: A field and a term of it -> what follows from it.
Derive = Callable[[str, str], Iterable[Derived]]


def nothing(_field: str, _term: str) -> Iterable[Derived]:
    """Derives no terms."""
    return ()


def expand(contents: Contents, derive: Derive) -> Contents:
    """`contents` with the fields that follow from those in it. A field follows from one other at most."""
    derived = (found for name, origin in contents.fields.items() for found in _derived(name, origin, derive))
    return replace(contents, fields={**contents.fields, **dict(derived)})


def _derived(name: str, origin: Postings, derive: Derive) -> Iterator[tuple[str, Postings]]:
    fields: defaultdict[str, _Links] = defaultdict(_Links)
    for number, term in enumerate(origin.terms):
        for target, terms, share in derive(name, term):
            if terms:
                fields[target].add(number, terms, share)
    return ((target, links.postings(origin)) for target, links in fields.items())


@dataclass(slots=True)
class _Links:
    """Which terms of a derived field follow from which of their origin.

    `targets` has a place a link; `origins`, `counts` and `shares` say for each origin its number, how many links in
    a row are its own, and what each of these weighs. `numbers` gives terms the numbers that `targets` refers to.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    targets: "array[int]" = field(default_factory=lambda: array("q"))
    origins: "array[int]" = field(default_factory=lambda: array("q"))
    counts: "array[int]" = field(default_factory=lambda: array("q"))
    shares: "array[float]" = field(default_factory=lambda: array("d"))

    def add(self, origin: int, terms: Sequence[str], share: float) -> None:
        """Have `terms` follow from the term with the number `origin`."""
        numbers = self.numbers
        self.targets.extend([numbers.setdefault(term, len(numbers)) for term in terms])
        self.origins.append(origin)
        self.counts.append(len(terms))
        self.shares.append(share)

    def postings(self, origin: Postings) -> Postings:
        """The derived field: each link brings the postings of its origin along, and those of one term add up."""
        links = np.frombuffer(self.counts, np.int64)
        origins = np.frombuffer(self.origins, np.int64).repeat(links)
        shares = np.frombuffer(self.shares).repeat(links)
        counts = np.diff(origin.offsets)[origins]
        places = _ranges(origin.offsets[origins], counts)
        weights = origin.weights[places].astype(np.float64) * shares.repeat(counts)
        terms, ranks = _sorted(self.numbers)
        size = len(origin.lengths)
        targets = ranks[np.frombuffer(self.targets, np.int64)]
        return _summed(
            terms, targets.repeat(counts) * size + origin.documents[places], weights, origin.shares
        )


def _sorted(numbers: dict[str, int]) -> tuple[list[str], Positions]:
    """The terms in the order of their code points, and for each number its place there."""
    terms = sorted(numbers)
    ranks = np.empty(len(terms), np.intp)
    ranks[[numbers[term] for term in terms]] = np.arange(len(terms))
    return terms, ranks


def _ranges(starts: Positions, counts: Positions) -> Positions:
    """The numbers from each start on, as many as its count, one range after another."""
    before = counts.cumsum() - counts
    return np.arange(counts.sum()) + np.repeat(starts - before, counts)


def _summed(terms: Sequence[str], cells: Positions, weights: NDArray[np.float64], shares: Shares) -> Postings:
    """The field in which `weights` are added to `cells`: the number of a term times that of documents, plus a document's."""
    size = len(shares)
    order = cells.argsort(kind="stable")
    cells = cells[order]
    firsts = np.flatnonzero(np.diff(cells, prepend=-1))
    sums: NDArray[np.float64] = np.add.reduceat(weights[order], firsts)
    rows, documents = np.divmod(cells[firsts], size)
    return Postings(
        terms=terms,
        offsets=rows.searchsorted(np.arange(len(terms) + 1)),
        documents=documents.astype(np.int32),
        weights=sums.astype(np.float32),
        lengths=whoosh_index.rounded(np.bincount(documents, sums, minlength=size) * shares),
        shares=shares,
    )
