"""Located nodes: what a YAML file holds, each text as it was typed, each node with its place."""

from dataclasses import dataclass
from typing import NamedTuple

from widget_server.content.faults import Mark


class Scalar(NamedTuple):
    """A text, as typed: `no`, `9:30` and `0591` stay what they are. A tuple, since a corpus has a hundred thousand."""

    value: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """A group of fields, each key once."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    mark: Mark


Node = Scalar | Sequence | Mapping


def described(node: Node) -> str:
    """What `node` is, in an editor's words.

    >>> described(Sequence((), Mark()))
    'a list'
    """
    if isinstance(node, Scalar):
        return f"the text '{node.value}'" if node.value else "nothing"
    return "a list" if isinstance(node, Sequence) else "a group of fields"
