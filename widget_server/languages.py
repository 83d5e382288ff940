"""The four languages of the product, by BCP 47 tag (Ukrainian is `uk`, never `ua`)."""

from typing import Final, Literal, TypeGuard, get_args

Language = Literal["nl", "en", "uk", "ru"]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

#: Each language by its own name, as a reader looks for it in a switch.
ENDONYMS: Final[dict[Language, str]] = {
    "nl": "Nederlands",
    "en": "English",
    "uk": "Українська",
    "ru": "Русский",
}


#: Babel's locale for each language; `en` alone is American (2:05 PM).
LOCALES: Final[dict[Language, str]] = {"nl": "nl", "en": "en_GB", "uk": "uk", "ru": "ru"}


def is_language(code: str) -> TypeGuard[Language]:
    """Whether `code` is one of the four.

    >>> is_language("uk"), is_language("ua")
    (True, False)
    """
    return code in LANGUAGES
