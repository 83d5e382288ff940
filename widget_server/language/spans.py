"""Places in a text."""

from collections.abc import Iterable

#: Half-open ranges of code points in the text they belong to.
Spans = tuple[tuple[int, int], ...]


def merged(ranges: Iterable[tuple[int, int]]) -> Spans:
    """These ranges by their places, those that overlap or touch as one."""
    together: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if together and start <= together[-1][1]:
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((start, end))
    return tuple(together)
