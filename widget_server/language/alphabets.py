"""Which languages are written in which letters."""

from typing import Final

from widget_server.language.folding import is_cyrillic
from widget_server.languages import Language

LATIN: Final[tuple[Language, ...]] = ("nl", "en")
CYRILLIC: Final[tuple[Language, ...]] = ("uk", "ru")


def written_in(word: str) -> tuple[Language, ...]:
    """The languages that use the letters of `word`.

    >>> written_in("дім"), written_in("huis")
    (('uk', 'ru'), ('nl', 'en'))
    """
    return CYRILLIC if is_cyrillic(word) else LATIN
