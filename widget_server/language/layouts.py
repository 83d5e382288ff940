"""A word typed with the wrong keyboard switched on -> the words its keys stand for.

"ljgjvjuf" is допомога typed on keys that were set to Latin. Keyboards: US QWERTY, Ukrainian and
Russian ЙЦУКЕН as Windows has them. Letters of these words sit on keys that are punctuation in Latin
(ж on the semicolon, б on the comma, ї on the bracket), so a word is looked at as it stands between
blanks, before it is tokenised.
"""

from collections.abc import Iterator
from typing import Final

from widget_server.language.folding import fold, is_cyrillic
from widget_server.languages import Language

_US: Final = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./\\"
_SHIFTED: Final = str.maketrans('~{}:"<>?|', "`[];',./\\")
_UKRAINIAN: Final = "'йцукенгшщзхїфівапролджєячсмитьбю.ґ"
_RUSSIAN: Final = "ёйцукенгшщзхъфывапролджэячсмитьбю.\\"

#: The languages that a layout is for, and its keys.
_Layout = tuple[tuple[Language, ...], dict[int, int]]

_MEANT_CYRILLIC: Final[tuple[_Layout, ...]] = (
    (("uk",), str.maketrans(_US, _UKRAINIAN)),
    (("ru",), str.maketrans(_US, _RUSSIAN)),
)
_MEANT_OTHERWISE: Final[tuple[_Layout, ...]] = (
    (("nl", "en"), str.maketrans(_UKRAINIAN, _US)),
    (("nl", "en"), str.maketrans(_RUSSIAN, _US)),
    (("uk",), str.maketrans("ыъэё", "іїє'")),
    (("ru",), str.maketrans("іїє'", "ыъэё")),
)

# Shorter words are real words of the other language too often.
_SHORTEST: Final = 3


def candidates(raw: str, shortest: int = _SHORTEST) -> tuple[tuple[Language, str], ...]:
    """The folded words that the keys of `raw` make on the other keyboards, each with its language; of `shortest` letters or more.

    `raw` is what stands between two blanks. Whether such a word exists is the caller's to check.

    >>> ("uk", "допомога") in candidates("ljgjvjuf"), ("nl", "opvang") in candidates("щзмфтп")
    (True, True)
    """
    found = dict.fromkeys(_candidates(raw))
    return tuple((language, word) for language, word in found if len(word) >= shortest)


def _candidates(raw: str) -> Iterator[tuple[Language, str]]:
    keys = raw.lower().translate(_SHIFTED)
    for chunk in (keys, keys.strip(".,;:/")):  # a full stop may be ю, or a full stop
        for languages, layout in _MEANT_OTHERWISE if is_cyrillic(chunk) else _MEANT_CYRILLIC:
            word = fold(chunk.translate(layout))
            if word.isalpha() and word != fold(raw):
                yield from ((language, word) for language in languages)
