"""A stand-in for the Terecht server: the widget's files and one canned answer a question.

For work on the widget alone, when no real server is at hand. It answers the shape of widget_server's API.
"""

import json
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

BUNDLES: Final = Path(__file__).parents[2] / "static" / "widget"
WATCH: Final = Path(__file__).parent / "watch.js"
#: A folder in which someone else has added to the extras.
TAMPERED: Final = "tampered"

PHONE: Final = {
    "channel": "phone", "label": "Gemeente Borger-Odoorn", "value": "14 0591", "href": "tel:140591",
    "languages": ["nl"], "audience": [], "regions": [], "access": "public",
    "hours": {"text": "maandag t/m vrijdag 9.00–17.00 uur", "openNow": True, "until": "2026-11-23T17:00:00+01:00"},
}  # fmt: skip
OTHERS: Final = [
    {"channel": "email", "label": "", "value": "vluchtelingenoekraine@borger-odoorn.nl",
     "href": "mailto:vluchtelingenoekraine@borger-odoorn.nl", "languages": [], "audience": [], "regions": [],
     "access": "public", "hours": None},
    {"channel": "whatsapp", "label": "Hulplijn", "value": "06-12345678", "href": "https://wa.me/31612345678",
     "languages": ["uk", "ru"], "audience": ["professional"], "regions": ["Drenthe"], "access": "public",
     "hours": {"text": "dagelijks 9.00–21.00 uur", "openNow": False, "until": None}},
    {"channel": "website", "label": "Loket", "value": "loketoekraïnepsh.nl",
     "href": "https://xn--loketoekranepsh-5kb.nl/", "languages": [], "audience": [], "regions": [],
     "access": "login", "hours": None},
    {"channel": "address", "label": "Gemeentehuis", "value": "Hoofdstraat 50, 7875 AD Exloo", "href": None,
     "languages": [], "audience": [], "regions": [], "access": "public", "hours": None},
]  # fmt: skip


def result(language: str, title: str, summary: str, **more: Any) -> dict[str, Any]:
    """A result as the API gives it."""
    return {
        "id": "room-at-home", "kind": "faq", "language": language, "title": title, "summary": summary,
        "excerpt": None, "highlights": {"title": [], "summary": [], "excerpt": []}, "contacts": [PHONE],
        "sources": [{"title": "Flyer voor inwoners", "publisher": "Gemeente Borger-Odoorn", "date": "2022-03",
                     "url": None}],
        "audience": ["host"], "topics": ["housing"], "verifiedOn": "2022-03-01",
        "url": f"/borger-odoorn/entries/room-at-home?lang={language}", "owner": "redactie@borger-odoorn.nl",
        "hasBody": False,
    } | more  # fmt: skip


ROOM: Final = result(
    "nl", "Ik heb een kamer over in mijn huis", "🏠 Een kamer aanbieden kan bij TakeCareBnB. Zij zoeken een gast die bij u past.",
    highlights={"title": [[11, 16]], "summary": [[6, 11]], "excerpt": []},
    excerpt="Krijgt u al iemand in huis? Bel dan de gemeente.", contacts=[PHONE, *OTHERS], hasBody=True,
)  # fmt: skip
SHELTER: Final = result(
    "uk", "Де я можу переночувати?", "Зателефонуйте до муніципалітету. Вам допоможуть знайти місце."
)
MUNICIPALITY: Final = {
    "slug": "borger-odoorn", "name": "Borger-Odoorn", "languages": ["nl", "en", "uk", "ru"],
    "topics": [
        {"slug": "housing", "entries": 27,
         "label": {"nl": "Wonen en opvang", "en": "Housing", "uk": "Житло", "ru": "Жильё"}},
        {"slug": "animals", "entries": 3,
         "label": {"nl": "Dieren", "en": "Animals", "uk": "Тварини", "ru": "Животные"}},
    ],
}  # fmt: skip
BODY: Final = ["Vul het formulier in.", "Zij bellen u."]


def answer(fields: dict[str, str]) -> dict[str, Any]:
    """Two results for most questions; none for "niets" or about animals; "kmaer" is read as "kamer"."""
    query = fields.get("q", "")
    nothing = query == "niets" or fields.get("topic") == "animals"
    results = [] if nothing else [ROOM, SHELTER]
    repaired = query == "kmaer" and "exact" not in fields
    return {
        "query": query, "language": fields.get("lang"), "municipality": fields.get("municipality"),
        "total": len(results), "results": results, "searchedLanguages": ["nl", "en", "uk", "ru"],
        "suggestion": {"text": "kamer", "applied": True} if repaired else None,
        "fallback": {"organisation": "Gemeente Borger-Odoorn", "contacts": [PHONE]},
    }  # fmt: skip


class StandIn(BaseHTTPRequestHandler):
    """Serves the widget, answers searches, allows every origin."""

    def do_GET(self) -> None:
        """The widget's files, whatever their folder; a municipality; the questions to begin with; an entry."""
        path = Path(urlsplit(self.path).path)
        if path.match(f"{TAMPERED}/terecht-more.js"):
            self._send("text/javascript", (BUNDLES / path.name).read_bytes() + b"\nwindow.tampered = true")
        elif path.name in {"terecht.js", "terecht-more.js"}:
            self._send("text/javascript", (BUNDLES / path.name).read_bytes())
        elif path.name == WATCH.name:
            self._send("text/javascript", WATCH.read_bytes())
        elif path.match("/api/v1/municipalities/*"):
            self._send("application/json", json.dumps(MUNICIPALITY).encode())
        elif path.match("/api/v1/search"):
            self._send("application/json", json.dumps(answer({})).encode())
        elif path.match("/api/v1/entries/*"):
            self._send("application/json", json.dumps(ROOM | {"body": BODY}).encode())
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        """A search."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        fields = {name: values[0] for name, values in parse_qs(body).items()}
        self._send("application/json", json.dumps(answer(fields)).encode())

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def _send(self, media_type: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Cross-Origin-Resource-Policy", "cross-origin")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def start(port: int = 0) -> ThreadingHTTPServer:
    """A server on 127.0.0.1; `port` 0 takes a free one. The caller runs and closes it."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(StandIn))


if __name__ == "__main__":
    start(8101).serve_forever()
