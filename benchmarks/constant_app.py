"""The application of production with one route more: a constant answer of the size of a search's.

Granian is given `application` here instead of that of `widget_server.web.worker`; nothing else differs. The constant
goes the same way through the app: routing, headers, CORS, metrics.
"""

import os
from typing import Final

from flask import Flask, Response

from widget_server import settings
from widget_server.web.worker import assemble, settle

#: The environment variable with the size of the constant's body in bytes.
SIZE: Final = "BENCHMARK_CONSTANT_BYTES"

PATH: Final = "/benchmark/constant"


def application() -> Flask:
    """The application of one worker, made from the environment."""
    app = assemble(settings.read())
    body = b'"' + b"x" * (int(os.environ[SIZE]) - 2) + b'"'

    def constant() -> Response:
        return Response(body, mimetype="application/json")

    app.add_url_rule(PATH, "benchmark_constant", constant)
    settle()
    return app
