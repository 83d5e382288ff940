"""What an editor must mend where the parser gives up: often before that place, and not what the parser names."""

import re
from itertools import islice
from typing import Any, Final, NamedTuple

import yaml

from widget_server.content.codes import Code
from widget_server.content.faults import Mark
from widget_server.content.yaml_file import YamlFile

#: How the parser calls the two kinds of text that stand in quotes.
_QUOTES: Final[frozenset[str | None]] = frozenset(("'", '"'))

#: The parser has read a text where the name of a field must stand.
_NO_COLON: Final = "could not find expected ':'"

_NAME: Final = "the name of a field ends in a colon and a space"

#: What an editor most often meant where the parser gives up, by a part of its message.
_HINTS: Final = {
    "mapping values are not allowed": "a text that holds a colon and a space must stand in quotes",
    _NO_COLON: _NAME,
    "cannot start any token": "a text that begins with @, ` or % must stand in quotes",
    "expected alphabetic or numeric": "a text that begins with *, & or % must stand in quotes",
    "entries are not allowed": "a text that begins with - and a space must stand in quotes",
    "mapping keys are not allowed": "a text that begins with ? and a space must stand in quotes",
    "node content": "a text that begins with a comma or a closing bracket must stand in quotes",
    "expected ',' or": "a list or group that opens with a bracket is not closed, or lacks a comma",
    "expected key": "fields of one group must begin in the same column",
    "expected <block end>": "fields of one group must begin in the same column",
    "expected '-' indicator": "items of one list must begin in the same column",
    "unknown escape": "within double quotes a backslash must be doubled; within single quotes it stays as it is",
}

_CLOSE: Final = (
    "close the quote where its text ends; a text with a quote in it stands between quotes of the other kind"
)

_ALSO_A_COLON: Final = f"{_NAME}; a text that holds a colon and a space must stand in quotes"
_ALSO_A_LINE: Final = f"{_NAME}; a line that goes on with the text above begins further to the right"

#: `kind:faq`, which is a text for YAML; an address (`https://…`) is one for an editor as well.
_NO_SPACE: Final = re.compile(r"\s*(?:- +)*(?P<name>[\w-]+:)[^\s/]")

#: `kind faq`: a name without its colon, or text that goes on too far to the left.
_NAME_ALONE: Final = re.compile(r" *(?:- +)*(?P<name>[\w-]+)(?:(?!: |:$).)*")

_NAME_ONLY: Final = re.compile(r"[ -]*[\w-]+")

#: What is no text where a value begins: an alias, an anchor, a tag, a block, a directive; a list or a group that closes in
#: the same line, before more.
_SIGN: Final = re.compile(
    r" *(?:- +)*(?:[^:]+: +)?(?P<value>(?P<sign>[*&!|>%@`])|(?P<open>[\[{])[^\[\]{}]*[\]}] *(?=\S))"
)

#: What the parser says of a name that comes where it is still reading the text before.
_AFTER_A_TEXT: Final = ("mapping values are not allowed", "<document start>")


class _Stop(NamedTuple):
    """Where the parser gave up, why, and where what it was reading began."""

    at: Mark
    problem: str
    began: Mark
    reading: str


class _Trouble(NamedTuple):
    """What an editor is told, and where."""

    mark: Mark
    message: str
    hint: str


def report(file: YamlFile, error: yaml.YAMLError, last: yaml.ScalarEvent | None) -> None:
    """Note why the file is not YAML; `last` is the text that the parser read last."""
    stop = _stop(error)
    trouble = (
        _missing_space(file, stop)
        or _missing_colon(file, stop)
        or _sign(file, stop)
        or _open_quote(stop)
        or _early_quote(stop, last)
        or _as_told(stop)
    )
    file.report(trouble.mark, Code.SYNTAX, trouble.message, trouble.hint)


def mark(place: Any) -> Mark:
    """The marks of libyaml and of PyYAML share no type; both count from 0."""
    return Mark(place.line + 1, place.column + 1)


def _stop(error: Any) -> _Stop:
    """Not every error has every part."""
    at, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    return _Stop(
        at=mark(at) if at else Mark(),
        problem=getattr(error, "problem", None) or str(error).partition("\n")[0],
        began=mark(began) if began else Mark(),
        reading=getattr(error, "context", None) or "",
    )


def _missing_space(file: YamlFile, stop: _Stop) -> _Trouble | None:
    """A name without a space after its colon is a text, which the parser takes to go on in the next line."""
    for number in _lines_of_text(file, stop):
        found = _NO_SPACE.match(file.lines[number - 1])
        if found:
            place = Mark(number, found.end("name") + 1)
            return _Trouble(
                place, f"a space is missing after '{found['name']}'", "put a space after the colon"
            )
    return None


def _lines_of_text(file: YamlFile, stop: _Stop) -> list[int]:
    """Where a text may stand that the parser took for more, or for less, than it is."""
    if _NO_COLON in stop.problem:
        return [stop.began.line]
    if not any(part in stop.problem for part in _AFTER_A_TEXT):
        return []
    above = (number for number in range(stop.at.line - 1, 0, -1) if _has_content(file.lines[number - 1]))
    return [stop.at.line, *islice(above, 1)]


def _missing_colon(file: YamlFile, stop: _Stop) -> _Trouble | None:
    """A name without a colon is a text too: what the parser cannot explain is the next line."""
    if _NO_COLON in stop.problem:
        return _name_alone(file, stop.began.line, _ALSO_A_LINE)
    for above in _lines_of_text(file, stop)[1:]:
        # Further to the right, or with more than a name before its colon, the next line is text itself.
        if _indent(file, above) == _indent(file, stop.at.line) and _stopped_behind_a_name(file, stop):
            return _name_alone(file, above, _ALSO_A_COLON)
    return None


def _stopped_behind_a_name(file: YamlFile, stop: _Stop) -> bool:
    return _NAME_ONLY.fullmatch(file.lines[stop.at.line - 1][: stop.at.column - 1]) is not None


def _name_alone(file: YamlFile, number: int, hint: str) -> _Trouble | None:
    found = _NAME_ALONE.fullmatch(file.lines[number - 1])
    if found is None:
        return None
    return _Trouble(Mark(number, found.end("name") + 1), f"a colon is missing after '{found['name']}'", hint)


def _indent(file: YamlFile, number: int) -> int:
    line = file.lines[number - 1]
    return len(line) - len(line.lstrip(" -"))


def _sign(file: YamlFile, stop: _Stop) -> _Trouble | None:
    """A text that opens with a sign that has a meaning of its own."""
    # At the end of a file without a line end libyaml stops in a line that is not there.
    lines = file.lines[stop.at.line - 1 :]
    found = _SIGN.match(lines[0]) if lines else None
    if found is None:
        return None
    stopped = stop.at.column - 1
    if found["sign"] and found.start("sign") <= stopped:
        sign = found["sign"]
        message = f"{sign} at the beginning of a text has a meaning of its own"
    elif found["open"] and found.end("value") == stopped:
        sign = found["open"]
        message = f"there is more text after the list or group that opens with {sign}"
    else:
        return None
    place = Mark(stop.at.line, found.start("value") + 1)
    return _Trouble(place, message, f"a text that begins with {sign} must stand in quotes")


def _has_content(line: str) -> bool:
    return line.lstrip()[:1] not in {"", "#"}


def _open_quote(stop: _Stop) -> _Trouble | None:
    """A quote that is not closed before the end of the file."""
    if "quoted scalar" in stop.reading and "found unexpected" in stop.problem:
        return _Trouble(stop.began, "the quote that opens here is not closed", _CLOSE)
    return None


def _early_quote(stop: _Stop, last: yaml.ScalarEvent | None) -> _Trouble | None:
    """A quote that is not closed ends where the next one opens: after it comes a text that cannot be there."""
    if last is None or last.style not in _QUOTES:
        return None
    opened, closed = mark(last.start_mark), mark(last.end_mark)
    if closed.line != stop.at.line or (opened.line == closed.line and "," in stop.problem):
        return None  # of two texts in a list on one line it is the comma that is missing
    return _Trouble(
        opened, f"the quote that opens here closes on line {closed.line}, before more text", _CLOSE
    )


def _as_told(stop: _Stop) -> _Trouble:
    hint = next((hint for part, hint in _HINTS.items() if part in stop.problem), "")
    return _Trouble(stop.at, stop.problem, hint)
