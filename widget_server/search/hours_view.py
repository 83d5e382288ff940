"""What opening hours mean at a moment: whether it is open, and until when."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from widget_server.content import hours
from widget_server.search.page import HoursView

#: A state that lasts longer than this is not worth telling ("closed until Thursday week").
_HORIZON: Final = timedelta(days=7)


def view(syntax: str, words: str, at: datetime) -> HoursView:
    """What the OpenStreetMap hours `syntax`, told in `words`, mean at the moment `at`, which knows its zone.

    Nothing opens or closes within a minute.
    """
    return _within(syntax, words, at.replace(second=0, microsecond=0))


@lru_cache(maxsize=512)
def _within(syntax: str, words: str, at: datetime) -> HoursView:
    change, open_now = hours.next_change(syntax, at), hours.open_now(syntax, at)
    is_near = change is not None and change - at <= _HORIZON
    return HoursView(
        text=words,
        open_now=open_now,
        until=change.isoformat() if change and is_near and open_now is not None else None,
        holds_until=change if change is None or is_near else change - _HORIZON,
    )
