"""What an index holds -> one packed file, laid out as `segment` says."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from widget_server.engine import lexicon, packed
from widget_server.engine.arrays import Weights
from widget_server.engine.packed import Array
from widget_server.engine.postings import Contents, Postings, Record
from widget_server.engine.segment import NEVER

MAX_FIELDS: Final = 255  # a field is one byte, and 0xFF ends the range of a prefix

_KINDS: Final = (np.uint8, np.uint16, np.uint32)

_NONE: Final = np.empty(0, np.intp)


def write(contents: Contents, path: Path) -> None:
    """Pack `contents` into a new segment at `path`."""
    fields = sorted(contents.fields)
    if len(fields) > MAX_FIELDS:
        raise ValueError(f"{len(fields)} fields; a segment holds {MAX_FIELDS}")
    postings = [contents.fields[field] for field in fields]
    arrays = _terms(postings, len(contents.records)) | _records(contents.records)
    packed.write(path, arrays, {"fields": fields})


def _terms(fields: Sequence[Postings], documents: int) -> dict[str, Array]:
    """The arrays of all terms; a field has the number of its place."""
    counts = np.concatenate([_NONE, *(np.diff(postings.offsets) for postings in fields)])
    return lexicon.pack("term", list(_keys(fields))) | {
        "posting_offsets": np.concatenate(([0], counts.cumsum())).astype(np.uint32),
        "posting_numbers": _small(_joined([postings.documents for postings in fields], np.dtype(np.int32))),
        **_weights(_joined([postings.weights for postings in fields], np.dtype(np.float32))),
        "lengths": _rows([postings.lengths for postings in fields], documents),
        "masses": _rows([postings.masses() for postings in fields], documents),
    }


def _weights(weights: Weights) -> dict[str, Array]:
    """Documents differ in few weights (137 in 2.4 million postings): a byte for each instead of four."""
    values = np.unique(weights)
    return {"weight_values": values, "posting_weights": _small(values.searchsorted(weights))}


def _small(numbers: Array) -> Array:
    """The same numbers in as few bytes each as the highest needs."""
    highest = int(numbers.max(initial=0))
    return numbers.astype(next(kind for kind in _KINDS if highest <= np.iinfo(kind).max))


def _keys(fields: Sequence[Postings]) -> Iterator[bytes]:
    for number, postings in enumerate(fields):
        prefix = bytes((number,))
        yield from (prefix + term.encode() for term in postings.terms)


def _rows(rows: Sequence[Weights], documents: int) -> Weights:
    return np.array(rows, dtype=np.float32).reshape(len(rows), documents)


def _records(records: Sequence[Record]) -> dict[str, Array]:
    expires = [record.expires.toordinal() if record.expires else NEVER for record in records]
    return {
        **lexicon.pack("key", [record.key.encode() for record in records]),
        **lexicon.blobs("payload", [record.payload for record in records]),
        "expires": np.array(expires, dtype=np.int32),
        **_tags(records),
    }


def _tags(records: Sequence[Record]) -> dict[str, Array]:
    tags = sorted({tag for record in records for tag in record.tags})
    holders = [[number for number, record in enumerate(records) if tag in record.tags] for tag in tags]
    return {
        **lexicon.pack("tag_name", [tag.encode() for tag in tags]),
        "tag_offsets": lexicon.offsets([len(numbers) for numbers in holders]),
        "tag_numbers": np.array([number for numbers in holders for number in numbers], dtype=np.int32),
    }


def _joined(arrays: Sequence[Array], kind: np.dtype[Any]) -> Array:
    return np.concatenate([np.empty(0, kind), *arrays]).astype(kind, copy=False)
