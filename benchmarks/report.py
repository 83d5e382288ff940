"""Tables for people, files for the next run."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks import machine

RESULTS: Final = Path(__file__).parent / "results"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown, its columns aligned for a terminal."""
    cells = [list(head), *([_shown(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [_line(row, widths) for row in cells]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"


def _shown(cell: object) -> str:
    if cell is None:
        return "–"
    return (
        f"{cell:.3g}"
        if isinstance(cell, float) and abs(cell) < 100
        else f"{cell:,.0f}"
        if isinstance(cell, float)
        else str(cell)
    )


def show(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table under its title."""
    print(f"\n{title}\n\n{table(head, rows)}", flush=True)


def save(name: str, figures: dict[str, Any]) -> None:
    """Write `figures` with the machine they were measured on."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps({"machine": machine.about(), **figures}, ensure_ascii=False, indent=1)
    (RESULTS / f"{name}.json").write_text(text + "\n", "utf-8")


def read(name: str) -> dict[str, Any] | None:
    """What an earlier run saved; None when there was none."""
    path = RESULTS / f"{name}.json"
    found: dict[str, Any] | None = json.loads(path.read_text("utf-8")) if path.exists() else None
    return found
