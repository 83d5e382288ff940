"""English: one stem key, by Snowball's `english` (Porter 2)."""

from typing import Final

from Stemmer import Stemmer

# Without its own cache of 10,000 words, in whose care it spends twice as long as on stemming a new one.
_STEMMER: Final = Stemmer("english", maxCacheSize=0)


def keys(word: str) -> tuple[str, ...]:
    """The stem keys of a folded word.

    >>> keys("shelters"), keys("sheltering")
    (('shelter',), ('shelter',))
    """
    return (_STEMMER.stemWord(word),)
