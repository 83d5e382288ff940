"""`synonyms/<language>.yaml`: groups of words that mean the same to a searcher."""

from enum import StrEnum

from widget_server.content.codes import Code
from widget_server.content.fields import Fields, items
from widget_server.content.model import Synonyms
from widget_server.content.nodes import Node
from widget_server.content.values import choice, single_words
from widget_server.content.yaml_file import YamlFile
from widget_server.languages import Language


class _Direction(StrEnum):
    """The values of `one_way`; without the field each word finds each."""

    BOTH = "false"
    ONE = "true"


def read_synonyms(file: YamlFile, root: Node, language: Language) -> tuple[Synonyms, ...]:
    """The groups, in the order of the file."""
    return tuple(_group(file, node, language) for node in items(file, root))


def _group(file: YamlFile, node: Node, language: Language) -> Synonyms:
    fields = Fields(file, node, required=("words",), optional=("one_way",))
    words = single_words(file, fields.scalars("words"))
    if len(words) == 1:
        file.report(fields.mark_of("words"), Code.LONELY_WORD, f"'{words[0]}' is alone")
    direction = choice(file, fields.scalar("one_way"), _Direction)
    return Synonyms(language=language, words=words, one_way=direction is _Direction.ONE)
