"""A query's terms, found in a view: where their postings stand and what one of them is worth.

Everything that scoring needs and that is the same for each question with that word. It is looked up once; the
postings are read for each question anew, since reading them is quicker than keeping their scores.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from widget_server.engine.query import Clause, WeightedTerm

#: A term that only refines is read when it stands in no more documents than this. One that stands everywhere tells least and
#: costs most: it bounds the work of a question however many entries there are.
MOST_REFINED: Final = 256

#: A half-open range of postings in a layer.
Span = tuple[int, int]


class TermInfo(NamedTuple):
    """A term of a view.

    `spans` is for each layer the half-open range of its `postings`, which are so many in all, those of hidden documents
    included; `frequency` is the number of live documents that hold it, `factor` what BM25 multiplies by, `norms`
    where those of its field begin.
    """

    spans: tuple[Span, ...]
    postings: int
    frequency: int
    factor: float
    norms: int


#: Tells what a view knows of a term of a field; None: no live document holds it.
Find = Callable[[str, str], TermInfo | None]


class FoundTerm(NamedTuple):
    """A term of a query with all that its scores depend on; `factor` has its weight in it."""

    info: TermInfo
    factor: float
    anchors: bool


class FoundClause:
    """A clause of a query; there is at least one branch. `postings` are those of all its terms."""

    __slots__ = ("_columns", "branches", "postings")

    def __init__(self, clause: Clause, find: Find) -> None:
        """The terms of `clause` that `find` knows."""
        self.branches = [_found(branch, find) for branch in clause.branches] or [[]]
        self.postings = sum([term.info.postings for branch in self.branches for term in branch])
        self._columns: Columns | None = None

    @property
    def columns(self) -> "Columns":
        """The same in arrays, made when first asked for. Threads may race; the result is the same."""
        if self._columns is None:
            self._columns = Columns.of(self)
        return self._columns


class Columns(NamedTuple):
    """The terms of a clause in arrays along which they stand.

    `rows` is twice the number of the branch, and one more for an anchor. `starts` and `ends` of postings have a row
    a layer.
    """

    rows: NDArray[np.int64]
    norms: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    factors: NDArray[np.float64]

    @classmethod
    def of(cls, clause: FoundClause) -> Self:
        """Those of `clause`, which has a posting."""
        numbered = [(row, term) for row, branch in enumerate(clause.branches) for term in branch]
        table = np.array([_row(row, term) for row, term in numbered], np.int64).T
        return cls(
            table[0], table[1], table[2::2], table[3::2], np.array([term.factor for _, term in numbered])
        )

    @classmethod
    def joined(cls, clauses: list[FoundClause]) -> Self:
        """Those of all `clauses`, their branches numbered throughout."""
        parts, first = [], 0
        for clause in clauses:
            if clause.postings:
                own = clause.columns
                parts.append(own._replace(rows=own.rows + 2 * first) if first else own)
            first += len(clause.branches)
        if len(parts) == 1:
            return cls(*parts[0])
        return cls(*(np.concatenate(part, axis=-1) for part in zip(*parts, strict=True)))


def is_read(info: TermInfo, term: WeightedTerm) -> bool:
    """Whether the postings of `term` count: of all anchors, and of what refines where it does not stand everywhere."""
    return term.anchors or info.frequency <= MOST_REFINED


def _found(branch: tuple[WeightedTerm, ...], find: Find) -> list[FoundTerm]:
    found = []
    for term in branch:
        info = find(term.field, term.term)
        if info is not None and is_read(info, term):
            found.append(FoundTerm(info, info.factor * term.weight, term.anchors))
    return found


def _row(branch: int, term: FoundTerm) -> list[Any]:
    row = [2 * branch + term.anchors, term.info.norms]
    for span in term.info.spans:
        row += span
    return row
