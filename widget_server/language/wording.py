"""The words of some texts with their places, written once and kept with them: to mark words, nothing is analysed again.

A byte says how wide its numbers are: two bytes, or four where a text is that long. These are how many texts there are, how many
words each has, the length of the lexicon in bytes; for each word of each text its number in the lexicon, then all starts, then
all ends. The lexicon follows: the different words, folded, in UTF-8, a line each.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain
from sys import intern
from typing import Final

from widget_server.language.words import Words, placed

#: Half-open ranges of code points in the text they belong to.
Spans = tuple[tuple[int, int], ...]

#: Types of array by the bytes of a number, the narrowest first.
_KINDS: Final = {array(kind).itemsize: kind for kind in "HI"}


class Wording:
    """The words of several texts. `lexicon` has each different one once."""

    __slots__ = ("_bounds", "_ends", "_numbers", "_starts", "lexicon")

    def __init__(self, written: bytes) -> None:
        """What `write` wrote."""
        size, kind = written[0], _KINDS[written[0]]
        (texts,) = array(kind, written[1 : 1 + size])
        *counted, lexicon = array(kind, written[1 + size : 1 + size * (texts + 2)])
        self._bounds = tuple(accumulate(counted, initial=0))
        words = self._bounds[-1]
        numbers = array(kind, written[1 + size * (texts + 2) : len(written) - lexicon])
        self._numbers, self._starts, self._ends = numbers[:words], numbers[words:-words], numbers[-words:]
        # A word stands in many texts, and once in memory.
        self.lexicon = tuple(map(intern, written[len(written) - lexicon :].decode().split("\n")))

    def found(self, sought: Mapping[str, int]) -> dict[int, int]:
        """Which of the `sought` words stand in any text: their numbers in the lexicon, with what is sought for them."""
        return {number: sought[word] for number, word in enumerate(self.lexicon) if word in sought}

    def words(self, text: int) -> Sequence[int]:
        """The words of a text by their numbers in the lexicon, in reading order."""
        return self._numbers[self._bounds[text] : self._bounds[text + 1]]

    def places(self, text: int, found: Mapping[int, int]) -> Spans:
        """Where the words that were `found` stand in a text; overlapping and touching ranges are one."""
        words, first = self.words(text), self._bounds[text]
        places = [place for place, word in enumerate(words, first) if word in found]
        if len(places) == 1:
            return ((self._starts[places[0]], self._ends[places[0]]),)
        return merged([(self._starts[place], self._ends[place]) for place in places])


def write(texts: Sequence[str]) -> bytes:
    """The words of `texts`, to be read by `Wording`."""
    found = [placed(text) for text in texts]
    every = Words(*map(tuple, map(chain.from_iterable, zip(*found, strict=True)))) if found else placed("")
    lexicon = {word: number for number, word in enumerate(dict.fromkeys(every.words))}
    written = "\n".join(lexicon).encode()
    highest = max(len(written), len(every.words), len(texts), max(every.ends, default=0))
    size = next(size for size in _KINDS if highest < 1 << 8 * size)
    kind = _KINDS[size]
    head = array(kind, (len(texts), *(len(text.words) for text in found), len(written)))
    numbers = array(kind, map(lexicon.__getitem__, every.words))
    return (
        bytes((size,))
        + head.tobytes()
        + (numbers + array(kind, every.starts) + array(kind, every.ends)).tobytes()
        + written
    )


def merged(ranges: Iterable[tuple[int, int]]) -> Spans:
    """These ranges by their places, those that overlap or touch as one."""
    together: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if together and start <= together[-1][1]:
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((start, end))
    return tuple(together)
