"""Every spelling of a word -> one spelling, for the index and for questions alike.

What is folded, and why:

* case, and Unicode's two ways to write an accent (NFC);
* apostrophes of any kind go: сім'я, сім’я, сімʼя and сімя are one word;
* U+0301, the stress mark of textbooks, and U+00AD, the soft hyphen of web pages, go;
* ё -> е and ґ -> г: most people type the plain letter;
* Latin accents go (Oekraïne, coördinator); ĳ -> ij;
* a word of two alphabets gets one: "бiженцi" typed with a Latin i looks right to its typist.

Never NFKD on Cyrillic: it would turn й into и and ї into і, which are other letters.
"""

import re
from typing import Final
from unicodedata import normalize

#: Typewriter, typographic, modifier letter, grave, acute, opening, two primes, reversed.
APOSTROPHES: Final = "'’ʼ`´‘ʹ′‛"

#: What may stand between two letters of a word without being seen: soft hyphen, zero-width signs.
INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

#: First and last of the combining marks that Latin and Cyrillic use.
COMBINING: Final = ("\u0300", "\u036f")

# Latin-1 letters to Latin Extended-B, Latin Extended Additional, ligatures, full-width letters.
_LATIN_RANGES: Final = ((0xC0, 0x24F), (0x1E00, 0x1EFF), (0xFB00, 0xFB06), (0xFF21, 0xFF5A))

# Latin letters that Unicode does not decompose.
_UNDECOMPOSED: Final = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"}

_CYRILLIC_VARIANTS: Final = {"ё": "е", "ґ": "г", "ѐ": "е", "ѝ": "и"}

# A word that needs no folding; most do not, and this check is the cheapest step there is.
_FOLDED: Final = re.compile(r"[a-z]+|[абвгдежзийклмнопрстуфхцчшщъыьэюяєії]+")

_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"[a-z]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")

# Pairs that look alike in capitals or in small letters (В and b by way of B).
_LATIN_TWINS: Final = "aceiopxyhkmtb"
_CYRILLIC_TWINS: Final = "асеіорхункмтв"
_TO_CYRILLIC: Final = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_TO_LATIN: Final = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)


def fold(text: str) -> str:
    """The one spelling of `text`; folding twice changes nothing more.

    >>> fold("Oekraïne"), fold("Сім’я"), fold("ребёнок"), fold("Бiженцi")
    ('oekraine', 'сімя', 'ребенок', 'біженці')
    """
    text = text.lower()
    if _FOLDED.fullmatch(text):
        return text
    bare = normalize("NFC", normalize("NFC", text).lower().translate(_LETTERS))
    if _LATIN.search(bare) and _CYRILLIC.search(bare):
        return _WORD.sub(_in_one_alphabet, bare)
    return bare


def is_cyrillic(text: str) -> bool:
    """Whether `text` holds a Cyrillic letter."""
    return _CYRILLIC.search(text) is not None


def _in_one_alphabet(match: re.Match[str]) -> str:
    """The matched word with its look-alikes in the alphabet of the letters that have none there."""
    word = match[0]
    if not (_LATIN.search(word) and _CYRILLIC.search(word)):
        return word
    for twins, other in ((_TO_CYRILLIC, _LATIN), (_TO_LATIN, _CYRILLIC)):
        candidate = word.translate(twins)
        if not other.search(candidate):
            return candidate
    return word


def _without_accents(letter: str) -> str:
    return "".join(part for part in normalize("NFKD", letter).lower() if not "\u0300" <= part <= "\u036f")


def _letters() -> dict[int, str]:
    latin = (code for first, last in _LATIN_RANGES for code in range(first, last + 1) if chr(code).isalpha())
    first_mark, last_mark = COMBINING
    marks = map(chr, range(ord(first_mark), ord(last_mark) + 1))
    table = {code: _without_accents(chr(code)) for code in latin}
    table |= {ord(letter): plain for letter, plain in (_UNDECOMPOSED | _CYRILLIC_VARIANTS).items()}
    return table | {ord(sign): "" for sign in (*APOSTROPHES, *INVISIBLE, *marks)}


_LETTERS: Final = _letters()
