"""A query's terms, found in a view: where their postings stand and what one of them is worth.

Everything that scoring needs and that is the same for each question with that word. It is looked up once; the
postings are read for each question anew, since reading them is quicker than keeping their scores.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from widget_server.engine.query import Clause, WeightedTerm

#: A term that only refines is read when it stands in no more documents than this. One that stands everywhere tells least and
#: costs most. That bounds what 4-grams cost however many entries there are; the words themselves are read in full.
MOST_REFINED: Final = 256

#: Postings of a query from which on arrays are faster. The judged questions took, over the content of this repository, 0.15 ms
#: in dictionaries and 0.17 in arrays with 50 to 100 postings, 0.19 and 0.18 with 100 to 160, 0.31 and 0.19 with 200 to 300.
MOST_SPARSE: Final = 160

#: A half-open range of postings in a leaf.
Span = tuple[int, int]


class TermInfo(NamedTuple):
    """A term of a view.

    `norms` is where those of its field begin. `bounds` are for each leaf the start and the end of its `postings`, which are
    so many in all, those of hidden documents included; `frequency` is the number of live documents that hold it, `factor`
    what BM25 multiplies by.
    """

    norms: int
    bounds: tuple[int, ...]
    postings: int
    frequency: int
    factor: float

    @property
    def spans(self) -> Iterator[Span]:
        """For each leaf the half-open range of its postings."""
        return zip(self.bounds[::2], self.bounds[1::2], strict=True)


#: Tells what a view knows of a term of a field; None: no live document holds it.
Find = Callable[[str, str], TermInfo | None]


class FoundTerm(NamedTuple):
    """A term of a query with all that its scores depend on; `factor` has its weight in it."""

    info: TermInfo
    factor: float
    anchors: bool


class FoundClause:
    """A clause of a query with its terms, of which each stands in a branch; there is one branch at least.

    `postings` are those of all terms. `width` branches hold them; `branches` tells in which, where they are so few that they can
    be scored one by one. More are scored in arrays, and nobody asks for their terms again. `plain` branches have one term at most
    each, an anchor.
    """

    __slots__ = ("_columns", "branches", "plain", "postings", "size", "width")

    def __init__(self, clause: Clause, find: Find) -> None:
        """The terms of `clause` that `find` knows."""
        branches = [_found(branch, find) for branch in clause.branches] or [[]]
        terms = [term for branch in branches for term in branch]
        self.width = len(branches)
        self.postings = sum([term.info.postings for term in terms])
        #: How many terms there are.
        self.size = len(terms)
        self.plain = max(map(len, branches)) <= 1 and all(term.anchors for term in terms)
        few = self.postings <= MOST_SPARSE
        self.branches = branches if few else []
        self._columns = None if few else Columns.of(branches)

    @property
    def columns(self) -> "Columns":
        """The same in arrays, made when first asked for. Threads may race; the result is the same."""
        if self._columns is None:
            self._columns = Columns.of(self.branches)
        return self._columns


class Columns(NamedTuple):
    """The terms of a clause in arrays along which they stand.

    `table` has two rows, and two more a leaf: twice the number of the branch, and one more for an anchor; where the norms
    begin; the start and the end of the postings in each leaf.
    """

    table: NDArray[np.int64]
    factors: NDArray[np.float64]

    @classmethod
    def of(cls, branches: Sequence[Sequence[FoundTerm]]) -> Self:
        """Those of `branches`; there is a term."""
        numbered = [(row, term) for row, branch in enumerate(branches) for term in branch]
        table = [(2 * row + anchors, info.norms, *info.bounds) for row, (info, _, anchors) in numbered]
        return cls(np.array(table, np.int64).T, np.array([term.factor for _, term in numbered]))

    @classmethod
    def joined(cls, clauses: Sequence[FoundClause]) -> Self:
        """Those of all `clauses`, their branches numbered throughout."""
        numbered = zip(accumulate([clause.width for clause in clauses], initial=0), clauses, strict=False)
        found = [(first, *clause.columns) for first, clause in numbered if clause.postings]
        firsts, tables, factors = zip(*found, strict=True)
        table = np.concatenate(tables, axis=1)
        table[0] += np.repeat(firsts, list(map(len, factors))) * 2
        return cls(table, np.concatenate(factors))

    @property
    def rows(self) -> NDArray[np.int64]:
        """Twice the number of the branch, and one more for an anchor."""
        rows: NDArray[np.int64] = self.table[0]
        return rows

    @property
    def norms(self) -> NDArray[np.int64]:
        """Where the norms of the field begin."""
        norms: NDArray[np.int64] = self.table[1]
        return norms

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where the postings begin, a row a leaf."""
        return self.table[2::2]

    @property
    def ends(self) -> NDArray[np.int64]:
        """Where they end."""
        return self.table[3::2]


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
