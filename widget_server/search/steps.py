"""The ways a word can be understood, in the order they are tried (of beginnings `understand` tells more)."""

from enum import StrEnum


class Step(StrEnum):
    """How a word was understood; a step is taken only where those before it found nothing."""

    EXACT = "exact"
    KEYS = "keys"
    SYNONYM = "synonym"
    COMPOUND = "compound"
    PREFIX = "prefix"
    LAYOUT = "keyboard layout"
    TRANSLITERATION = "transliteration"
    SPELLING = "mixed spelling"
    TYPO = "typo"
    ELSEWHERE = "about something else"
    UNKNOWN = "unknown"
    FILLER = "asks for nothing"


#: Steps after which the reader is told "searched for …": the word typed was taken for another one.
REPAIRS = frozenset({Step.LAYOUT, Step.TRANSLITERATION, Step.SPELLING, Step.TYPO})
