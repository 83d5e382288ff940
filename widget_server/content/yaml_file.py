"""A YAML file as an editor wrote it, with the faults found in it so far.

Faults are collected, not raised: an editor gets all of them in one run.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from widget_server.content.codes import Code
from widget_server.content.faults import Fault, Mark


@dataclass(eq=False)
class YamlFile:
    """`name` is the path that a fault shows, `text` what the file holds; `faults` grow while it is read."""

    name: str
    text: str
    faults: list[Fault] = field(default_factory=list)

    @classmethod
    def decoded(cls, name: str, content: bytes) -> "YamlFile":
        """The file with these bytes; a byte-order mark and CR LF, as Windows writes them, are no faults."""
        try:
            return cls(name, content.decode("utf-8-sig").replace("\r\n", "\n"))
        except UnicodeDecodeError as error:
            readable = cls(name, error.object.decode(errors="replace"))
            place = readable.mark(len(error.object[: error.start].decode()))
            readable.report(place, Code.NOT_UTF8, f"the byte 0x{error.object[error.start]:02X} is not UTF-8")
            return cls(name, "", readable.faults)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def mark(self, index: int) -> Mark:
        """The place of the character with this index in the text."""
        line = bisect_right(self._starts, index) - 1
        return Mark(line + 1, index - self._starts[line] + 1)

    def report(self, mark: Mark, code: Code, message: str, hint: str = "") -> None:
        """Note a fault; without a `hint` the table of codes gives one."""
        source = self.lines[mark.line - 1] if mark.line <= len(self.lines) else ""
        self.faults.append(Fault(self.name, mark, code, message, source, hint))
