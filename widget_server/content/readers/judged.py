"""`judged/<language>.yaml`: questions with the entries that answer them."""

from collections.abc import Iterator
from dataclasses import dataclass

from widget_server.content.fields import Fields, items
from widget_server.content.model import Audience, JudgedQuestion
from widget_server.content.nodes import Node, Scalar
from widget_server.content.values import choice
from widget_server.content.yaml_file import YamlFile
from widget_server.languages import Language


@dataclass(frozen=True, slots=True)
class JudgedDraft:
    """A question as read, with the places of the names in it, which are checked when all files are read."""

    file: YamlFile
    question: JudgedQuestion
    expects: tuple[Scalar, ...]
    municipality: Scalar | None


def read_judged(file: YamlFile, root: Node, language: Language, layer: str | None) -> Iterator[JudgedDraft]:
    """The questions; those in the folder of a municipality (`layer`) are asked there."""
    for node in items(file, root):
        optional = ("audience",) if layer else ("audience", "municipality")
        fields = Fields(file, node, required=("query", "kind", "expects"), optional=optional)
        yield _draft(fields, language, layer)


def _draft(fields: Fields, language: Language, layer: str | None) -> JudgedDraft:
    # Nothing is expected of a question about the weather: an empty list is the honest answer.
    expects = fields.scalars("expects", may_be_empty=True)
    municipality = fields.scalar("municipality")
    question = JudgedQuestion(
        query=fields.text("query"),
        language=language,
        kind=fields.text("kind"),
        expects=tuple(item.value for item in expects),
        municipality=municipality.value if municipality else layer,
        audience=choice(fields.file, fields.scalar("audience"), Audience) if "audience" in fields else None,
    )
    return JudgedDraft(fields.file, question, expects, municipality)
