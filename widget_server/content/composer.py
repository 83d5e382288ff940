"""A YAML file -> located nodes, with everything that is wrong with its characters and its YAML.

Built from parser events rather than by `yaml.compose`: events keep anchors and tags with their
places, survive an unknown alias, and need no recursion, which a file full of brackets would
exhaust. YAML's types are never resolved, so every scalar stays text.
"""

import re
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from widget_server.content import characters, syntax
from widget_server.content.codes import Code
from widget_server.content.faults import Mark
from widget_server.content.nodes import Mapping, Node, Scalar, Sequence
from widget_server.content.syntax import mark
from widget_server.content.yaml_file import YamlFile

#: libyaml's parser where PyYAML was built with it (about ten times faster), else the same in Python.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: "Kamer #1": a comment for YAML, part of the text for who wrote it. A comment that is meant has a space behind its sign.
_LIKE_TEXT: Final = re.compile(r" +(?P<comment>#\w\S*)")


def compose(file: YamlFile) -> Node | None:
    """The root of `file`; None when it cannot be read. What is wrong is noted in the file."""
    if file.faults:
        return None
    builder = _Builder(file)
    try:
        for event in yaml.parse(_checked(file), Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        syntax.report(file, error, builder.last)
        return None
    if builder.root is None:
        file.report(Mark(), Code.EMPTY_FILE, "there is nothing in it")
    return builder.root


def _checked(file: YamlFile) -> str:
    """The text, each harmful character noted and replaced by a space, so that the rest can be read."""
    harmful = list(characters.harmful(file.text))
    for index, char, code in harmful:
        file.report(file.mark(index), code, characters.described(char))
    composed = characters.decomposed(file.text) is None
    for number, line in enumerate(() if composed else file.lines, start=1):
        column = characters.decomposed(line)
        if column is not None:
            file.report(Mark(number, column + 1), Code.NOT_COMPOSED, "a letter and its accent are apart")
    return file.text.translate({ord(char): " " for _, char, _ in harmful}) if harmful else file.text


def _span(event: Any) -> tuple[int, int]:
    """Where an event begins and ends, as indexes into the text."""
    return event.start_mark.index, event.end_mark.index


@dataclass(slots=True)
class _Open:
    """A list or group whose end has not come yet."""

    mark: Mark
    is_mapping: bool
    children: list[Node] = field(default_factory=list)


class _Builder:
    """Takes events one by one; `root` is the finished tree, `last` the text that came last."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.root: Node | None = None
        self.last: yaml.ScalarEvent | None = None
        self._open: list[_Open] = []
        self._documents = 0
        # What the file does not hold, no scalar holds: most files are seen through in one stroke.
        self._has_comments_like_text = _LIKE_TEXT.search(file.text) is not None
        self._has_suspects = "\\" in file.text or any(characters.broken_words(file.text))

    def take(self, event: yaml.Event) -> None:
        """Add what `event` says to the tree; documents after the first are not read."""
        if isinstance(event, yaml.ScalarEvent):  # nearly all of them
            self._scalar(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._begin_document(event)
        elif self._documents > 1:
            return
        elif isinstance(event, yaml.AliasEvent):
            self._report(event, Code.ALIAS, f"the alias *{event.anchor}")
            self._add(Scalar(f"*{event.anchor}", mark(event.start_mark)))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_properties(event)
            self._open.append(_Open(mark(event.start_mark), isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(self._open.pop())

    def _begin_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents == 2:  # noqa: PLR2004  the second: one fault is enough
            self._report(event, Code.SEVERAL_DOCUMENTS, "a second document begins here")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._documents > 1:
            return
        self.last = event
        self._refuse_properties(event)
        if self._has_suspects:
            self._check_words(event)
        if self._has_comments_like_text and not event.style:  # neither in quotes nor a block
            self._check_end(event)
        if self._open or event.value:
            self._add(Scalar(event.value, mark(event.start_mark)))

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._report(event, Code.ALIAS, f"the anchor &{event.anchor}")
        if event.tag is not None:
            self._report(event, Code.TAG, f"the tag {event.tag.replace('tag:yaml.org,2002:', '!!')}")

    def _check_words(self, event: yaml.ScalarEvent) -> None:
        start, end = _span(event)
        typed = self.file.text[start:end]
        for index, half in characters.broken_words(typed):
            self.file.report(self.file.mark(start + index), Code.BROKEN_WORD, f"cut before '{half}'")
        if "\\" not in typed:
            return
        # Escapes of double quotes bring characters that the text of the file does not show.
        for _, char, code in characters.harmful(event.value):
            if char not in typed:
                self._report(event, code, f"{characters.described(char)}, written as an escape")

    def _check_end(self, event: yaml.ScalarEvent) -> None:
        _, end = _span(event)
        cut = _LIKE_TEXT.match(self.file.text, end)
        if cut:
            message = f"the text ends here, since '{cut['comment']}' begins a comment"
            self.file.report(self.file.mark(cut.start("comment")), Code.CUT_TEXT, message)

    def _close(self, collection: _Open) -> None:
        if collection.is_mapping:
            self._add(Mapping(tuple(self._pairs(collection.children)), collection.mark))
        else:
            self._add(Sequence(tuple(collection.children), collection.mark))

    def _pairs(self, children: list[Node]) -> list[tuple[Scalar, Node]]:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.file.report(key.mark, Code.WRONG_SHAPE, "the name of a field must be a text")
            elif key.value in pairs:
                first = pairs[key.value][0].mark.line
                self.file.report(
                    key.mark, Code.DUPLICATE_KEY, f"'{key.value}' stands on line {first} already"
                )
            else:
                pairs[key.value] = (key, value)
        return list(pairs.values())

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node

    def _report(self, event: yaml.Event, code: Code, message: str) -> None:
        self.file.report(mark(event.start_mark), code, message)
