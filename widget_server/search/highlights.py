"""Which words of a result matched, as offsets, also through inflection and compounds; and the sentence that answers.

A question knows which words of the texts it finds (`Plan.sought`), so marking compares words and analyses nothing.
"""

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Final

from widget_server.search.cards import Face
from widget_server.search.page import Highlights

#: The texts of a wording (`content.sentences.shown`).
_TITLE: Final = 0
_SUMMARY: Final = 1
_SENTENCES: Final = 2

NONE: Final = Highlights()


def marked(face: Face, sought: Mapping[str, int]) -> tuple[str | None, Highlights]:
    """The sentence of the body that tells more of what is sought, if one does, and what to mark.

    `sought` gives each word the words of the question that find it, as bits. A sentence is worth showing when it
    has one that neither title nor summary has; the one with the most of them is chosen, the first of equals.
    """
    found = face.wording.found(sought)
    if not found:
        return None, NONE
    number = _excerpt(face, found)
    return None if number is None else face.sentences[number], Highlights(
        title=face.wording.places(_TITLE, found),
        summary=face.wording.places(_SUMMARY, found),
        excerpt=() if number is None else face.wording.places(_SENTENCES + number, found),
    )


def _excerpt(face: Face, found: Mapping[int, int]) -> int | None:
    """The number of the sentence to show."""
    told = _bits(face, _TITLE, found) | _bits(face, _SUMMARY, found)
    if not reduce(or_, found.values()) & ~told:
        return None
    news = [
        (_bits(face, _SENTENCES + number, found) & ~told).bit_count() for number in range(len(face.sentences))
    ]
    return news.index(max(news)) if any(news) else None


def _bits(face: Face, text: int, found: Mapping[int, int]) -> int:
    """The words of the question that a text holds."""
    return reduce(or_, (found.get(word, 0) for word in face.wording.words(text)), 0)
