"""`sources.yaml`: the documents that facts were taken from."""

from datetime import date

from widget_server.content.codes import Code
from widget_server.content.fields import Fields, pairs
from widget_server.content.model import Source
from widget_server.content.nodes import Node
from widget_server.content.values import checked, name, past_period
from widget_server.content.web_addresses import website
from widget_server.content.yaml_file import YamlFile


def read_sources(file: YamlFile, root: Node, today: date) -> dict[str, Source]:
    """Each source by its id."""
    return {key.value: _source(file, name(file, key), node, today) for key, node in pairs(file, root)}


def _source(file: YamlFile, source_id: str, node: Node, today: date) -> Source:
    fields = Fields(file, node, required=("title", "publisher", "date"), optional=("url",))
    url = checked(file, fields.scalar("url"), Code.MALFORMED_URL, website)
    return Source(
        id=source_id,
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        date=past_period(file, fields.scalar("date"), today),
        url=url or None,
    )
