"""Russian: one stem key, by Snowball's `russian`."""

from typing import Final

from Stemmer import Stemmer

_STEMMER: Final = Stemmer("russian")


def keys(word: str) -> tuple[str, ...]:
    """The stem keys of a folded word.

    >>> keys("регистрации") == keys("регистрацию")
    True
    """
    return (_STEMMER.stemWord(word),)
