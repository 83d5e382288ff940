"""A municipality's website: serves pages/ from an origin of its own, with the widget's origin filled in."""

from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

PAGES: Final = Path(__file__).parent / "pages"

#: In a page, where the origin of the widget goes.
WIDGET: Final = b"{{widget}}"


class HostSite(BaseHTTPRequestHandler):
    """GET /strict gives pages/strict.html; anything after a "?" is for the page's own script."""

    def __init__(self, widget: str, *arguments: object) -> None:
        self.widget = widget
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = PAGES / f"{self.path.split('?')[0].strip('/')}.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes().replace(WIDGET, self.widget.encode())
        self.send_response(200)
        # No charset here: a page says it itself, or, as pages/charset.html, does not.
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


def start(widget: str) -> ThreadingHTTPServer:
    """The site on a free port of localhost: another origin than 127.0.0.1. The caller runs and closes it."""
    return ThreadingHTTPServer(("localhost", 0), partial(HostSite, widget))
