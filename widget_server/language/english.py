"""English: one stem key, by Snowball's `english` (Porter 2)."""

from typing import Final

from Stemmer import Stemmer

_STEMMER: Final = Stemmer("english")


def keys(word: str) -> tuple[str, ...]:
    """The stem keys of a folded word.

    >>> keys("shelters"), keys("sheltering")
    (('shelter',), ('shelter',))
    """
    return (_STEMMER.stemWord(word),)
