"""A fault in the content: what is wrong, where, and how it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, NamedTuple

from widget_server.content.codes import PROBLEMS, Code

#: The widest part of a source line that is shown; a paragraph on one line would wrap and lose its caret.
SHOWN_WIDTH: Final = 100
#: How much of a long line is shown before the caret.
SHOWN_BEFORE: Final = 60

#: Fewer letters than this begin too many names to mean one of them.
SHORTEST_BEGINNING: Final = 3


class Mark(NamedTuple):
    """A place in a file; `line` and `column` (in code points) count from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault; faults sort by file, line and column.

    >>> print(Fault("a.yaml", Mark(2, 7), Code.TAG, "the tag !!int", source="lang: !!int 1"))
    a.yaml:2:7: tag the tag !!int
      lang: !!int 1
            ^
      hint: take the tag away; put a text that begins with ! in quotes
    """

    file: str
    mark: Mark
    code: Code
    message: str
    source: str = ""
    hint: str = ""

    def __str__(self) -> str:
        """Render as `file:line:column: CODE message`, then the source line, a caret and a hint."""
        told = f"{self.file}:{self.mark.line}:{self.mark.column}: {self.code} {self.message}"
        hint = self.hint or PROBLEMS[self.code].mend
        return "\n".join([printable(told), *self._excerpt(), printable(f"  hint: {hint}")])

    def _excerpt(self) -> list[str]:
        if not self.source.strip():
            return []
        line, caret = _window(printable(self.source), self.mark.column - 1)
        return [f"  {line}", f"  {' ' * caret}^"]


def _window(line: str, caret: int) -> tuple[str, int]:
    if len(line) <= SHOWN_WIDTH:
        return line, caret
    start = max(0, min(caret - SHOWN_BEFORE, len(line) - SHOWN_WIDTH))
    end = start + SHOWN_WIDTH
    before = "…" if start else ""
    after = "…" if end < len(line) else ""
    return f"{before}{line[start:end]}{after}", caret - start + len(before)


def printable(text: str) -> str:
    r"""`text` with a visible stand-in for what cannot be seen, or would command the terminal that shows it.

    >>> printable("a\x1b[2Jb")
    'a�[2Jb'
    """
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A hint with the name that begins with `word`, or that looks most like it; empty when none does.

    >>> did_you_mean("takcarebnb", ["takecarebnb", "vng"]), did_you_mean("take", ["takecarebnb", "vng"])
    ('did you mean takecarebnb?', 'did you mean takecarebnb?')
    """
    known = sorted(names)
    begun = [name for name in known if len(word) >= SHORTEST_BEGINNING and name.startswith(word)]
    near = [*begun, *get_close_matches(word, known, n=1)]
    return f"did you mean {near[0]}?" if near else ""
