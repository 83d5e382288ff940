"""Files of JSON lines, each an object with known keys; all faults of all lines are told at once."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from widget_server.errors import ContentError, UnknownError

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a key takes: in words, and whether a value is that."""

    name: str
    is_of: Callable[[object], bool]


def _is_text(value: object) -> bool:
    """Whether it is a text that can be written as UTF-8: half of a surrogate pair is JSON, but no text."""
    return isinstance(value, str) and value == value.encode(errors="ignore").decode()


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


TEXT: Final = Shape("a text", _is_text)
TEXTS: Final = Shape("a list of texts", _are_texts)

#: The keys that each line must hold; it may hold others.
Keys = Mapping[str, Shape]


def read(files: Mapping[Path, Keys]) -> list[list[Row]]:
    """The objects in each of `files`.

    Raises:
        UnknownError: a file is missing, or cannot be read.
        ContentError: lines are no such objects.
    """
    faults: list[str] = []
    rows = [list(_rows(path, keys, faults)) for path, keys in files.items()]
    if faults:
        raise ContentError(faults)
    return rows


def _rows(path: Path, keys: Keys, faults: list[str]) -> Iterator[Row]:
    """The objects in the file at `path`; what is wrong with them is added to `faults`."""
    for number, line in enumerate(_lines(path), 1):
        row, found = _row(line, keys)
        faults += [f"{path}:{number}:{fault}" for fault in found]
        yield row


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except FileNotFoundError as error:
        raise UnknownError(f"{path} is missing") from error
    except OSError as error:
        raise UnknownError(f"{path} cannot be read: {error.strerror}") from error


def _row(line: bytes, keys: Keys) -> tuple[Row, list[str]]:
    """The object in `line`, and its faults, each behind its column."""
    try:
        row = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return {}, [f"{error.start + 1}: byte {line[error.start]:#x} is not UTF-8"]
    except json.JSONDecodeError as error:
        return {}, [f"{error.colno}: {error.msg}; a line takes one JSON object"]
    except (ValueError, RecursionError):
        return {}, ["1: holds a number of too many digits, or too many brackets within each other"]
    if not isinstance(row, dict):
        return {}, [f"1: is {_shown(row)}; a line takes an object with {', '.join(keys)}"]
    return row, [f"1: {fault}" for fault in _faults(row, keys)]


def _faults(row: Row, keys: Keys) -> Iterator[str]:
    for name, shape in keys.items():
        if name not in row:
            yield f"{name} is missing; it takes {shape.name}"
        elif not shape.is_of(row[name]):
            yield f"{name} is {_shown(row[name])}; it takes {shape.name}"


def _shown(value: object) -> str:
    """The beginning of `value`, as it is written."""
    written = json.dumps(value)
    return written if len(written) <= 40 else f"{written[:40]}…"  # noqa: PLR2004  enough to recognise it by
