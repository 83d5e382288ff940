"""Of which text the kernel was compiled."""

from pathlib import Path
from zlib import crc32


def digest() -> int:
    """The CRC-32 of all that `compiled` is made of."""
    value = 0
    for path in sorted(Path(__file__).parent.glob("*.p[xy][dx]")):
        value = crc32(path.read_bytes(), value)
    return value
