"""Function words and circumstances that were typed otherwise: "cbyf" on the wrong keyboard is сина, "treba" in Latin letters треба.

`repair` finds words that exist in the index, and these need not; unknown they would count as much as what a question asks for.
"""

from collections.abc import Iterator
from functools import cache

from widget_server.language import layouts
from widget_server.language.alphabets import CYRILLIC
from widget_server.language.circumstances import circumstance_keys, circumstances
from widget_server.language.folding import fold, is_cyrillic
from widget_server.language.stems import keys
from widget_server.language.stopwords import is_stopword, stopwords
from widget_server.language.transliteration import cyrillic_key, latin_keys
from widget_server.languages import Language


def is_small(word: str, language: Language) -> bool:
    """Whether the folded `word` asks for nothing in `language`."""
    return is_stopword(word, language) or not circumstance_keys(language).isdisjoint(keys(word, language))


def meant(raw: str) -> Iterator[tuple[Language, str]]:
    """The small words that `raw`, which is none itself, may stand for: those of its keys, then those of its sound.

    >>> next(meant("cbyf")), next(meant("treba"))
    (('uk', 'сина'), ('uk', 'треба'))
    """
    yield from (found for found in layouts.candidates(raw, shortest=1) if is_small(found[1], found[0]))
    sounds = (cyrillic_key(fold(raw)),) if is_cyrillic(raw) else latin_keys(raw)
    for language in CYRILLIC:
        sounding = _by_sound(language)
        yield from ((language, sounding[sound]) for sound in sounds if sound in sounding)


@cache
def _by_sound(language: Language) -> dict[str, str]:
    """The small words of a language by their sound; of those that sound alike a function word, the shortest, the first by its letters."""
    words = (
        *circumstances(language),
        *sorted(stopwords(language), key=lambda word: (len(word), word), reverse=True),
    )
    return {cyrillic_key(word): word for word in words}
