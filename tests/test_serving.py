"""The real server over this repository's content: its doors, and a reindex while people are searching."""

import json
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

import pytest

PATIENCE_SECONDS = 60
READERS = 2

#: While one thread opens a new generation the others answer from the one before, so that it is seen a little later.
ATTEMPTS = 1_000


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@pytest.fixture(scope="session")
def fetch(server: str) -> Callable[..., Answer]:
    """A request to the server; an error of any kind is raised."""

    def fetched(path: str, data: bytes | None = None, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(server + path, data, named)  # noqa: S310  our own server
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as reply:  # noqa: S310  as above
            return Answer(reply.status, reply.headers, reply.read())

    return fetched


Fetch = Callable[..., Answer]

QUESTION = {"q": "кімната", "lang": "uk", "municipality": "borger-odoorn"}
SEARCH = "/api/v1/search"


def test_a_question_gets_the_same_answer_by_link_form_and_json(fetch: Fetch) -> None:
    linked = fetch(f"{SEARCH}?{urlencode(QUESTION)}").json
    posted = fetch(SEARCH, urlencode(QUESTION).encode()).json
    sent = fetch(SEARCH, json.dumps(QUESTION).encode(), Content_Type="application/json").json
    assert linked == posted == sent
    assert linked["language"] == linked["results"][0]["language"] == "uk"
    assert linked["results"][0]["contacts"]


@pytest.mark.parametrize(
    ("path", "kind", "holds"),
    [
        ("/", "text/html", "<terecht-search"),
        (f"/borger-odoorn/search?q={quote('kamer')}&lang=nl", "text/html", "Takecarebnb"),
        ("/borger-odoorn/entries/room-at-home?lang=ru", "text/html", 'lang="ru"'),
        ("/api/v1/entries/room-at-home?lang=en&municipality=borger-odoorn", "application/json", '"body"'),
        ("/api/v1/municipalities/borger-odoorn", "application/json", '"topics"'),
        ("/api/v1/suggestions?q=verz&lang=nl", "application/json", "verzeker"),
        ("/api/v1/openapi.json", "application/json", '"openapi"'),
        ("/widget/v1/terecht.js", "text/javascript", "customElements"),
        ("/webmasters", "text/html", "/widget/"),
        ("/healthz", "application/json", "ok"),
        ("/readyz", "application/json", "generation"),
        ("/metrics", "text/plain", "terecht_"),
    ],
)
def test_every_door_opens_and_sets_no_cookie(fetch: Fetch, path: str, kind: str, holds: str) -> None:
    answer = fetch(path)
    assert answer.status == 200
    assert answer.headers.get_content_type() == kind
    assert holds in answer.body.decode()
    assert answer.headers.get("Set-Cookie") is None


class Readers:
    """People who search without a pause; what they got, by generation, and what went wrong."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._done = threading.Event()
        self.answered = 0
        self.failures: list[BaseException] = []

    @contextmanager
    def searching(self) -> Iterator[None]:
        threads = [threading.Thread(target=self._search) for _ in range(READERS)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._done.set()
            for thread in threads:
                thread.join()

    def _search(self) -> None:
        while not self._done.is_set():
            try:
                assert self._fetch(SEARCH, urlencode(QUESTION).encode()).json["results"]
                self.answered += 1
            except BaseException as error:  # noqa: BLE001  whatever it is, a reader would have met it
                self.failures.append(error)


def test_nobody_who_searches_notices_a_reindex(fetch: Fetch, token: str, state: Path) -> None:
    before = fetch("/readyz").json["generation"]
    readers = Readers(fetch)
    with readers.searching():
        published = fetch("/api/v1/reindex", b"", Authorization=f"Bearer {token}").json["generation"]
        answered = readers.answered
        assert any(fetch("/readyz").json["generation"] == published for _ in range(ATTEMPTS))
    assert readers.failures == []
    assert answered > READERS  # they went on while it ran
    assert published > before
    assert (state / "current").read_text().strip() == published
