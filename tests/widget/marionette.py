"""Debian's Firefox, driven by Marionette: the protocol that geckodriver speaks, which Debian does not ship.

A message is its length in bytes, a colon, and JSON: `[0, number, name, parameters]` asks, `[1, number, error, value]`
answers (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from webdriver import PATIENCE, BrowserMissingError, WebDriver, wait_until

FIREFOX: Final = os.environ.get("TERECHT_FIREFOX", "firefox-esr")
HOW_TO_INSTALL: Final = "no Firefox here; on Debian: apt-get install firefox-esr"

#: Firefox picks a free port, and asks nobody anything at its start: tests use no network.
PREFERENCES: Final = {
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
}
#: Where Firefox writes the port that it picked.
PORT_FILE: Final = "MarionetteActivePort"


class Marionette:
    """Carries WebDriver commands to a Firefox of its own, with a profile of its own."""

    def __init__(self) -> None:
        self._profile = Path(tempfile.mkdtemp())
        lines = (
            f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()
        )
        (self._profile / "user.js").write_text("\n".join(lines))
        self._process = subprocess.Popen(
            [FIREFOX, "--headless", "--no-remote", "--marionette", "--profile", str(self._profile)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        port = self._profile / PORT_FILE
        wait_until(lambda: port.exists() and bool(port.read_text()), "Firefox listens")
        self._socket = socket.create_connection(("127.0.0.1", int(port.read_text())), timeout=PATIENCE)
        self._reader = self._socket.makefile("rb")
        self._number = 0
        self._receive()  # its greeting
        self._send("WebDriver:NewSession", {"capabilities": {}})

    def navigate(self, address: str) -> None:
        self._send("WebDriver:Navigate", {"url": address})

    def execute(self, script: str, arguments: Sequence[object]) -> Any:
        return self._send("WebDriver:ExecuteScript", {"script": script, "args": arguments})["value"]

    def perform(self, actions: Sequence[dict[str, Any]]) -> None:
        self._send("WebDriver:PerformActions", {"actions": actions})

    def quit(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)
        self._reader.close()
        self._socket.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _send(self, name: str, parameters: dict[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = self._receive()
        if error:
            raise AssertionError(f"{name}: {error['error']}: {error['message']}")
        return value

    def _receive(self) -> Any:
        length = b""
        while (sign := self._reader.read(1)) != b":":
            length += sign
        return json.loads(self._reader.read(int(length)))


def start_firefox() -> WebDriver:
    """A headless Firefox.

    Raises:
        BrowserMissingError: there is none on this machine.
    """
    if not shutil.which(FIREFOX):
        raise BrowserMissingError(HOW_TO_INSTALL)
    return WebDriver(Marionette())
