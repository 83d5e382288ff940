"""The kernel without a compiler."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import accumulate, compress, pairwise, repeat
from operator import or_
from typing import Final

import numpy as np
from numpy.typing import NDArray

from widget_server.language.spans import Spans, merged
from widget_server.language.traits import Held, Mask

_DIGEST: Final = "Q"
_NUMBER: Final = "I"
_KINDS: Final = {array(kind).itemsize: kind for kind in "HI"}
_DIGEST_BYTES: Final = array(_DIGEST).itemsize


class Sought:
    """The words of the texts that a question finds, each with the words of the question that find it, as bits. Immutable."""

    __slots__ = ("bits",)

    def __init__(self, found: Iterable[tuple[bytes, int]]) -> None:
        """`found` are the digests of words, one after another, with the bits of who finds them."""
        self.bits: defaultdict[int, int] = defaultdict(int)
        for digests, bits in found:
            for word in array(_DIGEST, digests):
                self.bits[word] |= bits

    def __len__(self) -> int:
        """How many words these are."""
        return len(self.bits)


class Wording:
    """The words of several texts, as `wording.write` wrote them. Immutable."""

    __slots__ = ("_bounds", "_ends", "_starts", "_words")

    def __init__(self, written: bytes) -> None:
        """Raises ValueError for what `wording.write` did not write."""
        size = written[0] if written else 0
        kind = _KINDS.get(size)
        if kind is None or len(written) < 1 + size:
            raise ValueError("no wording")
        (texts,) = array(kind, written[1 : 1 + size])
        begin = 1 + size * (texts + 1)
        counts = array(kind, written[1 + size : begin]) if begin <= len(written) else array(kind)
        self._bounds = tuple(accumulate(counts, initial=0))
        words = self._bounds[-1]
        if len(written) != begin + words * (_DIGEST_BYTES + 2 * size):
            raise ValueError("a wording of another length than it tells")
        starts = begin + words * _DIGEST_BYTES
        self._words = array(_DIGEST, written[begin:starts])
        self._starts = array(kind, written[starts : starts + words * size])
        self._ends = array(kind, written[starts + words * size :])

    def bits(self, sought: Sought) -> tuple[int, ...]:
        """For each text the words of the question that find a word of it, as bits."""
        found = list(map(sought.bits.get, self._words, repeat(0)))
        return tuple(reduce(or_, found[start:end], 0) for start, end in pairwise(self._bounds))

    def places(self, text: int, sought: Sought) -> Spans:
        """Where words that are `sought` stand in a text; overlapping and touching ranges are one."""
        start, end = self._bounds[text : text + 2]
        found = compress(range(start, end), map(sought.bits.__contains__, self._words[start:end]))
        return merged([(self._starts[place], self._ends[place]) for place in found])


class Electorate:
    """Examples that vote on their answers: which these are, and how much each example holds. Immutable."""

    def __init__(
        self, names: tuple[str, ...], sizes: Sequence[float], bounds: Sequence[int], answers: Sequence[int]
    ) -> None:
        """`answers` are numbers of `names`, those of each example up to its next of `bounds`; `sizes` are what its traits are worth together."""
        self._names, self._bounds, self._answers = names, bounds, answers
        self._sizes = np.array(sizes)

    def votes(self, held: Sequence[Held], voters: int, far: float) -> dict[str, float]:
        """For each answer the votes of the `voters` examples that are most like a question whose traits are `held` so.

        An example that is less alike than `far` of the nearest has no vote.
        """
        votes: defaultdict[int, float] = defaultdict(float)
        for likeness, number in self._nearest(held, voters, far):
            start, end = self._bounds[number], self._bounds[number + 1]
            share = likeness * likeness / (end - start)
            for answer in self._answers[start:end]:
                votes[answer] += share
        return {self._names[answer]: votes[answer] for answer in sorted(votes)}

    def count(self, numbers: bytes, mask: Mask) -> int:
        """How many of the examples with these `numbers` the mask holds."""
        return int(np.count_nonzero(mask[_numbers(numbers)]))

    def _nearest(self, held: Sequence[Held], limit: int, far: float) -> Sequence[tuple[float, int]]:
        """How alike they are, falling, and their numbers; of equals the last first."""
        holding = [(worth, _numbers(numbers)) for worth, numbers in held if numbers]
        if not holding:
            return ()
        size = sum([worth for worth, _ in held])
        worths = np.array([worth for worth, _ in holding]).repeat([len(numbers) for _, numbers in holding])
        numbers = np.concatenate([numbers for _, numbers in holding])
        likeness = 2 * np.bincount(numbers, worths, len(self._sizes)) / (self._sizes + size)
        near = np.flatnonzero(likeness > far * likeness.max())
        return sorted(zip(likeness[near].tolist(), near.tolist(), strict=True), reverse=True)[:limit]


def _numbers(written: bytes) -> NDArray[np.uint32]:
    return np.frombuffer(written, np.uint32)
