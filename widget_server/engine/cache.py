"""A bounded cache that many threads use without a lock.

Two dictionaries: new things go into the young one; when it holds half of the limit it becomes the old
one, and the old one is forgotten. What is asked for again in the meantime moves to the young one. That keeps
what is used, as a least-recently-used list does, but reading changes no list, so nothing need be locked:
each step is one operation on a dictionary. Racing threads may compute a value twice or miscount by a few
entries; neither does harm.
"""

from collections.abc import Hashable
from typing import Any, Final

#: A worker's share. What falls out costs a few microseconds to look up again.
LIMIT_BYTES: Final = 16 << 20

#: What an entry costs beside its arrays: its key, its place in a dictionary, an object of some attributes.
OVERHEAD_BYTES: Final = 500


class Cache:
    """Values by key, up to `limit_bytes` of them."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._half = limit_bytes // 2
        self._young: dict[Hashable, tuple[Any, int]] = {}
        self._old: dict[Hashable, tuple[Any, int]] = {}
        self._young_bytes = 0

    def get(self, key: Hashable) -> Any:
        """The value of `key`, or None."""
        if entry := self._young.get(key):
            return entry[0]
        if entry := self._old.get(key):
            self.put(key, *entry)
            return entry[0]
        return None

    def put(self, key: Hashable, value: Any, size: int = 0) -> None:
        """Keep `value`, whose arrays take `size` bytes."""
        self._young_bytes += size + OVERHEAD_BYTES
        if self._young_bytes > self._half:
            self._old, self._young, self._young_bytes = self._young, {}, size + OVERHEAD_BYTES
        self._young[key] = value, size
