"""Ukrainian and Russian typed in Latin letters, by a coarse key of how a word sounds.

People type допомога as dopomoga, dopomoha or dopomokha, by the rules of passports, of chats, or by none;
there are a dozen standards and nobody follows one. So Cyrillic is not guessed: both sides get a key in
which every choice that people make differently is levelled (г, ґ, х: g, h, kh, x; и, і, ї, й: i, y, j; е, є, ё, э:
e, ye, yo; щ: shch, sch, sh), and a word is found by its key among words that exist. Before its misses
were looked at, this found 25 of 25 Ukrainian and 21 of 24 Russian words of
tests/language/tables/latin-held-out.txt; the libraries for the task found 9 to 22 of each.

The key of a Cyrillic word also levels what mixes Ukrainian with Russian spelling: и/і, е/є, г/ґ.
"""

import re
from collections.abc import Collection
from typing import Final

import numpy as np
from numpy.typing import NDArray

# One capital for each sound that Latin needs several letters for: Z zh, C ts, Q ch, S sh and shch.
_CYRILLIC_SOUNDS: Final = str.maketrans(
    dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщюяёыэ", "abvggdeeZziiiiklmnoprstufgCQSSuaeie", strict=True))
    | dict.fromkeys("ьъ'", "")
)

#: The same by code point, for all letters up to the last of Cyrillic; `_SILENT` where there is no sound.
_SILENT: Final = 0
_SOUND_CODES: Final = np.array(
    [ord(chr(code).translate(_CYRILLIC_SOUNDS) or chr(_SILENT)) for code in range(0x500)], np.uint32
)

_LATIN_SOUNDS: Final = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        ("shch|sch|stch|szcz|shh", "S"),
        ("sh|sz", "S"),
        ("zh|zj", "Z"),
        ("kh", "g"),
        ("tch|ch|tsj", "Q"),
        ("ts|tz", "C"),
        ("x|h", "g"),
        ("c(?=[iey])", "C"),
        ("c|q", "k"),
        ("w", "v"),
        ("iy|ij|yj|yi|ji|yy|ii", "i"),
        ("jo|yo|io", "e"),
        ("[jyi](?=[aeu])", ""),
        ("[jy]", "i"),
        ("['’ʼ`]", ""),
    )
)

# Letters that are read in another way when the usual way makes no word.
_OTHER_READINGS: Final = (
    (re.compile("j", re.IGNORECASE), "zh"),  # as in French: jivotnie
    (re.compile("c(?!h)", re.IGNORECASE), "ts"),  # as in Polish and Czech: bolnica
    (re.compile("sch", re.IGNORECASE), "s'ch"),  # two sounds, not щ: schet
)
_SOFT_BEFORE_VOWEL: Final = re.compile("i(?=[aeu])")
_SOFTENED: Final = np.array([ord(vowel) for vowel in "aeu"], np.uint32)
_REPEATED: Final = re.compile(r"(.)\1+")


def cyrillic_key(word: str) -> str:
    """How a folded Cyrillic word sounds, roughly.

    >>> cyrillic_key("житло"), cyrillic_key("щеплення")
    ('Zitlo', 'Seplena')
    """
    sounds = _once(word.translate(_CYRILLIC_SOUNDS))
    softened = _SOFT_BEFORE_VOWEL.sub("", sounds)
    return sounds if softened == sounds else _once(softened)


def cyrillic_keys(words: Collection[str]) -> list[str]:
    """The key of each of `words`, which hold no line end: those of a whole language in a few strokes.

    >>> cyrillic_keys(["житло", "щеплення"])
    ['Zitlo', 'Seplena']
    """
    if not words:
        return []
    letters = np.frombuffer("\n".join(words).encode("utf-32-le", "surrogatepass"), "<u4")
    sounds = np.where(letters < len(_SOUND_CODES), _SOUND_CODES[letters % len(_SOUND_CODES)], letters)
    codes = _once_each(sounds[sounds != _SILENT])
    softening = (codes[:-1] == ord("i")) & np.isin(codes[1:], _SOFTENED)
    codes = _once_each(np.delete(codes, softening.nonzero()[0]))
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass").split("\n")


def _once_each(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """What `_once` does to each line of code points."""
    repeated = (codes[1:] == codes[:-1]) & (codes[1:] != ord("\n"))
    return np.delete(codes, repeated.nonzero()[0] + 1)


def latin_keys(raw: str) -> tuple[str, ...]:
    """How a word in Latin letters may sound in Ukrainian or Russian: the likely way first.

    >>> latin_keys("zhytlo"), latin_keys("bolnica")
    (('Zitlo',), ('bolnika', 'bolniCa'))
    """
    spellings = (raw, *(letters.sub(other, raw) for letters, other in _OTHER_READINGS))
    return tuple(dict.fromkeys(map(latin_key, spellings)))


def latin_key(raw: str) -> str:
    """How a word in Latin letters sounds when j is read as in Dutch."""
    word = raw.lower()
    for letters, sound in _LATIN_SOUNDS:
        word = letters.sub(sound, word)
    return _once(word)


def _once(sounds: str) -> str:
    return _REPEATED.sub(r"\1", sounds) if _REPEATED.search(sounds) else sounds
