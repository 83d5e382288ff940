"""The widget and the real server, together: what a reader of Borger-Odoorn gets."""

import threading
from collections.abc import Iterator

import host_site
import pytest
from playwright.sync_api import BrowserContext
from visiting import Visit

pytestmark = pytest.mark.browser

#: The server gives no more answers to one request (docs/api.md).
MOST_AT_ONCE = 50


@pytest.fixture
def real(context: BrowserContext, server: str) -> Iterator[Visit]:
    site = host_site.start(server)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    visit = Visit(context, f"http://localhost:{site.server_port}")
    yield visit
    visit.close()
    site.shutdown()
    site.server_close()


@pytest.mark.parametrize(
    ("language", "question"), [("nl", "kamer"), ("en", "room"), ("uk", "кімната"), ("ru", "комната")]
)
def test_a_question_in_each_language_is_answered_on_a_strict_page(
    real: Visit, language: str, question: str
) -> None:
    real.open("strict", language).ask(question).titles.first.wait_for()
    assert real.widget.locator("[part=contact] a[href]").count() > 0
    assert real.page.evaluate("violations") == []
    assert real.errors == []


def test_nonsense_finds_nothing_and_names_the_municipality(real: Visit) -> None:
    real.open("plain").ask("xqzwvj").notice.wait_for()
    assert real.widget.locator("a[href^='tel:']").count() > 0


def test_every_answer_is_reached_by_asking_for_more(real: Visit) -> None:
    real.open("plain").ask("opvang oekraine").titles.first.wait_for()
    total = int(real.widget.locator("[part=heading]").inner_text().split()[0])
    assert total > MOST_AT_ONCE
    for shown in range(10, total, 10):
        real.titles.nth(shown - 1).wait_for()
        real.widget.get_by_role("button", name="Meer antwoorden").click()
    real.titles.nth(total - 1).wait_for()
    assert real.widget.get_by_role("button", name="Meer antwoorden").count() == 0
    assert len(set(real.titles.all_inner_texts())) > MOST_AT_ONCE


def test_the_script_comes_compressed(real: Visit, server: str) -> None:
    with real.page.expect_response(f"{server}/widget/v1/terecht.js") as script:
        real.open("plain")
    assert script.value.headers["content-encoding"] in {"br", "gzip"}
