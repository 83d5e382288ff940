"""Of which text a kernel was compiled: `engine.kernel` and `language.kernel` use none that was made of another."""

from pathlib import Path
from zlib import crc32


def digest(folder: Path) -> int:
    """The CRC-32 of all that the kernel in `folder` is made of."""
    value = 0
    for path in sorted(folder.glob("*.p[xy][dx]")):
        value = crc32(path.read_bytes(), value)
    return value
