"""Documents -> a Whoosh index on disk, and back to be packed. Only whoever builds opens one.

A Whoosh index holds pickles (its table of contents, its stored fields), so that opening a crafted
one runs code: `read` is for the folder that the same run has just written, and for nothing else.
A server never comes here. No query of Whoosh's is used either; docs/decisions/0004 says why.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
from whoosh.fields import ID, STORED, FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence

from widget_server.engine.arrays import Weights
from widget_server.engine.document import Document
from widget_server.engine.postings import Contents, Posting, Record
from widget_server.engine.whoosh_codec import BlockCodec, GroupingPool, read_block

#: Told after each document: how many are done, and of how many.
Progress = Callable[[int, int], None]

# A colon keeps Whoosh's own two fields apart from those of documents, which are named like "nl.word".
_KEY: Final = ":key"
_RECORD: Final = ":record"


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


def schema(fields: Collection[str]) -> Schema:
    """The schema of an index over `fields`."""
    return Schema(
        **{_KEY: ID(stored=True, unique=True), _RECORD: STORED()}, **{field: Terms() for field in fields}
    )


def fields_of(documents: Collection[Document]) -> list[str]:
    """The fields that hold a term somewhere in `documents`, sorted."""
    return sorted({field for document in documents for field, terms in document.fields.items() if terms})


def write(documents: Collection[Document], folder: Path, progress: Progress | None = None) -> None:
    """Write an index of `documents`, whose keys are unique and whose weights are above zero, into `folder`.

    All of it is one commit. Documents stand in the order of their keys.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = FileStorage(str(folder)).create_index(schema(fields_of(documents)))
    with index.writer(codec=BlockCodec()) as writer:
        writer.pool = GroupingPool()
        for done, document in enumerate(sorted(documents, key=lambda document: document.key), start=1):
            writer.add_document(**_row(document))
            if progress is not None:
                progress(done, len(documents))


def _row(document: Document) -> dict[str, Any]:
    expires = document.expires and document.expires.toordinal()
    record = (sorted(document.tags), expires, document.payload)
    fields = {field: terms for field, terms in document.fields.items() if terms}
    return {_KEY: document.key, _RECORD: record, **fields}


def read(folder: Path, fields: Collection[str]) -> Contents:
    """All that the index in `folder`, written in this run over `fields`, holds."""
    index = FileStorage(str(folder)).open_index(schema=schema(fields))
    reader = index.reader()
    if index.is_empty():
        return Contents(records=(), lengths={}, postings=())
    return Contents(
        records=tuple(_record(stored) for _, stored in reader.iter_docs()),
        lengths={field: _lengths(reader, field) for field in fields},
        postings=_postings(reader),
    )


def _record(stored: Mapping[str, Any]) -> Record:
    tags, expires, payload = stored[_RECORD]
    day = None if expires is None else date.fromordinal(expires)
    return Record(key=stored[_KEY], tags=frozenset(tags), expires=day, payload=payload)


def _lengths(reader: Any, field: str) -> Weights:
    """As Whoosh reports them: rounded to one of 255 steps, exact up to 18, 3 % apart at 100."""
    lengths = (reader.doc_field_length(number, field) or 0 for number in range(reader.doc_count_all()))
    return np.fromiter(lengths, dtype=np.float32, count=reader.doc_count_all())


def _postings(reader: Any) -> Iterator[Posting]:
    # Whoosh's public way to postings yields one at a time, 2.8 microseconds each; blocks come whole.
    terms = reader._terms  # noqa: SLF001  no public way leads to a term's block
    for (field, term), info in terms.items():
        if field != _KEY:
            yield Posting(field, term.decode(), *read_block(terms._postfile, info))  # noqa: SLF001  as above
