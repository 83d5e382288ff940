"""Down to the disk: what was synced is there after a power cut, and not only after the end of this process."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Have the system write a file down, or the names in a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_all(folder: Path) -> None:
    """The same for `folder` and all in it."""
    for path in (folder, *folder.rglob("*")):
        sync(path)


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of `path` by one step: a reader finds what was there before, or all of this."""
    successor = path.with_suffix(".new")
    successor.write_bytes(data)
    sync(successor)
    successor.replace(path)
    sync(path.parent)
