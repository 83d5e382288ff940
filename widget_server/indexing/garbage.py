"""Python's search for garbage, paused while an index is made.

A reindex makes tens of millions of small objects, keeps many of them for a while and ties none of them in rings. Whenever
their number has grown by some, Python looks through all that live for rings to free: a quarter of the time of
a reindex of 2,000 entries, and nothing found. What no one refers to is freed at once, as ever.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for rings until this ends; then as it was before."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                # Takes all that was made meanwhile for old, else the next search would begin with looking through it.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
