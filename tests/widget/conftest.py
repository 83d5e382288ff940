"""A browser, a municipality's website, and a server to search: the real one where the suite has it."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer

import host_site
import pytest
import stand_in
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright
from visiting import Visit

CHROMIUM = os.environ.get("TERECHT_CHROMIUM", "/usr/bin/chromium")


@contextmanager
def _running(site: ThreadingHTTPServer) -> Iterator[ThreadingHTTPServer]:
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        thread.join()
        site.server_close()


@pytest.fixture(scope="session")
def api() -> Iterator[str]:
    """The origin of a server whose answers these tests know; tests/conftest.py has `server` for the real one."""
    with _running(stand_in.start()) as site:
        yield f"http://127.0.0.1:{site.server_port}"


@pytest.fixture(scope="session")
def host(api: str) -> Iterator[str]:
    """The origin of a municipality's website that loads its widget from `api`."""
    with _running(host_site.start(api)) as site:
        yield f"http://localhost:{site.server_port}"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
    yield browser
    browser.close()


@contextmanager
def _context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    context.set_default_timeout(15_000)  # milliseconds; a loaded machine is no failure
    yield context
    context.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all tests: the widget stores nothing that could be carried over (a test holds it to that)."""
    with _context(browser) as context:
        yield context


@pytest.fixture
def visit(context: BrowserContext, host: str) -> Iterator[Visit]:
    visit = Visit(context, host)
    yield visit
    visit.close()


@pytest.fixture
def timed(browser: Browser, host: str) -> Iterator[Visit]:
    """A visit whose clock the test sets: Playwright's clock is that of a whole context."""
    with _context(browser) as context:
        visit = Visit(context, host)
        yield visit
        visit.close()
