"""The widget's one file, read once: its bytes in each encoding, its tags, its integrity hash."""

import gzip
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256, sha384
from pathlib import Path

from widget_server.web.version import package_version


@dataclass(frozen=True, slots=True, kw_only=True)
class WidgetAsset:
    """The script, ready to be sent. `bodies` maps a content encoding (br, gzip, identity) to bytes."""

    version: str
    bodies: Mapping[str, bytes]
    integrity: str
    tag: str

    @property
    def url(self) -> str:
        """The path of whichever version is current."""
        return "/widget/v1/terecht.js"

    @property
    def versioned_url(self) -> str:
        """The path that will never give other bytes, so that a page may pin it with `integrity`."""
        return f"/widget/{self.version}/terecht.js"


def read_widget(path: Path) -> WidgetAsset | None:
    """The widget at `path`, with the brotli and gzip forms beside it; None when it has not been built.

    Without a gzip form one is made here; the standard library knows no brotli.
    """
    if not path.is_file():
        return None
    script = path.read_bytes()
    bodies = {"identity": script, "gzip": _beside(path, ".gz") or gzip.compress(script, mtime=0)}
    if brotli := _beside(path, ".br"):
        bodies["br"] = brotli
    return WidgetAsset(
        version=package_version(),
        bodies=bodies,
        integrity=f"sha384-{b64encode(sha384(script).digest()).decode()}",
        tag=sha256(script).hexdigest()[:16],
    )


def _beside(path: Path, suffix: str) -> bytes | None:
    """The compressed form of `path`. CI builds all forms together, so that none can be of an older script."""
    compressed = path.with_name(path.name + suffix)
    return compressed.read_bytes() if compressed.is_file() else None
