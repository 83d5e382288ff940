"""Every setting of Terecht, in one table, read once from the environment into a frozen object."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from widget_server import resources
from widget_server.errors import SettingsError


def _port(text: str) -> int:
    port = int(text)
    if not 0 < port < 65_536:  # noqa: PLR2004  the range of a TCP port
        raise ValueError
    return port


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError
    return count


#: A web address: a scheme, a host, perhaps a port and what follows. One with a line break would be two lines of a file.
_WEB: Final = re.compile(r"https?://(\[[\da-fA-F:.]+\]|[\w.-]+)(:\d+)?(/[^\s\x00-\x1f\x7f]*)?")

_MAIL: Final = re.compile(r"mailto:[^\s\x00-\x1f\x7f@]+@[^\s\x00-\x1f\x7f@]+")


def _base(text: str) -> str:
    """A web address that paths can be added to, and none of its own: pages link to `/static/…`. Empty where there is none."""
    if text and (not _is_web_address(text) or urlsplit(text).path.strip("/") or "?" in text or "#" in text):
        raise ValueError
    return text


def _host(text: str) -> str:
    return str(ip_address(text))


def _secret(text: str) -> str:
    """What a header can carry: a line break at the end of a file that it was read from would never match."""
    if not all("!" <= char <= "~" for char in text):
        raise ValueError
    return text


def _contact(text: str) -> str:
    """Where reports go, as RFC 9116 takes it in section 2.5.3; empty where that is nowhere."""
    is_page = text.startswith("https:") and _is_web_address(text)
    if text and not is_page and not _MAIL.fullmatch(text):
        raise ValueError
    return text


def _is_web_address(text: str) -> bool:
    """Whether `text` is one; ValueError where only its host or its port is none."""
    return bool(_WEB.fullmatch(text)) and urlsplit(text).port != 0


#: Addresses that mean "all of this machine's"; none of them can be browsed to.
_EVERYWHERE: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104  compared with, not bound to


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: the environment variable is `TERECHT_` + the name in capitals.

    `alias` is another variable, which counts where that one is not given. What `is_secret` stands in no message.
    """

    name: str
    parse: Callable[[str], Any]
    default: str
    expects: str
    help: str
    alias: str = ""
    is_secret: bool = False

    @property
    def variable(self) -> str:
        """The name of the environment variable."""
        return f"TERECHT_{self.name.upper()}"

    def given(self, environment: Mapping[str, str]) -> tuple[str, str]:
        """The variable that `environment` gives this setting by, and its text; the default where there is none.

        Empty is not given, as in forms and env files.
        """
        texts = ((name, environment.get(name, "")) for name in (self.variable, self.alias))
        return next(((name, text) for name, text in texts if text), (self.variable, self.default))


TABLE: Final = (
    Setting("content", Path, str(resources.CONTENT), "a folder", "The YAML content."),
    Setting(
        "state",
        Path,
        "var",
        "a folder",
        "Built generations; made when missing. A relative one lies in the folder that a command starts in: give server and editors the same absolute one.",
    ),
    Setting(
        "cache",
        Path,
        "",
        "a folder",
        "Dictionaries prepared once per machine, and entries as they were read; empty: `cache` in the state folder.",
    ),
    Setting("host", _host, "127.0.0.1", "an IP address, like 127.0.0.1 or ::", "The address to listen on."),
    Setting(
        "port",
        _port,
        "8000",
        "a number from 1 to 65535",
        "The port to listen on; `PORT` is read as well.",
        alias="PORT",
    ),
    Setting("workers", _count, "2", "a number from 1", "Server processes; as many as cores is best."),
    Setting(
        "public_url",
        _base,
        "",
        "a whole address without a path, like https://terecht.example",
        "Where the public reaches this server. Links, snippets and oEmbed use it, and https turns HSTS on. Empty: http and the `Host` of the request, so set it behind a proxy.",
    ),
    Setting(
        "reindex_token",
        _secret,
        "",
        "a secret of letters, digits and signs, without blanks or line breaks",
        "Bearer token for POST /api/v1/reindex; empty: the route is off.",
        is_secret=True,
    ),
    Setting(
        "security_contact",
        _contact,
        "",
        "mailto: and a mail address, or the https: address of a page",
        "Where to report a leak; empty: a page of this server.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a process. Made by `read`; tests make their own."""

    content: Path = resources.CONTENT
    state: Path = Path("var")
    cache: Path = Path("var/cache")
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    public_url: str = ""
    reindex_token: str = field(default="", repr=False)
    security_contact: str = ""

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the server."""
        host = "127.0.0.1" if self.host in _EVERYWHERE else self.host
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that `environment` asks for.

    Raises:
        SettingsError: a variable holds a value that cannot be used; the message names all of these.
    """
    values: dict[str, Any] = {}
    faults = []
    for setting in TABLE:
        variable, text = setting.given(environment)
        try:
            values[setting.name] = setting.parse(text)
        except ValueError:
            shown = "holds something else" if setting.is_secret else f"is {text!r}"
            faults.append(f"{variable} {shown}; it takes {setting.expects}")
    if faults:
        raise SettingsError("\n".join(faults))
    if not environment.get("TERECHT_CACHE"):
        values["cache"] = values["state"] / "cache"
    return Settings(**values)


_PAGE: Final = """\
# Settings
Environment variables, read once at the start. One that is empty counts as not given; a value that cannot be used stops the
start with a message that names all of these. This page is made from the table in `widget_server/settings.py`:
`python -m widget_server.settings > docs/settings.md`.

| variable | takes | default | what for |
|---|---|---|---|
"""


def page() -> str:
    """docs/settings.md, made from the table."""
    return _PAGE + "".join(f"{_row(setting)}\n" for setting in TABLE)


def _row(setting: Setting) -> str:
    default = setting.default.replace(str(resources.CONTENT), "the content that comes with Terecht")
    shown = default if " " in default or not default else f"`{default}`"
    return f"| `{setting.variable}` | {setting.expects} | {shown} | {setting.help} |"


if __name__ == "__main__":
    sys.stdout.write(page())
