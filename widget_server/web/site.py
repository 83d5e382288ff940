"""What every route can reach: the search, the settings, the widget. It hangs on `app.extensions`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, cast

from flask import current_app, request
from werkzeug.exceptions import ServiceUnavailable

from widget_server.search.clock import now
from widget_server.settings import Settings
from widget_server.web.answers import Answers
from widget_server.web.metrics import Metrics
from widget_server.web.protocol import SearchService
from widget_server.web.widget_asset import WidgetAsset

EXTENSION: Final = "terecht"


class NoMunicipalityError(ServiceUnavailable):
    """The content that is published names no municipality; the operator is the first to see that."""

    description = (
        "No municipality can be searched on this server yet: add a folder with a municipality.yaml to its content "
        "(docs/content.md), then run `terecht reindex`."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The parts of a running server. `reindex` builds and publishes a generation and gives its id."""

    service: SearchService
    answers: Answers
    settings: Settings
    widget: WidgetAsset | None
    reindex: Callable[[], str] | None = None
    clock: Callable[[], datetime] = now
    metrics: Metrics = field(default_factory=Metrics)

    @property
    def base_url(self) -> str:
        """Where the public reaches this server, without a slash at the end."""
        return (self.settings.public_url or request.host_url).rstrip("/")

    @property
    def first_municipality(self) -> str:
        """The slug of the municipality that is shown where none is chosen: the first.

        Raises:
            NoMunicipalityError: the content names none.
        """
        slugs = self.service.municipalities()
        if not slugs:
            raise NoMunicipalityError
        return slugs[0]

    def absolute(self, path: str) -> str:
        """The address of `path`, which begins with a slash, for people and programs elsewhere."""
        return self.base_url + path


def site() -> Site:
    """The site of the application that handles this request."""
    return cast("Site", current_app.extensions[EXTENSION])
