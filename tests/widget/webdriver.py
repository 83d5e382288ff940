"""A browser told what to do in the commands of W3C WebDriver, whoever carries them.

Playwright drives only engines that it has patched itself. What residents use is Firefox and Safari as they are shipped:
marionette.py carries these commands to Debian's Firefox, webkit_driver.py to WebKitGTK.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

#: Seconds; a loaded machine is no failure.
PATIENCE: Final = 15
#: Seconds between two looks at a page.
BETWEEN_LOOKS: Final = 0.05

#: `querySelectorAll`, because a page under test has broken `querySelector`.
_SHADOW: Final = "const shadow = document.querySelectorAll('terecht-search, [data-terecht]')[0]?.shadowRoot;"

#: https://www.w3.org/TR/webdriver2/#keyboard-actions
ENTER: Final = "\ue007"
ESCAPE: Final = "\ue00c"
SHIFT: Final = "\ue008"
TAB: Final = "\ue004"


class Carrier(Protocol):
    """Takes commands to a browser, and ends it."""

    def navigate(self, address: str) -> None:
        """Go to `address` and wait until it is loaded."""

    def execute(self, script: str, arguments: Sequence[object]) -> Any:
        """Run the body of a function in the page; what it returns, awaited where it is a promise."""

    def perform(self, actions: Sequence[dict[str, Any]]) -> None:
        """Do what a reader's hands would do."""

    def quit(self) -> None:
        """End the browser and what came with it."""


class BrowserMissingError(Exception):
    """The browser, or what drives it, is not on this machine; the message names the packages."""


class WebDriver:
    """A browser under test. In what a test reads, `shadow` stands for the shadow root of the page's first widget."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier

    def open(self, address: str) -> None:
        """Go to `address` and wait until the widget's script has run."""
        self._carrier.navigate(address)
        self.wait_for("!!customElements.get('terecht-search')")

    def read(self, expression: str, *arguments: object) -> Any:
        """The value of a JavaScript expression in the page; it may be a promise."""
        return self._carrier.execute(f"{_SHADOW} return {expression};", arguments)

    def wait_for(self, expression: str) -> None:
        """Wait until `expression` holds in the page."""
        wait_until(lambda: bool(self.read(expression)), expression)

    def press(self, *keys: str) -> None:
        """Press and release each key in turn, wherever focus is."""
        self._keys([{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")])

    def press_with_shift(self, key: str) -> None:
        """Press `key` while Shift is held."""
        self._keys([
            {"type": "keyDown", "value": SHIFT}, {"type": "keyDown", "value": key},
            {"type": "keyUp", "value": key}, {"type": "keyUp", "value": SHIFT},
        ])  # fmt: skip

    def quit(self) -> None:
        """End the browser."""
        self._carrier.quit()

    def _keys(self, actions: list[dict[str, str]]) -> None:
        self._carrier.perform([{"type": "key", "id": "keyboard", "actions": actions}])


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds.

    Raises:
        AssertionError: it did not within PATIENCE.
    """
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"within {PATIENCE} seconds it did not come to hold: {what}")
        time.sleep(BETWEEN_LOOKS)
