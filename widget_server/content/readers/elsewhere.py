"""`elsewhere/<language>.yaml`: words that say by themselves that a question is about something else."""

from widget_server.content.codes import Code
from widget_server.content.fields import distinct, scalars
from widget_server.content.nodes import Node
from widget_server.content.yaml_file import YamlFile


def read_elsewhere(file: YamlFile, root: Node) -> tuple[str, ...]:
    """The words, in the order of the file."""
    found = distinct(file, scalars(file, root))
    for word in found:
        if len(word.value.split()) > 1:
            file.report(word.mark, Code.NOT_ONE_WORD, f"'{word.value}' is more than one word")
    return tuple(word.value for word in found)
