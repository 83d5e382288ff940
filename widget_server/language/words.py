"""Text -> its words alone: what an index wants, which need not know where they stand.

Most texts hold nothing but letters, blanks and the signs between sentences. Their words are read in a
sixth of the time that `tokens` takes, which sees to addresses, numbers, hyphens and accents as well. Of the texts of this
repository's content nine in ten are so plain.
"""

import re
from functools import lru_cache
from typing import Final

from widget_server.language.tokens import tokenize

_LATIN: Final = "a-z"
_CYRILLIC: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюяєії"

# A full stop or a colon with a letter behind it may be within an address.
_PLAIN: Final = re.compile(rf"(?:[{_LATIN}{_CYRILLIC}\s,;!?()«»…–]|[.:](?=\s|\Z))*+")
_WORD: Final = re.compile(rf"[{_LATIN}]+|[{_CYRILLIC}]+")

# "бiженцi" with a Latin i is one word, which `tokens` puts right.
_TWO_ALPHABETS: Final = re.compile(rf"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")

#: Contact points and regions stand in many entries; a text takes half a kilobyte.
_CACHED_TEXTS: Final = 16_384


@lru_cache(_CACHED_TEXTS)
def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, those of `tokenize`, in their order.

    >>> words("Bel de noodopvang-locatie.")
    ('bel', 'de', 'noodopvang', 'locatie', 'noodopvanglocatie')
    """
    # As `fold` levels them.
    folded = text.lower().replace("ё", "е").replace("ґ", "г")
    if _PLAIN.fullmatch(folded) and not _TWO_ALPHABETS.search(folded):
        return tuple(_WORD.findall(folded))
    return tuple([token.word for token in tokenize(text)])
