"""Text -> its words and where they stand, in columns: what is written for each text when an index is made.

Most texts hold nothing but letters, blanks and the signs between sentences. Their words are read in a
tenth of the time that `tokens` takes, which sees to addresses, numbers, hyphens and accents as well. Of the texts of this
repository's content nine in ten are so plain.
"""

import re
from functools import lru_cache
from operator import add
from typing import Final, NamedTuple

from widget_server.language.tokens import tokenize

_LATIN: Final = "a-z"
_CYRILLIC: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюяєії"

# A full stop or a colon with a letter behind it may be within an address.
_SIGNS: Final = rf"[{_LATIN}{_CYRILLIC}\s,;!?()«»…–]*+"
_PLAIN: Final = re.compile(rf"{_SIGNS}(?:[.:](?=\s|\Z){_SIGNS})*+")
_WORD: Final = re.compile(rf"[{_LATIN}]+|[{_CYRILLIC}]+")

# "бiженцi" with a Latin i is one word, which `tokens` puts right.
_LATIN_LETTER: Final = re.compile(rf"[{_LATIN}]")
_CYRILLIC_LETTER: Final = re.compile(rf"[{_CYRILLIC}]")
_TWO_ALPHABETS: Final = re.compile(rf"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")

#: Contact points and regions stand in many entries; a text takes half a kilobyte.
_CACHED_TEXTS: Final = 16_384


class Words(NamedTuple):
    """The words of a text, folded, in reading order; each starts and ends at a code point."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(_CACHED_TEXTS)
def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, those of `tokenize`, in their order.

    >>> words("Bel de noodopvang-locatie.")
    ('bel', 'de', 'noodopvang', 'locatie', 'noodopvanglocatie')
    """
    plain = _plain(text)
    return tuple([token.word for token in tokenize(text)] if plain is None else _WORD.findall(plain))


def placed(text: str) -> Words:
    """The same with the places of each word.

    >>> placed("Bel de locatie")
    Words(words=('bel', 'de', 'locatie'), starts=(0, 4, 7), ends=(3, 6, 14))
    """
    plain = _plain(text)
    if plain is None:
        found = [(token.word, token.start, token.end) for token in tokenize(text)]
        return Words(*zip(*found, strict=True)) if found else Words((), (), ())
    own = tuple(_WORD.findall(plain))
    starts = tuple([match.start() for match in _WORD.finditer(plain)])
    return Words(own, starts, tuple(map(add, starts, map(len, own))))


def _plain(text: str) -> str | None:
    """`text` folded, letter by letter, if it holds nothing that takes more than that."""
    # Two of the letters that `fold` levels.
    folded = text.lower().replace("ё", "е").replace("ґ", "г")
    if not _PLAIN.fullmatch(folded):
        return None
    mixed = _LATIN_LETTER.search(folded) and _CYRILLIC_LETTER.search(folded) and _TWO_ALPHABETS.search(folded)
    return None if mixed else folded
