"""The names that the files of a layer may use: its sources, topics and places, with the national ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from widget_server.content.codes import Code
from widget_server.content.faults import did_you_mean
from widget_server.content.model import Source, Translated
from widget_server.content.nodes import Scalar
from widget_server.content.yaml_file import YamlFile

Named = TypeVar("Named")

#: More names than this are not read in a hint: two lines of a terminal.
MANY: Final = 16


@dataclass(frozen=True, slots=True)
class Register(Generic[Named]):
    """Names and what they stand for. `what` says it in a message: "source"; `files` are where it gets its name.

    A register that is not `complete` (its file could not be read) reports no unknown names:
    one broken file must not show as a hundred dead references.
    """

    what: str
    files: tuple[str, ...]
    named: Mapping[str, Named]
    complete: bool = True

    def joined(self, own: "Register[Named]") -> "Register[Named]":
        """This register with a municipality's own names added."""
        named = MappingProxyType({**self.named, **own.named})
        files = (*self.files, *own.files) if own.named else self.files
        return Register(self.what, files, named, complete=self.complete and own.complete)

    def look_up(self, file: YamlFile, found: Iterable[Scalar]) -> tuple[Named, ...]:
        """What the names stand for; names that are unknown are noted in the file that uses them."""
        known = []
        for item in found:
            if item.value in self.named:
                known.append(self.named[item.value])
            elif self.complete:
                report_dead(file, item, self.what, self.named, self._hint())
        return tuple(known)

    def _hint(self) -> str:
        """Which names there are; where they are many, where they stand."""
        files = " and ".join(self.files)
        if not 0 < len(self.named) <= MANY:
            return f"the names stand in {files}"
        return f"{files} {'has' if len(self.files) == 1 else 'have'} {', '.join(self.named)}"

    def check(self, file: YamlFile, found: Iterable[Scalar]) -> tuple[str, ...]:
        """The names themselves, which must be known."""
        names = tuple(found)
        self.look_up(file, names)
        return tuple(item.value for item in names)


def report_dead(file: YamlFile, reference: Scalar, what: str, names: Iterable[str], hint: str = "") -> None:
    """Note that there is no `what` with this name, and the name that looks most like it; where none does, `hint`."""
    hint = did_you_mean(reference.value, names) or hint
    file.report(reference.mark, Code.DEAD_REFERENCE, f"there is no {what} '{reference.value}'", hint)


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """What a file of one layer is read with. `municipality` is None in the national layer."""

    sources: Register[Source]
    topics: Register[Translated]
    places: Register[Translated]
    today: date
    municipality: str | None = None

    @property
    def complete(self) -> bool:
        """Whether every file that gives names could be read."""
        return all(register.complete for register in (self.sources, self.topics, self.places))

    @cached_property
    def digest(self) -> str:
        """Changes with whatever a file is read with, but for the day."""
        registers = (self.sources, self.topics, self.places)
        named = [[*map(repr, sorted(register.named.items()))] for register in registers]
        return blake2b(repr((self.municipality, named)).encode()).hexdigest()
