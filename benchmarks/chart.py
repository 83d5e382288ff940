"""Growth curves as SVG: size across, time upwards, both logarithmic; one line an engine, ours the thick one."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from pathlib import Path
from typing import Final

#: Points of a line: how many entries, and how many milliseconds.
Points = Sequence[tuple[int, float]]

_WIDTH: Final = 640
_HEIGHT: Final = 360
_LEFT: Final = 64
_RIGHT: Final = 120
_TOP: Final = 40
_BOTTOM: Final = 44

#: Okabe and Ito's colours, which people with any colour vision tell apart; the first is for the first line.
_COLOURS: Final = ("#000000", "#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")

#: Names nearer to each other than this would be unreadable.
_LINE_HEIGHT: Final = 13.0


def write(path: Path, title: str, lines: Mapping[str, Points]) -> None:
    """Draw `lines` by name, the most important first, into `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(_drawn(title, lines)) + "\n", "utf-8")


def _drawn(title: str, lines: Mapping[str, Points]) -> Iterator[str]:
    points = [point for line in lines.values() for point in line]
    across = _Axis.over([size for size, _ in points], _LEFT, _WIDTH - _RIGHT)
    upwards = _Axis.over([time for _, time in points], _HEIGHT - _BOTTOM, _TOP)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        ' font-family="sans-serif" font-size="12">'
    )
    yield f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>'
    yield f'<text x="{_LEFT}" y="20" font-size="14">{escape(title)}</text>'
    yield from _grid(across, upwards)
    places = _spread({name: upwards.at(line[-1][1]) for name, line in lines.items()})
    for number, (name, line) in enumerate(lines.items()):
        yield from _line(
            name, line, across, upwards, _COLOURS[number % len(_COLOURS)], 1.5 + 2 * (not number)
        )
        yield _label(name, across.at(line[-1][0]), places[name], _COLOURS[number % len(_COLOURS)])
    yield "</svg>"


class _Axis:
    """Powers of ten from `first` to `last`, drawn from pixel `start` to pixel `end`."""

    def __init__(self, first: int, last: int, start: float, end: float) -> None:
        self.ticks = [10.0**power for power in range(first, last + 1)]
        self._first, self._span = first, (end - start) / max(last - first, 1)
        self._start = start

    @classmethod
    def over(cls, values: Sequence[float], start: float, end: float) -> "_Axis":
        return cls(floor(log10(min(values))), ceil(log10(max(values))), start, end)

    def at(self, value: float) -> float:
        return self._start + (log10(value) - self._first) * self._span


def _grid(across: _Axis, upwards: _Axis) -> Iterator[str]:
    for tick in upwards.ticks:
        y = upwards.at(tick)
        yield f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:g} ms</text>'
    for tick in across.ticks:
        x = across.at(tick)
        yield f'<path d="M{x:.1f} {_TOP}V{_HEIGHT - _BOTTOM}" stroke="#eee"/>'
        yield f'<text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle">{tick:,.0f}</text>'
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    yield f'<text x="{middle}" y="{_HEIGHT - 8}" text-anchor="middle">entries</text>'


def _line(  # noqa: PLR0913, PLR0917  a line is drawn in a place, a colour and a width
    name: str, line: Points, across: _Axis, upwards: _Axis, colour: str, width: float
) -> Iterator[str]:
    places = [(across.at(size), upwards.at(time)) for size, time in line]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{width}"><title>{escape(name)}</title></path>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{width}" fill="{colour}"/>' for x, y in places)


def _label(name: str, x: float, y: float, colour: str) -> str:
    return f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{escape(name)}</text>'


def _spread(places: Mapping[str, float]) -> dict[str, float]:
    """The same places, moved down where two names would lie on each other."""
    spread: dict[str, float] = {}
    lowest = float("-inf")
    for name, place in sorted(places.items(), key=lambda item: item[1]):
        lowest = max(place, lowest + _LINE_HEIGHT)
        spread[name] = lowest
    return spread
