"""What an index holds, term by term: the form in which Whoosh hands it over to be packed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from widget_server.engine.arrays import Numbers, Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A document without its terms."""

    key: str
    tags: frozenset[str]
    expires: date | None
    payload: bytes


@dataclass(frozen=True, slots=True)
class Posting:
    """The documents that hold a term of a field, ascending, and the weight of the term in each."""

    field: str
    term: str
    documents: Numbers
    weights: Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A whole index.

    `records` stand in the order of their keys; a document's number is its place there. `lengths`
    holds for each field the length of each document as BM25 is to see it (Whoosh rounds lengths
    to a byte). `postings` come in the order of their fields, and within a field in that of their terms.
    """

    records: tuple[Record, ...]
    lengths: Mapping[str, Weights]
    postings: Iterable[Posting]
