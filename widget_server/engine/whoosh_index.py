"""Documents -> a Whoosh index on disk, and back to be packed. Only whoever builds opens one.

A Whoosh index holds pickles (its table of contents, its stored fields), so that opening a crafted
one runs code: `read` is for the folder that the same run has just written, and for nothing else.
A server never comes here. No query of Whoosh's is used either; docs/decisions/0004 says why.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, ID, STORED, FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence
from whoosh.util.numeric import byte_to_length

from widget_server.engine.arrays import Shares, Weights
from widget_server.engine.document import Document
from widget_server.engine.postings import Contents, Postings, Record
from widget_server.engine.progress import Counting
from widget_server.engine.whoosh_codec import BlockCodec, GroupingPool, read_blocks
from widget_server.engine.whoosh_terms import Term, terms

# A colon keeps Whoosh's own fields apart from those of documents, which are named like "nl.word".
_KEY: Final = ":key"
_RECORD: Final = ":record"
_PAYLOAD: Final = ":payload"

#: The lengths that one byte can stand for.
_STEPS: Final = np.array([byte_to_length(byte) for byte in range(256)], np.float64)

#: Weights are multiples of a hundredth at the finest; what lies behind that in a length is noise.
_DECIMALS: Final = 4


class Terms(FieldType):  # type: ignore[misc]  # Whoosh publishes no types
    """A field whose terms were made elsewhere: it takes a mapping from term to weight.

    The length of a document in this field is the sum of its weights, as BM25F wants it: Whoosh adds up
    what it takes for frequencies.
    """

    def __init__(self) -> None:
        super().__init__(format=Existence(), analyzer=None, scorable=True)

    def index(self, value: Mapping[str, float], **_: Any) -> Iterator[tuple[bytes, float, float, bytes]]:
        """For each term its bytes, its part of the length, its weight, and no positions."""
        return ((term.encode(), weight, weight, b"") for term, weight in value.items())


class WholeTerms(Terms):
    """The same for a `GroupingPool`: all terms of a document as one item, which spares Whoosh a call for each."""

    def index(self, value: Any, **_: Any) -> Iterator[tuple[bytes, float, float, Any]]:
        """One item: no bytes, the length, a weight that nobody reads, and in the place of positions the terms.

        `value` is a pair: the terms with their weights, and what part of these makes the document longer.
        """
        terms, share = value
        yield b"", sum(terms.values()) * share, 1.0, terms


def schema(fields: Collection[str], kind: type[Terms] = Terms) -> Schema:
    """The schema of an index over `fields`."""
    return Schema(
        **{_KEY: ID(stored=True, unique=True), _RECORD: STORED(), _PAYLOAD: COLUMN(VarBytesColumn())},
        **{field: kind() for field in fields},
    )


def fields_of(documents: Collection[Document]) -> list[str]:
    """The fields that hold a term somewhere in `documents`, sorted."""
    return sorted({field for document in documents for field, terms in document.fields.items() if terms})


def write(documents: Collection[Document], folder: Path, progress: Counting | None = None) -> None:
    """Write an index of `documents`, whose keys are unique and whose weights are above zero, into `folder`.

    All of it is one commit. Documents stand in the order of their keys.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = FileStorage(str(folder)).create_index(schema(fields_of(documents), WholeTerms))
    with index.writer(codec=BlockCodec()) as writer:
        writer.pool = GroupingPool()
        for done, document in enumerate(sorted(documents, key=lambda document: document.key), start=1):
            writer.add_document(**_row(document))
            if progress is not None:
                progress(done, len(documents))


def _row(document: Document) -> dict[str, Any]:
    expires = document.expires and document.expires.toordinal()
    shares = dict(document.shares)
    record = (sorted(document.tags), expires, shares)
    fields = {field: (terms, shares.get(field, 1.0)) for field, terms in document.fields.items() if terms}
    return {_KEY: document.key, _RECORD: record, _PAYLOAD: document.payload, **fields}


def read(folder: Path, fields: Collection[str]) -> Contents:
    """All that the index in `folder`, written in this run over `fields`, holds."""
    index = FileStorage(str(folder)).open_index(schema=schema(fields))
    reader = index.reader()
    if index.is_empty():
        return Contents(records=(), fields={})
    payloads = reader.column_reader(_PAYLOAD)
    records = tuple(_record(stored, payloads[number]) for number, stored in reader.iter_docs())
    found = groupby(terms(reader), key=attrgetter("field"))
    return Contents(
        records=records,
        fields={
            field: _postings(
                reader, list(own), lengths=_lengths(reader, field), shares=_shares(records, field)
            )
            for field, own in found
            if field != _KEY
        },
    )


def _record(stored: Mapping[str, Any], payload: bytes) -> Record:
    tags, expires, shares = stored[_RECORD]
    day = None if expires is None else date.fromordinal(expires)
    return Record(key=stored[_KEY], tags=frozenset(tags), expires=day, payload=payload, shares=shares)


def _lengths(reader: Any, field: str) -> Weights:
    """As Whoosh reports them: rounded as `rounded` does."""
    lengths = (reader.doc_field_length(number, field) or 0 for number in range(reader.doc_count_all()))
    return np.fromiter(lengths, dtype=np.float32, count=reader.doc_count_all())


def _shares(records: Sequence[Record], field: str) -> Shares:
    return np.array([record.shares.get(field, 1.0) for record in records], np.float64)


def rounded(lengths: NDArray[np.floating[Any]]) -> Weights:
    """`lengths` as Whoosh keeps them: up to the next of 256 steps; up to 10 these are the whole numbers, at 100 they are 4 % apart."""
    # A sum of thirds lies a hair above or below the whole number that it is.
    places = _STEPS.searchsorted(lengths.round(_DECIMALS))
    return _STEPS[np.minimum(places, len(_STEPS) - 1)].astype(np.float32)


def _postings(reader: Any, found: Sequence[Term], *, lengths: Weights, shares: Shares) -> Postings:
    counts = np.array([term.documents for term in found], np.intp)
    file = reader._terms._postfile  # noqa: SLF001  Whoosh's public way to postings yields one at a time, 2.8 microseconds each
    documents, weights = read_blocks(file, np.array([term.offset for term in found], np.intp), counts)
    return Postings(
        terms=[term.text for term in found],
        offsets=np.concatenate(([0], counts.cumsum())),
        documents=documents,
        weights=weights,
        lengths=lengths,
        shares=shares,
    )
