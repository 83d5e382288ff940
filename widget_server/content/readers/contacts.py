"""The `contacts` of an organisation: its contact points by name."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Final

from widget_server.content import hours
from widget_server.content.codes import Code
from widget_server.content.fields import Fields, pairs
from widget_server.content.links import href
from widget_server.content.malformed import MalformedError
from widget_server.content.model import Access, Audience, Channel, ContactPoint, Translated
from widget_server.content.nodes import Node, Scalar
from widget_server.content.values import all_choices, checked, choice, languages, name, translated
from widget_server.content.vocabulary import Vocabulary
from widget_server.content.yaml_file import YamlFile

_OPTIONAL: Final = ("label", "hours", "languages", "audience", "regions", "access")

_MALFORMED: Final = {
    Channel.PHONE: Code.MALFORMED_PHONE,
    Channel.WHATSAPP: Code.MALFORMED_PHONE,
    Channel.EMAIL: Code.MALFORMED_EMAIL,
    Channel.WEBSITE: Code.MALFORMED_URL,
}


def read_contacts(
    file: YamlFile, node: Node, vocabulary: Vocabulary, *, verified_on: date
) -> Iterator[ContactPoint]:
    """The contact points, in the order of the file; `verified_on` is the day of the entry they belong to."""
    for key, value in pairs(file, node):
        fields = Fields(file, value, optional=(*Channel, *_OPTIONAL))
        yield _contact(name(file, key), fields, vocabulary, verified_on)


def _contact(contact: str, fields: Fields, vocabulary: Vocabulary, verified_on: date) -> ContactPoint:
    file = fields.file
    channel, value = _channel(fields)
    check_hours = partial(hours.check, since=verified_on)
    return ContactPoint(
        name=contact,
        channel=channel,
        value=value.value if value else "",
        href=_href(file, channel, value),
        label=_label(fields),
        languages=languages(file, fields.scalars("languages")),
        hours=checked(file, fields.scalar("hours"), Code.MALFORMED_HOURS, check_hours) or None,
        audience=all_choices(file, fields.scalars("audience"), Audience),
        regions=vocabulary.places.check(file, fields.scalars("regions")),
        access=choice(file, fields.scalar("access"), Access),
    )


def _channel(fields: Fields) -> tuple[Channel, Scalar | None]:
    channels = [channel for channel in Channel if channel in fields]
    if len(channels) != 1:
        named = " and ".join(channels) or "no channel"
        fields.file.report(fields.mark, Code.ONE_CHANNEL, f"there is {named}")
        return Channel.ADDRESS, None
    return channels[0], fields.scalar(channels[0])


def _href(file: YamlFile, channel: Channel, value: Scalar | None) -> str | None:
    if value is None:
        return None
    try:
        return href(channel, value.value)
    except MalformedError as error:
        file.report(value.mark, _MALFORMED[channel], str(error))
        return None


def _label(fields: Fields) -> Translated:
    node = fields.node("label")
    return MappingProxyType({}) if node is None else translated(fields.file, node)
