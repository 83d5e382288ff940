"""The words of some texts with their places, written once and kept with them: to mark words, nothing is analysed again.

It begins with unsigned numbers of four bytes: how many texts there are, how many words each has, the length of
the lexicon in bytes; for each word of each text its number in the lexicon, then all starts, then all ends. The lexicon
follows: the different words, folded, in UTF-8, a line each.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain
from sys import intern

from widget_server.language.words import Words, placed

#: Half-open ranges of code points in the text they belong to.
Spans = tuple[tuple[int, int], ...]

_SIZE = array("I").itemsize


class Wording:
    """The words of several texts. `lexicon` has each different one once."""

    __slots__ = ("_bounds", "_ends", "_numbers", "_starts", "lexicon")

    def __init__(self, written: bytes) -> None:
        """What `write` wrote."""
        texts = array("I", written[:_SIZE])[0]
        counts = array("I", written[_SIZE : _SIZE * (texts + 2)])
        *counted, lexicon = counts
        self._bounds = tuple(accumulate(counted, initial=0))
        words = self._bounds[-1]
        numbers = array("I", written[_SIZE * (texts + 2) : len(written) - lexicon])
        self._numbers, self._starts, self._ends = numbers[:words], numbers[words:-words], numbers[-words:]
        # The same words stand in thousands of texts.
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
    head = array("I", (len(texts), *(len(text.words) for text in found), len(written)))
    numbers = array("I", map(lexicon.__getitem__, every.words))
    return head.tobytes() + (numbers + array("I", every.starts) + array("I", every.ends)).tobytes() + written


def merged(ranges: Iterable[tuple[int, int]]) -> Spans:
    """These ranges by their places, those that overlap or touch as one."""
    together: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if together and start <= together[-1][1]:
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((start, end))
    return tuple(together)
