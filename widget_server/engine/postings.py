"""What an index holds, field by field: the form in which Whoosh hands it over to be packed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from widget_server.engine.arrays import Numbers, Positions, Shares, Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A document without its terms."""

    key: str
    tags: frozenset[str]
    expires: date | None
    payload: bytes
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Everything in one field.

    `terms` stand in the order of their code points. Term i is held by `documents[offsets[i]:offsets[i + 1]]`,
    ascending, with the weight in the same place of `weights`. `lengths` and `shares` have one number a document: its
    length as BM25 is to see it (Whoosh rounds lengths to a byte), and what part of its weight made it so long.
    """

    terms: Sequence[str]
    offsets: Positions
    documents: Numbers
    weights: Weights
    lengths: Weights
    shares: Shares

    def masses(self) -> Weights:
        """The exact length of each document."""
        sums = np.bincount(self.documents, self.weights, minlength=len(self.lengths))
        return (sums * self.shares).astype(np.float32)

    def __iter__(self) -> Iterator[tuple[str, Numbers, Weights]]:
        """Each term with its documents and its weight in each."""
        for number, term in enumerate(self.terms):
            own = slice(self.offsets[number], self.offsets[number + 1])
            yield term, self.documents[own], self.weights[own]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A whole index.

    `records` stand in the order of their keys; a document's number is its place there. `fields` has what each
    field holds.
    """

    records: tuple[Record, ...]
    fields: Mapping[str, Postings]
