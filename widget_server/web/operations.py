"""/healthz, /readyz and /metrics: for whoever runs the server."""

from time import perf_counter

from flask import Blueprint, Flask, Response, g, request

from widget_server.errors import IndexMissingError
from widget_server.web.metrics import CONTENT_TYPE, Metrics
from widget_server.web.replies import json_reply
from widget_server.web.site import site

blueprint = Blueprint("operations", __name__)


@blueprint.get("/healthz")
def healthz() -> Response:
    """Say that the process lives; restart it when this fails."""
    return json_reply({"status": "ok"})


@blueprint.get("/readyz")
def readyz() -> Response:
    """Say which generation answers; send no readers here while this fails (503)."""
    return json_reply({"status": "ready", "generation": site().service.generation()})


@blueprint.get("/metrics")
def metrics() -> Response:
    """Give the counters in Prometheus' text format."""
    try:
        generation = site().service.generation()
    except IndexMissingError:
        generation = None
    return Response(site().metrics.exposition(generation), content_type=CONTENT_TYPE)


def count_requests(app: Flask, counters: Metrics) -> None:
    """Count every request to `app` in `counters`."""

    @app.before_request
    def start() -> None:
        g.started = perf_counter()

    @app.after_request
    def count(response: Response) -> Response:
        counters.count(
            method=request.method if request.url_rule else "",
            route=request.url_rule.rule if request.url_rule else "",
            status=response.status_code,
            seconds=perf_counter() - g.get("started", perf_counter()),
        )
        return response
