"""Everything from the municipality's own address: the nginx settings of /webmasters in a real nginx, and the widget behind them."""

import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from typing import Final

import pytest
from playwright.sync_api import BrowserContext
from ports import free_port, listens
from visiting import Visit
from webdriver import PATIENCE, wait_until

pytestmark = pytest.mark.browser

NGINX: Final = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")

#: What /webmasters promises for this way: "Your policy then needs only 'self'".
POLICY: Final = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"
)

PAGE: Final = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Hulp</title>
<meta name="viewport" content="width=device-width"><main><h1>Hulp</h1>{snippet}</main>"""

#: One process, so that it may read what the tests may read; nothing is written outside its own folder.
CONFIGURATION: Final = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr warn;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location = /page {{ default_type text/html; alias {folder}/page.html; add_header Content-Security-Policy "{policy}"; }}
    {snippet}
  }}
}}
"""


class Snippet(HTMLParser):
    """The text of the element with an id: what a webmaster copies."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.text = ""
        self._wanted = wanted
        self._within = False

    def handle_starttag(self, _: str, attributes: list[tuple[str, str | None]]) -> None:
        self._within = ("id", self._wanted) in attributes

    def handle_endtag(self, _: str) -> None:
        self._within = False

    def handle_data(self, data: str) -> None:
        self.text += data if self._within else ""


def copied(page: str, wanted: str) -> str:
    snippet = Snippet(wanted)
    snippet.feed(page)
    return snippet.text


@pytest.fixture(scope="module")
def site(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a municipality's nginx, set up with what /webmasters says and nothing else of ours."""
    if NGINX is None:
        pytest.skip("no nginx here; on Debian: apt-get install nginx-light")
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    with closing(urllib.request.urlopen(f"{server}/webmasters?lang=nl")) as reply:  # noqa: S310  our own server
        webmasters = reply.read().decode()
    (folder / "page.html").write_text(PAGE.format(snippet=copied(webmasters, "hosted")), encoding="utf-8")
    configuration = folder / "nginx.conf"
    configuration.write_text(
        CONFIGURATION.format(folder=folder, port=port, policy=POLICY, snippet=copied(webmasters, "proxy"))
    )
    process = subprocess.Popen([NGINX, "-p", folder, "-c", configuration])
    wait_until(lambda: listens(port), "nginx listens")
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=PATIENCE)


@pytest.fixture
def visit(context: BrowserContext, site: str) -> Iterator[Visit]:
    visit = Visit(context, site)
    yield visit
    visit.close()


def test_the_widget_behind_a_proxy_asks_nobody_but_the_own_address(visit: Visit, site: str) -> None:
    visit.open("page").act().choices.locator("[part=topic]").first.wait_for()
    visit.ask("kamer").widget.locator("[part=actions]").first.wait_for()
    assert {url.startswith(f"{site}/") for url in visit.requests} == {True}
    assert f"{site}/terecht/widget/v1/terecht-more.js" in visit.requests
    assert visit.page.evaluate("violations") == []
    assert visit.errors == []


def test_an_answer_behind_a_proxy_leads_to_its_page_on_the_server(visit: Visit, server: str) -> None:
    visit.open("page").ask("kamer").titles.first.wait_for()
    visit.titles.first.locator("a").click()
    visit.page.wait_for_url(f"{server}/borger-odoorn/entries/*")
    assert visit.page.get_by_role("heading", level=1).is_visible()


def test_an_answer_is_passed_on_with_its_whole_address(visit: Visit, site: str) -> None:
    visit.page.add_init_script("navigator.share = async (what) => { window.shared = what };")
    visit.open("page").act().ask("kamer")
    visit.widget.get_by_role("button", name="Delen").first.click()
    assert visit.page.evaluate("shared.url").startswith(f"{site}/terecht/borger-odoorn/entries/")


def test_no_question_carries_a_cookie_of_the_municipality(visit: Visit, site: str) -> None:
    """On the own address a browser would send them along, were it not told otherwise."""
    visit.page.context.add_cookies([{"name": "session", "value": "of-the-cms", "url": site}])
    carried = {}
    visit.page.on(
        "request", lambda request: carried.update({request.url: request.all_headers().get("cookie")})
    )
    visit.open("page").act().choices.locator("[part=question]").first.wait_for()
    visit.ask("kamer").widget.locator("[part=actions]").first.wait_for()
    visit.page.context.clear_cookies()
    asked = {url: cookie for url, cookie in carried.items() if "/api/v1/" in url}
    assert len(asked) == 3
    assert set(asked.values()) == {None}
