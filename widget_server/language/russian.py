"""Russian: one stem key, by Snowball's `russian`."""

from typing import Final

from Stemmer import Stemmer

# Without its own cache of 10,000 words, in whose care it spends twice as long as on stemming a new one.
_STEMMER: Final = Stemmer("russian", maxCacheSize=0)


def keys(word: str) -> tuple[str, ...]:
    """The stem keys of a folded word.

    >>> keys("регистрации") == keys("регистрацию")
    True
    """
    return (_STEMMER.stemWord(word),)
