"""The application: its parts, put together."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from flask import Flask

from widget_server import resources
from widget_server.search.clock import now
from widget_server.settings import Settings
from widget_server.web import (
    cors,
    demo,
    embed,
    entries,
    headers,
    municipalities,
    oembed,
    openapi,
    operations,
    pages,
    problems,
    qr,
    reindex,
    search,
    security_txt,
    site,
    suggestions,
    translation,
    webmasters,
    widget_files,
)
from widget_server.web.answers import Answers
from widget_server.web.protocol import SearchService
from widget_server.web.reading import MAX_BODY
from widget_server.web.widget_asset import read_widget

_ROUTES = (
    search,
    suggestions,
    entries,
    municipalities,
    reindex,
    openapi,
    widget_files,
    operations,
    security_txt,
    demo,
    webmasters,
    oembed,
    embed,
    qr,
    pages,
)


def create_app(
    service: SearchService,
    settings: Settings,
    reindex: Callable[[], str] | None = None,
    *,
    widget: Path = resources.WIDGET / "terecht.js",
    clock: Callable[[], datetime] = now,
) -> Flask:
    """The WSGI application that answers from `service`.

    `reindex` builds and publishes a generation and gives its id; without one, or without a
    token in `settings`, its route is off. `clock` gives the time with its zone.
    """
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.url_map.merge_slashes = False  # "//api" is 404, not a redirect, as a slash at the end is
    parts = site.Site(
        service=service,
        answers=Answers(service, clock),
        settings=settings,
        widget=read_widget(widget),
        reindex=reindex,
        clock=clock,
    )
    app.extensions[site.EXTENSION] = parts
    translation.register(app)
    problems.register(app)
    operations.count_requests(app, parts.metrics)
    headers.register(app, settings)
    cors.register(app, service, settings)
    for module in _ROUTES:
        app.register_blueprint(module.blueprint)
    return app
