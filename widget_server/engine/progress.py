"""How a long job tells how far it is."""

from collections.abc import Callable

#: Told what is being done (a step, the name of a layer), how far it is and how much there is.
Progress = Callable[[str, int, int], None]

#: Told how many documents are written, and of how many.
Counting = Callable[[int, int], None]


def silent(_what: str, _done: int, _total: int) -> None:
    """Progress that nobody wants to see."""
