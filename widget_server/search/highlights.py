"""Which words of a result matched, as offsets, also through inflection and compounds; and the sentence that answers.

A question knows which words of the texts it finds (`Plan.sought`), so marking compares words and analyses nothing.
"""

from collections.abc import Sequence
from typing import Final

from widget_server.language.wording import Sought
from widget_server.search.cards import Face
from widget_server.search.page import Highlights

#: The texts of a wording (`content.sentences.shown`).
_TITLE: Final = 0
_SUMMARY: Final = 1
_SENTENCES: Final = 2

NONE: Final = Highlights()


def marked(face: Face, sought: Sought) -> tuple[str | None, Highlights]:
    """The sentence of the body that tells more of what is sought, if one does, and what to mark.

    A sentence is worth showing when it has a word of the question that neither title nor summary has; the one with the most of them
    is chosen, the first of equals.
    """
    in_title, in_summary, *in_sentences = face.wording.bits(sought)
    number = _excerpt(in_sentences, in_title | in_summary)
    return None if number is None else face.sentences[number], Highlights(
        title=face.wording.places(_TITLE, sought) if in_title else (),
        summary=face.wording.places(_SUMMARY, sought) if in_summary else (),
        excerpt=() if number is None else face.wording.places(_SENTENCES + number, sought),
    )


def _excerpt(told: Sequence[int], before: int) -> int | None:
    """The number of the sentence to show: what of the question is `told` in each, and what in title and summary `before`."""
    news = [(bits & ~before).bit_count() for bits in told]
    return news.index(max(news)) if any(news) else None
