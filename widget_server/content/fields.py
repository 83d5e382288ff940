"""The fields of one group: which must be there, which may, and their values as located texts.

A value that is wrong is noted in the file, and something harmless comes back in its place, so
that reading goes on and all faults come in one run. What was read from a file with faults is
never used.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from widget_server.content.codes import Code
from widget_server.content.faults import Mark, did_you_mean
from widget_server.content.nodes import Mapping, Node, Scalar, described
from widget_server.content.nodes import Sequence as ListNode
from widget_server.content.yaml_file import YamlFile

# A no-break space stays: it keeps "14 0591" on one line.
_WHITE_SPACE: Final = re.compile(r"[ \n]+")

_PLAIN: Final = re.compile(r"\w[\w,./ -]*")


class Codes(NamedTuple):
    """How a fault in a group is called: a name that nothing reads, a field that is not there."""

    unknown: Code
    missing: Code


FIELD_CODES: Final = Codes(Code.UNKNOWN_FIELD, Code.MISSING_FIELD)
LANGUAGE_CODES: Final = Codes(Code.UNKNOWN_LANGUAGE, Code.MISSING_TRANSLATION)
TEXT_CODES: Final = Codes(Code.UNKNOWN_FIELD, Code.MISSING_TRANSLATION)


def _in_brackets(node: Node) -> str:
    """How to write the list of names that was meant; a text that holds a sign of YAML's own is no example."""
    example = node.value if isinstance(node, Scalar) and _PLAIN.fullmatch(node.value) else "a, b"
    return f"write it as a list: [{example}]"


def _on_lines(_: Node) -> str:
    """How to write a list of sentences: in brackets each would be split at its commas."""
    return "write it as a list: each item on a line of its own, after `- `"


class Fields:
    """The fields of the group at `node`, checked against the names that are known."""

    def __init__(
        self,
        file: YamlFile,
        node: Node,
        *,
        required: Sequence[str] = (),
        optional: Sequence[str] = (),
        codes: Codes = FIELD_CODES,
    ) -> None:
        self.file = file
        self.mark = node.mark
        self._nodes: dict[str, Node] = {}
        known = (*required, *optional)
        for key, value in pairs(file, node):
            if key.value in known:
                self._nodes[key.value] = value
            else:
                hint = f"known here: {', '.join(known)}" if codes.unknown is Code.UNKNOWN_FIELD else ""
                file.report(key.mark, codes.unknown, f"'{key.value}'", did_you_mean(key.value, known) or hint)
        for name in required if isinstance(node, Mapping) else ():
            if name not in self._nodes:
                file.report(self.mark, codes.missing, f"'{name}' is not there")

    def __contains__(self, name: str) -> bool:
        """Whether the field is there, empty or not."""
        return name in self._nodes

    def node(self, name: str) -> Node | None:
        """The value of a field as it stands; None when it is not there."""
        return self._nodes.get(name)

    def mark_of(self, name: str) -> Mark:
        """Where the value of a field stands; the group's own place when it is not there."""
        return self._nodes[name].mark if name in self else self.mark

    def scalar(self, name: str) -> Scalar | None:
        """The text of a field with its place; None when it is not there or no text."""
        node = self._nodes.get(name)
        return None if node is None else scalar(self.file, node)

    def text(self, name: str) -> str:
        """The text of a field, on one line; empty when it is not there."""
        found = self.scalar(name)
        return found.value if found else ""

    def scalars(
        self, name: str, *, may_be_empty: bool = False, as_list: Callable[[Node], str] = _in_brackets
    ) -> tuple[Scalar, ...]:
        """The texts of a list, each once, with their places; `as_list` tells how to write what is no list."""
        node = self._nodes.get(name)
        if node is None:
            return ()
        found = distinct(self.file, scalars(self.file, node, as_list))
        if isinstance(node, ListNode) and not node.items and not may_be_empty:
            self.file.report(node.mark, Code.EMPTY_VALUE, f"'{name}' is an empty list")
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a list, each once."""
        return tuple(found.value for found in self.scalars(name))

    def paragraphs(self, name: str) -> tuple[str, ...]:
        """The texts of a list of paragraphs, each once."""
        return tuple(found.value for found in self.scalars(name, as_list=_on_lines))


def pairs(file: YamlFile, node: Node) -> Iterator[tuple[Scalar, Node]]:
    """The fields of `node`, which must be a group."""
    if isinstance(node, Mapping):
        yield from node.pairs
    else:
        file.report(node.mark, Code.WRONG_SHAPE, f"a group of fields is expected, this is {described(node)}")


def items(file: YamlFile, node: Node, as_list: Callable[[Node], str] = _on_lines) -> Iterator[Node]:
    """The items of `node`, which must be a list; `as_list` tells how to write what is none."""
    if isinstance(node, ListNode):
        yield from node.items
    else:
        message = f"a list is expected, this is {described(node)}"
        file.report(node.mark, Code.WRONG_SHAPE, message, as_list(node))


def scalar(file: YamlFile, node: Node) -> Scalar | None:
    """The text at `node`, its lines joined; None when it is empty or no text."""
    if not isinstance(node, Scalar):
        file.report(node.mark, Code.WRONG_SHAPE, f"a text is expected, this is {described(node)}")
        return None
    text = _WHITE_SPACE.sub(" ", node.value).strip()
    if not text:
        file.report(node.mark, Code.EMPTY_VALUE, "there is no text here")
        return None
    return Scalar(text, node.mark)


def scalars(file: YamlFile, node: Node, as_list: Callable[[Node], str] = _on_lines) -> tuple[Scalar, ...]:
    """The texts in the list at `node`, as `items` finds them."""
    return tuple(found for item in items(file, node, as_list) if (found := scalar(file, item)))


def distinct(file: YamlFile, found: tuple[Scalar, ...]) -> tuple[Scalar, ...]:
    """`found` without those that stand in it twice, which are noted."""
    seen: dict[str, Scalar] = {}
    for item in found:
        if item.value in seen:
            file.report(item.mark, Code.REPEATED_VALUE, f"'{item.value}' stands in the list already")
        seen.setdefault(item.value, item)
    return tuple(seen.values())
