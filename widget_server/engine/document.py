"""What the engine stores: terms with weights, and bytes it does not look into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing that can be found.

    `fields` maps a field to its terms and their weights (BM25's term frequency; a weight of 3
    counts like three occurrences). `tags` are exact labels to filter by ("audience=helper").
    After its `expires` day the document is no longer found. `payload` is opaque. `shares` are for some fields what
    part of the weight there makes the document longer, 0 to 1; the rest points to it and is no text. All, where none is given.
    """

    key: str
    fields: Mapping[str, Mapping[str, float]]
    tags: frozenset[str] = frozenset()
    expires: date | None = None
    payload: bytes = b""
    shares: Mapping[str, float] = field(default_factory=dict)
