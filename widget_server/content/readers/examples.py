"""`examples/<language>.yaml`: questions as people ask them, each with the ids of the entries that answer it.

    my aunt lets me sleep on her sofa, do I have to report that?: register-with-municipality, already-hosting

A line a question, and no group of fields: there are thousands, and each reindex reads them all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from widget_server.content.codes import Code
from widget_server.content.fields import distinct, pairs, scalar
from widget_server.content.model import Example
from widget_server.content.nodes import Node, Scalar
from widget_server.content.yaml_file import YamlFile
from widget_server.languages import Language

_ID: Final = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class ExampleDraft:
    """An example as read, with the places of its question and of the ids, which are checked when all files are read."""

    file: YamlFile
    example: Example
    query: Scalar
    answers: tuple[Scalar, ...]


def read_examples(file: YamlFile, root: Node, language: Language) -> Iterator[ExampleDraft]:
    """The examples, in the order of the file."""
    for key, node in pairs(file, root):
        query, written = scalar(file, key), scalar(file, node)
        if query is None or written is None:
            continue
        answers = distinct(file, tuple(Scalar(found, written.mark) for found in _ID.findall(written.value)))
        if not answers:
            file.report(written.mark, Code.EMPTY_VALUE, "there is no id here")
        example = Example(query=query.value, language=language, answers=tuple(each.value for each in answers))
        yield ExampleDraft(file, example, query, answers)
