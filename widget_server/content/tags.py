"""The exact labels of an entry that a search filters and ranks by; the engine keeps them without knowing them."""

from collections.abc import Iterator
from typing import Final

from widget_server.content.model import NATIONAL, Audience, Entry

#: The entry is for nobody but professionals.
PROFESSIONALS: Final = "for=professionals"

#: The entry is a municipality's own.
OWN: Final = "own"


def tags(entry: Entry) -> Iterator[str]:
    """The labels of `entry`."""
    yield f"kind={entry.kind}"
    yield from (f"audience={audience}" for audience in entry.audience)
    yield from (f"topic={topic}" for topic in entry.topics)
    if entry.audience == (Audience.PROFESSIONAL,):
        yield PROFESSIONALS
    if entry.municipality is not None:
        yield OWN
    if entry.promote is not None:
        yield promoted(entry.id, entry.municipality)


def promoted(entry_id: str, municipality: str | None) -> str:
    """The label of an entry that an editor promotes: of a municipality's own, or of a national one (None)."""
    return f"promoted={municipality or NATIONAL}/{entry_id}"
