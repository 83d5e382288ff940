"""Whatever bytes a file holds: a corpus or faults, never another exception."""

from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from widget_server.content.folder import Folder, read_folder
from widget_server.content.loader import examine

SAMPLE = read_folder(Path(__file__).parent / "sample")
TODAY = date(2026, 11, 21)
PATHS = st.sampled_from(sorted(SAMPLE.files, key=str))

#: Pieces that mean something to YAML, to a reader, or to a library behind one.
# fmt: off
PIECES = st.sampled_from([
    "\n", " ", "-", ":", "~", "{}", "[]", "{a: b}", "[[", "]]", "&x", "*x", "!!int", "|", ">-", "'", '"', "#", "---", "...",
    "%YAML", "<<:", "? ", "\t", "\0", "\r", "\ufeff", "\u2028", "\ufffd", "\u00ad",
    "nl:", "ua:", "kind:", "text:", "contacts:", "municipality", "municipality/", "/", "//", "true", "null", "no", "0591",
    "2026-02-30", "0000-00-00", "9999-12-31", "0001-01-01",
    "+", "+31", "14", "112", "070-44", "@", "a@b", "https://", "https://[", "xn--", "xn--a.nl",
    "24/7", "PH", "Mo-Fr", "09:00+", "99:99",
])
# fmt: on
BYTES = st.binary(max_size=8) | PIECES.map(str.encode)


def examined(path: PurePosixPath, content: bytes) -> None:
    files = {**SAMPLE.files, path: content}
    corpus, faults = examine(Folder("index_data", MappingProxyType(files), ()), today=TODAY)
    assert (corpus is None) == bool(faults)
    assert all(str(fault).startswith("index_data/") for fault in faults)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(PATHS, st.binary(max_size=200))
def test_any_bytes_in_the_place_of_a_file(path: PurePosixPath, content: bytes) -> None:
    examined(path, content)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(PATHS, st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 20), BYTES), min_size=1, max_size=4))
def test_any_change_within_a_file(path: PurePosixPath, edits: list[tuple[int, int, bytes]]) -> None:
    content = SAMPLE.files[path]
    for place, length, new in edits:
        start = place % (len(content) + 1)
        content = content[:start] + new + content[start + length :]
    examined(path, content)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(PATHS, st.integers(0, 100), PIECES | st.text(max_size=12))
def test_any_value_in_the_place_of_a_value(path: PurePosixPath, line: int, value: str) -> None:
    lines = SAMPLE.files[path].decode().splitlines()
    chosen = line % len(lines)
    key, colon, _ = lines[chosen].partition(": ")
    lines[chosen] = f"{key}{colon}{value}"
    examined(path, "\n".join(lines).encode())
