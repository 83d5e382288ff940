"""What the widget costs a page, a reader and a phone: prints the table of docs/widget.md.

    TERECHT_PORT=8000 terecht serve &
    PYTHONPATH=tests/widget python tests/widget/measure.py http://127.0.0.1:8000

A page with the widget on it, in Chromium, as a visitor comes for the first time: bytes as they travel (headers
included), and how long the thread that draws the page was held up by tasks of 50 ms and more.
"""

import os
import sys
import threading
from collections.abc import Callable
from typing import Any, Final

import host_site
from playwright.sync_api import Browser, sync_playwright
from visiting import Visit

CHROMIUM: Final = os.environ.get("TERECHT_CHROMIUM", "/usr/bin/chromium")

#: How many times slower than this machine: Lighthouse imitates a phone by four.
SPEEDS: Final = (1, 4)

#: https://www.w3.org/TR/longtasks-1/
WATCH: Final = """
window.held = 0;
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) held += duration; })
  .observe({ type: "longtask", buffered: true });
"""

STEPS: Final[dict[str, Callable[[Visit], object]]] = {
    "the page loads": lambda visit: visit.open("plain"),
    "the first focus": lambda visit: visit.act().choices.locator("[part=topic]").first.wait_for(),
    "a question": lambda visit: visit.ask("kamer").widget.locator("[part=actions]").last.wait_for(),
}


class Wire:
    """What went over the wire between the page and the widget's server."""

    def __init__(self, visit: Visit, server: str) -> None:
        self.requests = 0
        self.bytes = 0
        self._server = server
        self._ours: set[str] = set()
        self.session = visit.page.context.new_cdp_session(visit.page)
        self.session.send("Network.enable")
        self.session.on("Network.responseReceived", self._received)
        self.session.on("Network.loadingFinished", self._finished)

    def _received(self, event: dict[str, Any]) -> None:
        if event["response"]["url"].startswith(self._server):
            self._ours.add(event["requestId"])

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self._ours:
            self.requests += 1
            self.bytes += int(event["encodedDataLength"])


def measure(browser: Browser, host: str, server: str, slower: int) -> None:
    """Print what each step of one visit takes."""
    visit = Visit(browser.new_context(), host)
    visit.page.add_init_script(WATCH)
    wire = Wire(visit, server)
    wire.session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    before = (0, 0, 0)
    for step, take in STEPS.items():
        take(visit)
        visit.page.wait_for_load_state("networkidle")
        visit.page.wait_for_timeout(500)  # for observers, which are told afterwards
        after = (wire.requests, wire.bytes, round(visit.page.evaluate("held")))
        requests, size, held = (now - then for now, then in zip(after, before, strict=True))
        print(f"| {step} | {slower} x | {requests} | {size} | {held} |")  # noqa: T201  its purpose
        before = after
    visit.page.context.close()


def main(server: str) -> None:
    """Measure at each speed."""
    site = host_site.start(server)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    print("| step | slower | requests | bytes | long tasks, ms |")  # noqa: T201  as above
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for slower in SPEEDS:
            measure(browser, f"http://localhost:{site.server_port}", server, slower)
        browser.close()
    site.shutdown()


if __name__ == "__main__":
    main(sys.argv[1])
