"""What the web needs of the search; `widget_server.search.service` offers it, tests offer a small fake."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from widget_server.languages import Language
from widget_server.search.page import Result, ResultPage
from widget_server.search.request import SearchRequest


class MunicipalityView(Protocol):
    """A municipality, as a page must know it: looked up, not counted, so that it can be asked for all of them."""

    @property
    def slug(self) -> str: ...  # noqa: D102  the names say it; see the class
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def origins(self) -> Sequence[str]: ...  # noqa: D102


class TopicView(Protocol):
    """A topic that a municipality has answers on: its label in each language, and how many entries it holds."""

    @property
    def slug(self) -> str: ...  # noqa: D102  as above
    @property
    def label(self) -> Mapping[Language, str]: ...  # noqa: D102
    @property
    def entries(self) -> int: ...  # noqa: D102


class SearchService(Protocol):
    """Answers from the published generation. Each call raises IndexMissingError when there is none."""

    def search(self, request: SearchRequest) -> ResultPage:
        """The page of results that `request` asks for."""

    def entry(self, entry_id: str, language: Language, municipality: str) -> Result:
        """One entry in `language`. Raises UnknownError when `municipality` shows no such entry."""

    def suggestions(self, text: str, language: Language, municipality: str) -> Sequence[str]:
        """Questions that begin with `text` and have an answer."""

    def municipality(self, slug: str) -> MunicipalityView:
        """A municipality of this server. Raises UnknownError."""

    def topics(self, slug: str) -> Sequence[TopicView]:
        """What a municipality has answers on today. Raises UnknownError."""

    def municipalities(self) -> Sequence[str]:
        """The slugs of all municipalities of this server."""

    def generation(self) -> str:
        """The id of the published generation."""

    def edition(self) -> int:
        """A number for what answers now, from 1 on: what is published or rolled back to later has a higher one."""
