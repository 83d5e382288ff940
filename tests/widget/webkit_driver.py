"""WebKitGTK, the engine of Safari as Debian ships it, driven by WebKitWebDriver over HTTP (W3C WebDriver)."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Final

from ports import free_port, listens
from webdriver import PATIENCE, BrowserMissingError, WebDriver, wait_until

DRIVER: Final = "WebKitWebDriver"
DISPLAY: Final = "xvfb-run"
HOW_TO_INSTALL: Final = "no WebKit here; on Debian: apt-get install webkit2gtk-driver xvfb xauth"


class WebKitDriver:
    """Carries WebDriver commands to a WebKit of its own, on a display of its own: WebKitGTK has no headless mode."""

    def __init__(self, browser: Path) -> None:
        port = free_port()
        self._process = subprocess.Popen(
            [DISPLAY, "--auto-servernum", DRIVER, f"--port={port}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            # As root the engine finds no sandbox to start in; the pages are our own.
            env=os.environ | {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"},
        )  # fmt: skip
        self._connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        wait_until(lambda: listens(port), f"{DRIVER} listens")
        options = {"binary": str(browser), "args": ["--automation"]}
        session = self._post("", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}})
        self._session = f"/{session['sessionId']}"

    def navigate(self, address: str) -> None:
        self._post(f"{self._session}/url", {"url": address})

    def execute(self, script: str, arguments: Sequence[object]) -> Any:
        return self._post(f"{self._session}/execute/sync", {"script": script, "args": arguments})

    def perform(self, actions: Sequence[dict[str, Any]]) -> None:
        self._post(f"{self._session}/actions", {"actions": actions})

    def quit(self) -> None:
        self._call("DELETE", self._session, None)
        self._connection.close()
        # The display and the driver are children of a shell script, which does not end them with itself.
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(timeout=PATIENCE)

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        return self._call("POST", path, json.dumps(body))

    def _call(self, method: str, path: str, body: str | None) -> Any:
        self._connection.request(method, f"/session{path}", body, {"Content-Type": "application/json"})
        value = json.loads(self._connection.getresponse().read())["value"]
        if isinstance(value, dict) and "error" in value:
            raise AssertionError(f"{path}: {value['error']}: {value['message']}")
        return value


def start_webkit() -> WebDriver:
    """A WebKit.

    Raises:
        BrowserMissingError: there is none on this machine.
    """
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    if not (browsers and shutil.which(DRIVER) and shutil.which(DISPLAY)):
        raise BrowserMissingError(HOW_TO_INSTALL)
    return WebDriver(WebKitDriver(browsers[-1]))
