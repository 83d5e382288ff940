"""Every setting of Terecht, in one table, read once from the environment into a frozen object."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

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


#: Addresses that mean "all of this machine's"; none of them can be browsed to.
_EVERYWHERE: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104  compared with, not bound to


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: the environment variable is `TERECHT_` + the name in capitals."""

    name: str
    parse: Callable[[str], Any]
    default: str
    expects: str
    help: str

    @property
    def variable(self) -> str:
        """The name of the environment variable."""
        return f"TERECHT_{self.name.upper()}"


TABLE: Final = (
    Setting("content", Path, str(resources.CONTENT), "a folder", "The YAML content."),
    Setting("state", Path, "var", "a folder", "Built generations and statistics; made when missing."),
    Setting(
        "cache",
        Path,
        "",
        "a folder",
        "Dictionaries prepared once per machine, and entries as they were read; empty: `cache` in the state folder.",
    ),
    Setting("host", str, "127.0.0.1", "an address", "The address to listen on."),
    Setting(
        "port", _port, "8000", "a number from 1 to 65535", "The port to listen on; `PORT` is read as well."
    ),
    Setting("workers", _count, "2", "a number from 1", "Server processes; as many as cores is best."),
    Setting(
        "public_url",
        str,
        "",
        "a URL",
        "Where the public reaches this server, for links; empty: as the request says.",
    ),
    Setting(
        "reindex_token",
        str,
        "",
        "a secret",
        "Bearer token for POST /api/v1/reindex; empty: the route is off.",
    ),
    Setting(
        "security_contact",
        str,
        "",
        "a mailto: or https: URL",
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
    given = {"TERECHT_PORT": environment.get("PORT", "")}
    given |= {variable: text for variable, text in environment.items() if text}
    values: dict[str, Any] = {}
    faults = []
    for setting in TABLE:
        text = given.get(setting.variable) or setting.default  # empty is not given, as in forms and env files
        try:
            values[setting.name] = setting.parse(text)
        except ValueError:
            faults.append(f"{setting.variable} is {text!r}; it takes {setting.expects}")
    if faults:
        raise SettingsError("\n".join(faults))
    if not given.get("TERECHT_CACHE"):
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
