"""A search request, parsed once at the edge: every bound is here, and all violations are told at once."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final, cast

from widget_server.content.model import Audience, Kind
from widget_server.languages import LANGUAGES, Language
from widget_server.search import slugs
from widget_server.search.parameters import Parameters

MAX_QUERY: Final = 200  # characters; the longest question of the judged sets holds 131
MAX_LIMIT: Final = 50
MAX_OFFSET: Final = 1_000
DEFAULT_LIMIT: Final = 10
DEFAULT_LANGUAGE: Final[Language] = "nl"

#: What each call takes; anything else is a violation.
SEARCH_PARAMETERS: Final = (
    "q",
    "lang",
    "municipality",
    "audience",
    "topic",
    "kind",
    "limit",
    "offset",
    "exact",
)
SUGGESTION_PARAMETERS: Final = ("q", "lang", "municipality")
ENTRY_PARAMETERS: Final = ("lang", "municipality")
MUNICIPALITY_PARAMETERS: Final = ("lang",)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What a reader asks. `exact` switches the repair of misspelt words off ("search instead for …").

    An empty `query` is a request like any other: it lists what carries the topic, the kind and the audience that
    are asked for, and nothing where none is.
    """

    query: str
    language: Language
    municipality: str
    audience: Audience | None = None
    topic: str | None = None
    kind: Kind | None = None
    limit: int = DEFAULT_LIMIT
    offset: int = 0
    exact: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for yet, so that nothing is found."""
        return not (self.query or self.audience or self.topic or self.kind)


def parse(
    raw: Mapping[str, object],
    *,
    municipalities: Collection[str],
    topics: Callable[[str], Collection[str]],
    accepted: Collection[str] = SEARCH_PARAMETERS,
) -> SearchRequest:
    """The request in `raw`, the parameters by name as they came from a query string, a form or JSON.

    `topics` gives the topics of a municipality. A server with one municipality needs no
    `municipality` in its requests.

    Raises:
        RequestError: parameters that are unknown or out of bounds; all of them at once.

    >>> parse({"q": "kamer", "limit": "5"}, municipalities=["borger-odoorn"], topics=lambda slug: []).limit
    5
    """
    given = Parameters(raw)
    given.refuse_unknown(accepted)
    municipality = _municipality(given, municipalities)
    request = SearchRequest(
        query=given.text("q", most=MAX_QUERY),
        language=_language(given),
        municipality=municipality,
        audience=given.choice("audience", Audience),
        topic=_topic(given, topics, municipality),
        kind=given.choice("kind", Kind),
        limit=given.number("limit", default=DEFAULT_LIMIT, least=1, most=MAX_LIMIT),
        offset=given.number("offset", default=0, least=0, most=MAX_OFFSET),
        exact=given.flag("exact"),
    )
    given.conclude()
    return request


def parse_language(raw: Mapping[str, object]) -> Language:
    """The language in `raw`, the parameters of a call that takes no other.

    Raises:
        RequestError: as `parse`.
    """
    given = Parameters(raw)
    given.refuse_unknown(MUNICIPALITY_PARAMETERS)
    language = _language(given)
    given.conclude()
    return language


def _language(given: Parameters) -> Language:
    return cast("Language", given.member("lang", LANGUAGES, DEFAULT_LANGUAGE))


def _municipality(given: Parameters, municipalities: Collection[str]) -> str:
    """The municipality asked for: where there is only one, it goes without saying."""
    slug = given.text("municipality", most=MAX_QUERY)
    if slug in municipalities:
        return slug
    if not slug and len(municipalities) == 1:
        return next(iter(municipalities))
    reason = slugs.unknown(slug, municipalities) if slug else "is required: the slug of a municipality"
    given.violations.setdefault("municipality", reason)
    return ""


def _topic(given: Parameters, topics: Callable[[str], Collection[str]], municipality: str) -> str | None:
    """The topic asked for; where the municipality is unknown, its topics are too."""
    if not given.raw.get("topic") or not municipality:
        return None
    return given.member("topic", topics(municipality)) or None
