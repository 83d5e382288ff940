"""The words of some texts with their places, written once and kept with them: to mark words, nothing is analysed again.

A byte says how wide its numbers are: two bytes, or four where a text is that long. These are how many texts there are and how many
words each has; then follow the digests of all words, their starts, their ends. `kernel.Wording` reads it.
"""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import Final

from widget_server.language.kernel import Sought, Wording
from widget_server.language.words import placed

__all__ = ["Sought", "Wording", "digest", "write"]

#: Types of array by the bytes of a number, the narrowest first.
_KINDS: Final = {array(kind).itemsize: kind for kind in "HI"}

#: Of a million words two are the same with a chance of 1 in 37 million.
_DIGEST_BYTES: Final = 8

#: The different words of some thousand entries.
_REMEMBERED: Final = 65_536


@lru_cache(_REMEMBERED)
def digest(word: str) -> bytes:
    """What stands for a folded word in a wording: eight bytes, never all of them 0."""
    found = blake2b(word.encode(), digest_size=_DIGEST_BYTES).digest()
    return found if any(found) else b"\1" * _DIGEST_BYTES


def write(texts: Sequence[str]) -> bytes:
    """The words of `texts`, to be read by `Wording`."""
    found = [placed(text) for text in texts]
    counts = [len(text.words) for text in found]
    ends = list(chain.from_iterable(text.ends for text in found))
    highest = max(len(texts), *counts, *ends, 0)
    size = next(size for size in _KINDS if highest < 1 << 8 * size)
    kind = _KINDS[size]
    return b"".join(
        (
            bytes((size,)),
            array(kind, (len(texts), *counts)).tobytes(),
            *(digest(word) for text in found for word in text.words),
            array(kind, chain.from_iterable(text.starts for text in found)).tobytes(),
            array(kind, ends).tobytes(),
        )
    )
