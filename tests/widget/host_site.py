"""A municipality's website: serves pages/ from an origin of its own, with the widget's origin and hash filled in."""

from base64 import b64encode
from functools import partial
from hashlib import sha384
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

PAGES: Final = Path(__file__).parent / "pages"

#: In a page, where the origin of the widget goes.
WIDGET: Final = b"{{widget}}"

#: In a page that pins the widget, where its hash goes.
INTEGRITY: Final = b"{{integrity}}"
BUNDLE: Final = Path(__file__).parents[2] / "static" / "widget" / "terecht.js"

#: Before the name of a page: it notes what goes wrong on it (watch.js, from the one origin that a strict page trusts).
WATCHED: Final = "watched/"
SCRIPT: Final = b"<script async"
WATCH: Final = b'<script src="{{widget}}/watch.js"></script>\n' + SCRIPT


class HostSite(BaseHTTPRequestHandler):
    """GET /strict gives pages/strict.html, /watched/strict as well; what is after a "?" is for the page's own script."""

    def __init__(self, widget: str, *arguments: object) -> None:
        self.widget = widget
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        name = self.path.split("?")[0].strip("/")
        path = PAGES / f"{name.removeprefix(WATCHED)}.html"
        if not path.is_file():
            self.send_error(404)
            return
        page = path.read_bytes()
        if name.startswith(WATCHED):
            page = page.replace(SCRIPT, WATCH, 1)
        body = page.replace(WIDGET, self.widget.encode())
        body = body.replace(INTEGRITY, integrity(BUNDLE))
        self.send_response(200)
        # No charset here: a page says it itself, or, as pages/charset.html, does not.
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


def integrity(script: Path) -> bytes:
    """What Subresource Integrity holds `script` against."""
    return b"sha384-" + b64encode(sha384(script.read_bytes()).digest())


def start(widget: str) -> ThreadingHTTPServer:
    """The site on a free port of localhost: another origin than 127.0.0.1. The caller runs and closes it."""
    return ThreadingHTTPServer(("localhost", 0), partial(HostSite, widget))
