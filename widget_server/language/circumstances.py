"""Words that people tell around their question: "for my grandmother", "since Tuesday", "the two of us", "from Kharkiv".

Persons, times, numbers, names, and what is said of anything (old, suddenly, to begin). Where an entry holds such a word in the
language of the page, it counts as any other. Where none does, its absence says nothing about the question, unlike that of "guitar".
"""

from functools import cache

from widget_server.language.commonness import FOLDER
from widget_server.language.folding import fold
from widget_server.language.stems import keys
from widget_server.languages import Language


@cache
def circumstances(language: Language) -> tuple[str, ...]:
    """These words of a language, folded."""
    return tuple(map(fold, (FOLDER / f"circumstances.{language}.txt").read_text("utf-8").split()))


@cache
def circumstance_keys(language: Language) -> frozenset[str]:
    """Their stem keys, of which any inflection of them has one."""
    return frozenset(key for word in circumstances(language) for key in keys(word, language))
