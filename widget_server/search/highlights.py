"""Which words of a result matched, as offsets, also through inflection and compounds; and the sentence that answers.

A question knows which words of the texts it finds (`Plan.sought`), so marking compares words and analyses nothing.
"""

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Final

from widget_server.language.wording import Wording
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
    wording = face.wording
    found = wording.found(sought)
    if not found:
        return None, NONE
    in_title, in_summary = _bits(wording, _TITLE, found), _bits(wording, _SUMMARY, found)
    number = _excerpt(face, found, in_title | in_summary)
    return None if number is None else face.sentences[number], Highlights(
        title=wording.places(_TITLE, found) if in_title else (),
        summary=wording.places(_SUMMARY, found) if in_summary else (),
        excerpt=() if number is None else wording.places(_SENTENCES + number, found),
    )


def _excerpt(face: Face, found: Mapping[int, int], told: int) -> int | None:
    """The number of the sentence to show; `told` are the question's words that title and summary have."""
    if not reduce(or_, found.values()) & ~told:
        return None
    texts = range(_SENTENCES, _SENTENCES + len(face.sentences))
    news = [(_bits(face.wording, text, found) & ~told).bit_count() for text in texts]
    return news.index(max(news)) if any(news) else None


def _bits(wording: Wording, text: int, found: Mapping[int, int]) -> int:
    """The words of the question that a text holds. Few were found and many stand there, so those are looked for."""
    words, bits = wording.words(text), 0
    for number, sought in found.items():
        if number in words:
            bits |= sought
    return bits
