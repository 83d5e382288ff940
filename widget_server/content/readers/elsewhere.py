"""`elsewhere/<language>.yaml`: words and phrases that say by themselves that a question is about something else."""

from widget_server.content.fields import distinct, scalars
from widget_server.content.nodes import Node
from widget_server.content.yaml_file import YamlFile


def read_elsewhere(file: YamlFile, root: Node) -> tuple[str, ...]:
    """The words and phrases, in the order of the file."""
    return tuple(found.value for found in distinct(file, scalars(file, root)))
