"""What a result shows of an entry's texts: the title, the summary, and one sentence of the body."""

import re
from typing import Final

from widget_server.content.model import Text

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")


def sentences(text: Text) -> tuple[str, ...]:
    """The sentences of the body, in reading order."""
    return tuple(sentence for paragraph in text.body for sentence in _SENTENCE_END.split(paragraph))


def shown(text: Text) -> tuple[str, ...]:
    """Every text in which something can be marked: the title, the summary, then each sentence of the body."""
    return text.title, text.summary, *sentences(text)
