"""Entries as they were read the last time: of two thousand files an editor has changed one.

What is kept is an entry without faults, in JSON, under a digest of all that it was read from: the text of its
file, the names that its layer knows, and the code that reads it. References between files are not part of
it; they are checked each time. What cannot be read in the cache is read from the content again.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final, Self
from zlib import crc32

from widget_server.content import codec
from widget_server.content.faults import Mark
from widget_server.content.nodes import Scalar
from widget_server.content.readers.entry import EntryDraft
from widget_server.content.vocabulary import Vocabulary
from widget_server.content.yaml_file import YamlFile

#: Reads the entry of a file; None when the file is no YAML.
Read = Callable[[YamlFile, str, Vocabulary], EntryDraft | None]

_FILE: Final = "entries.jsonl"

_DIGEST_BYTES: Final = 16

#: What another release may read otherwise, or no longer take: texts, hours and phone numbers.
_LIBRARIES: Final = ("pyyaml", "opening-hours-py", "phonenumberslite")

# A line is the digest of what was read, the checksum of the record, and the record: what stands beside the entry and the
# parts of it, tabs between. JSON holds no bare tab.
_BLANK: Final = b" "
_TAB: Final = b"\t"


class EntryCache:
    """The entries of the content that was read last. `save` keeps those that were asked for since `open`."""

    def __init__(self, path: Path | None = None, known: Mapping[bytes, bytes] | None = None) -> None:
        """Nothing is kept without a `path`. `known` are records by their digests."""
        self._path = path
        self._known = known or {}
        self._used: dict[bytes, bytes] = {}

    @classmethod
    def open(cls, folder: Path) -> Self:
        """What the cache in `folder` knows."""
        path = folder / _FILE
        return cls(path, dict(_records(path)))

    def read(self, file: YamlFile, entry_id: str, vocabulary: Vocabulary, read: Read) -> EntryDraft | None:
        """The entry of `file`, by `read` if it is not known."""
        if self._path is None or not vocabulary.complete:
            return read(file, entry_id, vocabulary)
        key = _digest(vocabulary.digest, file.name, file.text)
        record = self._known.get(key)
        draft = _decoded(record, file) if record else None
        if record is None or draft is None or draft.entry.verified_on > vocabulary.today:
            draft = read(file, entry_id, vocabulary)
            record = None if draft is None or file.faults else _encoded(draft)
        if record:
            self._used[key] = record
        return draft

    def save(self) -> None:
        """Write what was asked for to the cache, if that is not what it holds."""
        if self._path is None or self._used == self._known:
            return
        with suppress(OSError):  # a machine may be given its cache to read only
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _replace(
                self._path,
                (_BLANK.join((key, _checksum(record), record)) + b"\n" for key, record in self._used.items()),
            )


def _replace(path: Path, lines: Iterable[bytes]) -> None:
    """Write a file beside `path` and put it in its place; where that fails, nothing stays behind."""
    file = NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False)  # noqa: SIM115  closed below
    try:
        with file:
            file.writelines(lines)
        Path(file.name).replace(path)
    finally:
        Path(file.name).unlink(missing_ok=True)


def _records(path: Path) -> Iterator[tuple[bytes, bytes]]:
    with suppress(OSError, ValueError):
        for line in path.read_bytes().splitlines():
            key, checksum, record = line.split(_BLANK, maxsplit=2)
            if checksum == _checksum(record):
                yield key, record


def _checksum(record: bytes) -> bytes:
    return b"%08x" % crc32(record)


def _encoded(draft: EntryDraft) -> bytes:
    beside = {
        "turn_to": [[found.value, *_placed(found.mark)] for found in draft.turn_to],
        "contacts": _placed(draft.contacts),
        "is_faq": draft.is_faq,
    }
    return _TAB.join((json.dumps(beside, ensure_ascii=False).encode(), *codec.encode(draft.entry)))


def _placed(mark: Mark) -> tuple[int, int]:
    return mark.line, mark.column


def _decoded(record: bytes, file: YamlFile) -> EntryDraft | None:
    """The draft that was kept; None when this is no record."""
    try:
        beside, *parts = record.split(_TAB)
        places = json.loads(beside)
        return EntryDraft(
            file=file,
            entry=codec.decode(parts),
            turn_to=tuple(Scalar(value, Mark(*mark)) for value, *mark in places["turn_to"]),
            contacts=Mark(*places["contacts"]),
            is_faq=places["is_faq"],
        )
    except (ValueError, TypeError, KeyError):
        return None


def _digest(*parts: str) -> bytes:
    digest = blake2b(_code(), digest_size=_DIGEST_BYTES)
    for part in parts:
        digest.update(part.encode(errors="surrogatepass") + b"\0")
    return digest.hexdigest().encode()


@cache
def _code() -> bytes:
    """A digest of the code that reads entries, ours and others', so that no one has to remember to raise a version."""
    versions = " ".join(map(version, _LIBRARIES))
    digest = blake2b(versions.encode(), digest_size=_DIGEST_BYTES)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
