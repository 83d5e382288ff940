"""`topics.yaml` and `places.yaml`: slugs with their names in each language."""

from widget_server.content.fields import pairs
from widget_server.content.model import Translated
from widget_server.content.nodes import Node
from widget_server.content.values import name, translated
from widget_server.content.yaml_file import YamlFile


def read_labels(file: YamlFile, root: Node) -> dict[str, Translated]:
    """The names of each slug."""
    return {name(file, key): translated(file, node) for key, node in pairs(file, root)}
