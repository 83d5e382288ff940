"""The pages in a real browser, from a real server: policies, axe, narrow screens, the frame and the configurator."""

import os
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

pytestmark = pytest.mark.browser

CHROMIUM = os.environ.get("TERECHT_CHROMIUM", "/usr/bin/chromium")
PHONE = {"width": 390, "height": 800}
NARROW = {"width": 320, "height": 640}  # pixels; WCAG 2.2, 1.4.10

#: Notes what a policy refused, in each frame; the policies themselves are not changed by it.
WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""

#: Given links: the pieces between their places to break that stand on more than one line.
PIECES_IN_TWO = """(links) => links.flatMap((link) => [...link.childNodes]).filter((piece) => {
  const range = document.createRange();
  range.selectNodeContents(piece);
  return range.getClientRects().length > 1;
}).map((piece) => piece.textContent)"""

#: Characters of a piece that has a line to itself on the narrowest screen; "opvang-vluchtelingen-uit-oekraïne" has none.
ON_A_LINE = 28

PAGES = {
    "demo": "/?",
    "webmasters": "/webmasters?",
    "webmasters with weak colours": "/webmasters?action-background=%23ffcc00&action-color=%23ffffff&",
    "embed": "/borger-odoorn/embed?",
    "search": "/borger-odoorn/search?",
    "search with answers": "/borger-odoorn/search?q=kamer&",
    "search without answers": "/borger-odoorn/search?q=xqzv&",
    "entry": "/borger-odoorn/entries/room-at-home?",
    "no such page": "/borger-odoorn/entries/none?",
    "no such municipality": "/atlantis/search?q=kamer&",
    "too long a question": f"/borger-odoorn/search?q={201 * 'x'}&",
}

HOST_PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Hulp</title>
<main><h1>Hulp</h1>
<iframe src="{server}/borger-odoorn/embed?lang=nl" title="Waar kan ik terecht?"
  width="100%" height="420" loading="lazy" allow="clipboard-write; web-share"></iframe>
<script src="{server}/widget/v1/resize.js" async></script></main>"""

LIAR = b"<!doctype html><script>parent.postMessage({ type: 'terecht:height', height: 9 }, '*')</script>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A page at phone width; the keywords are those of a browser context."""
    contexts: list[BrowserContext] = []

    def open_at(address: str, **wish: object) -> Page:
        context = browser.new_context(**({"viewport": PHONE} | wish))
        contexts.append(context)
        context.set_default_timeout(5_000)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_at
    for context in contexts:
        context.close()


@pytest.fixture
def host(server: str) -> Iterator[str]:
    """The origin of a municipality's website, whose policy is what /webmasters says and nothing else."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header(
                "Content-Security-Policy", f"default-src 'none'; frame-src {server}; script-src {server}"
            )
            self.end_headers()
            self.wfile.write(LIAR if self.path == "/elsewhere" else HOST_PAGE.format(server=server).encode())

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    site = ThreadingHTTPServer(("localhost", 0), Site)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{site.server_port}"
    site.shutdown()
    thread.join()
    site.server_close()


def refused(page: Page) -> list[str]:
    """What the policies refused, on the page and in its frames."""
    return [each for frame in page.frames for each in frame.evaluate("window.violations")]


def axe(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def height(page: Page) -> int:
    """What the page gives its frame, in pixels, without the border."""
    return page.locator("iframe").evaluate("(frame) => frame.clientHeight")


def needed(page: Page) -> int:
    """The height of what is in the frame, in pixels."""
    return page.frames[1].evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")


def eventually(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds; Playwright's own `wait_for_function` needs eval, which our policies refuse."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not come to hold within five seconds")


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("uk", "dark")])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_keeps_its_policy_and_pleases_axe_at_phone_width(
    server: str, open_page: Callable[..., Page], path: str, language: str, scheme: str
) -> None:
    page = open_page(f"{server}{path}lang={language}", color_scheme=scheme)
    assert refused(page) == []
    assert axe(page) == []


@pytest.mark.parametrize("language", ["nl", "ru"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_scrolls_sideways_on_a_narrow_screen(
    server: str, open_page: Callable[..., Page], path: str, language: str
) -> None:
    page = open_page(f"{server}{path}lang={language}", viewport=NARROW)
    assert overflow(page) <= 0


@pytest.mark.parametrize("screen", [PHONE, NARROW], ids=["phone", "narrow"])
def test_addresses_go_on_to_the_next_line_between_their_parts_only(
    server: str, open_page: Callable[..., Page], screen: dict[str, int]
) -> None:
    page = open_page(f"{server}/borger-odoorn/search?q=slaapplek", viewport=screen)
    assert page.locator(".contacts a[href^=mailto]").count() > 0
    pieces = page.locator(".contacts a:is([href^=mailto], [href^=http])").evaluate_all(PIECES_IN_TWO)
    assert [piece for piece in pieces if len(piece) <= ON_A_LINE] == []


def test_a_frame_on_another_site_grows_with_its_answers(host: str, open_page: Callable[..., Page]) -> None:
    page = open_page(host)
    inner = page.frame_locator("iframe")
    inner.locator("[part=input]").fill("kamer")
    inner.locator("[part=input]").press("Enter")
    inner.locator("[part=title]").first.wait_for()
    eventually(page, lambda: height(page) > 600 and height(page) == needed(page))
    assert refused(page) == []
    assert axe(page) == []


def test_a_frame_that_was_there_first_is_asked_for_its_height(
    host: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(host)
    page.route("**/resize.js", lambda route: route.abort())
    page.reload()
    assert height(page) == 420
    page.unroute("**/resize.js")
    address = page.locator("script").get_attribute("src")
    page.add_script_tag(url=address)
    eventually(page, lambda: height(page) == needed(page) != 420)


def test_a_frame_that_went_to_another_site_does_not_change_its_height(
    host: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(host, bypass_csp=True)
    page.frame_locator("iframe").locator("[part=input]").wait_for()
    page.evaluate("""() => {
        const heard = new Promise((done) => addEventListener("message", ({ origin }) => origin === location.origin && done()));
        document.querySelector("iframe").contentWindow.location = "/elsewhere";
        return heard;
    }""")
    assert height(page) > 9


def test_the_configurator_follows_each_choice(server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server}/webmasters?lang=nl")
    page.get_by_role("combobox", name="Taal").select_option("uk")
    page.get_by_label("Kleur van de knop").fill("#ffcc00")
    expect(page.locator("#script")).to_contain_text('lang="uk"')
    expect(page.locator("#colours")).to_contain_text("--terecht-action-background: #ffcc00")
    expect(page.locator("#contrast")).to_contain_text("1,51 : 1")
    expect(page.frame_locator(".preview").locator("terecht-search")).to_have_attribute("lang", "uk")
    expect(page).to_have_url(re.compile("widget-lang=uk.*action-background=%23ffcc00"))
    assert refused(page) == []
    assert axe(page) == []


def test_what_did_not_change_is_left_alone(server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server}/webmasters?lang=nl")
    page.evaluate("document.querySelector('#policy').firstChild.mark = true")
    page.get_by_role("combobox", name="Taal").select_option("uk")
    expect(page.locator("#script")).to_contain_text('lang="uk"')
    assert page.evaluate("document.querySelector('#policy').firstChild.mark")


def test_a_snippet_is_copied_and_this_is_said(server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server}/webmasters?lang=nl", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiëren: Een formulier zonder script").click()
    expect(page.locator("#form-copied")).to_have_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#form").text_content()


def test_without_script_the_button_of_the_configurator_does_it(
    server: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server}/webmasters?lang=nl", java_script_enabled=False)
    page.get_by_role("combobox", name="Taal").select_option("ru")
    page.get_by_role("button", name="Toon").click()
    expect(page.locator("#script")).to_contain_text('lang="ru"')
    expect(page.get_by_role("button", name="Kopiëren")).to_have_count(0)
