"""The widget's files, read once: their bytes in each encoding, their tags, the integrity hash of the first.

A page loads the first, which fetches the second after the reader's first action and knows its hash itself
(docs/decisions/0006-widget-in-two-files.md).
"""

import gzip
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256, sha384
from pathlib import Path
from typing import Final

from widget_server.web.version import package_version

SCRIPT: Final = "terecht.js"
EXTRAS: Final = "terecht-more.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script, ready to be sent. `bodies` maps a content encoding (br, gzip, identity) to bytes."""

    bodies: Mapping[str, bytes]
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WidgetAsset:
    """The scripts by their file names; `integrity` is that of the first, for the pages that load it."""

    version: str
    scripts: Mapping[str, Script]
    integrity: str

    @property
    def url(self) -> str:
        """The path of whichever version is current."""
        return "/widget/v1/terecht.js"

    @property
    def versioned_url(self) -> str:
        """The path that will never give other bytes, so that a page may pin it with `integrity`."""
        return f"/widget/{self.version}/terecht.js"


def read_widget(path: Path) -> WidgetAsset | None:
    """The widget at `path`, with the extras beside it; None when it has not been built."""
    if not path.is_file():
        return None
    scripts = {SCRIPT: _script(path)}
    extras = path.with_name(EXTRAS)
    if extras.is_file():
        scripts[EXTRAS] = _script(extras)
    return WidgetAsset(
        version=package_version(),
        scripts=scripts,
        integrity=f"sha384-{b64encode(sha384(path.read_bytes()).digest()).decode()}",
    )


def _script(path: Path) -> Script:
    """The script with its brotli and gzip forms. Without a gzip form one is made; Python knows no brotli."""
    script = path.read_bytes()
    bodies = {"identity": script, "gzip": _beside(path, ".gz") or gzip.compress(script, mtime=0)}
    if brotli := _beside(path, ".br"):
        bodies["br"] = brotli
    return Script(bodies=bodies, tag=sha256(script).hexdigest()[:16])


def _beside(path: Path, suffix: str) -> bytes | None:
    """The compressed form of `path`. CI builds all forms together, so that none can be of an older script."""
    compressed = path.with_name(path.name + suffix)
    return compressed.read_bytes() if compressed.is_file() else None
