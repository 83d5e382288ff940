"""`<slug>/municipality.yaml`: a municipality that shows the widget."""

from dataclasses import dataclass

from widget_server.content.codes import Code
from widget_server.content.fields import Fields
from widget_server.content.malformed import MalformedError
from widget_server.content.model import Municipality, Translated
from widget_server.content.nodes import Node, Scalar
from widget_server.content.vocabulary import Register
from widget_server.content.web_addresses import origin
from widget_server.content.yaml_file import YamlFile

_REQUIRED = ("name", "province", "region", "organisation")
_OPTIONAL = ("origins", "hide")


@dataclass(frozen=True, slots=True)
class MunicipalityDraft:
    """A municipality as read, with the places of the ids in it, which are checked when all files are read."""

    file: YamlFile
    municipality: Municipality
    organisation: Scalar | None
    hide: tuple[Scalar, ...]


def read_municipality(
    file: YamlFile, root: Node, slug: str, places: Register[Translated]
) -> MunicipalityDraft:
    """The municipality whose folder is called `slug`."""
    fields = Fields(file, root, required=_REQUIRED, optional=_OPTIONAL)
    organisation = fields.scalar("organisation")
    hide = fields.scalars("hide", may_be_empty=True)
    municipality = Municipality(
        slug=slug,
        name=fields.text("name"),
        province=_place(fields, "province", places),
        region=_place(fields, "region", places),
        organisation=organisation.value if organisation else "",
        origins=tuple(_origins(fields)),
        hide=frozenset(item.value for item in hide),
    )
    return MunicipalityDraft(file, municipality, organisation, hide)


def _place(fields: Fields, field: str, places: Register[Translated]) -> str:
    found = fields.scalar(field)
    if found is None:
        return ""
    places.check(fields.file, [found])
    return found.value


def _origins(fields: Fields) -> list[str]:
    origins = []
    for found in fields.scalars("origins", may_be_empty=True):
        try:
            origins.append(origin(found.value))
        except MalformedError as error:
            fields.file.report(found.mark, Code.MALFORMED_ORIGIN, str(error))
    return origins
