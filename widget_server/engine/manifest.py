"""What a generation says of itself: the last file that is written into it, so that without it there is none.

`manifest.json` holds the format version of the engine, what each layer is stacked of, the checksum of each
further file and of itself, and under `about` what the builder wants to be known (what it was made by, created, counts). The postings
of a segment hold a checksum of their own; its Whoosh index and its digests, which only a build reads, have none.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from widget_server.engine import packed
from widget_server.errors import IndexMissingError

NAME: Final = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """What a layer consists of: its base without the documents of the keys in `removed`, and perhaps a delta over it."""

    delta: bool = False
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`layers` maps the name of each layer to its stack, `files` each further file to its CRC-32."""

    format: int = packed.VERSION
    layers: Mapping[str, Stack]
    files: Mapping[str, int]
    about: Mapping[str, Any]


def write(manifest: Manifest, folder: Path) -> None:
    """Write `manifest` into `folder`."""
    said = asdict(manifest)
    (folder / NAME).write_bytes(_encoded({**said, "checksum": checksum(_encoded(said))}))


def read(folder: Path) -> Manifest:
    """The manifest of the generation in `folder`, which is as it was written, and so are the further files.

    Raises:
        IndexMissingError: there is no manifest, it is of another format, or it or a file differs.
    """
    try:
        manifest = _decoded((folder / NAME).read_bytes())
        damaged = [name for name, expected in manifest.files.items() if _checksum(folder / name) != expected]
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise IndexMissingError(f"the generation in {folder} cannot be read ({error})") from error
    if manifest.format != packed.VERSION or damaged:
        reason = f"{damaged} differ" if damaged else f"its format is {manifest.format}, not {packed.VERSION}"
        raise IndexMissingError(f"the generation in {folder} cannot be read: {reason}; run `terecht reindex`")
    return manifest


def _decoded(data: bytes) -> Manifest:
    raw = json.loads(data)
    if raw.pop("checksum", None) != checksum(_encoded(raw)):
        raise ValueError("its manifest is not as it was written; run `terecht reindex`")
    stacks = {name: Stack(delta=s["delta"], removed=tuple(s["removed"])) for name, s in raw["layers"].items()}
    return Manifest(**raw | {"layers": stacks})


def _encoded(said: Mapping[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _checksum(path: Path) -> int:
    return checksum(path.read_bytes())


def checksum(data: bytes) -> int:
    """CRC-32: against damage, not against malice."""
    return zlib.crc32(data)
