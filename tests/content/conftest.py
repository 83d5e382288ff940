"""A small, sound content folder (`sample/`) that each test may spoil in its own way."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from widget_server.content.faults import Fault
from widget_server.content.loader import check
from widget_server.content.model import Corpus

SAMPLE = Path(__file__).parent / "sample"


@dataclass(frozen=True)
class ContentFolder:
    """A copy of the sample. Paths are below `root`, which is called index_data."""

    root: Path
    today: date = date(2026, 11, 21)

    def change(self, path: str, old: str, new: str) -> None:
        """Replace the only occurrence of `old` in a file."""
        text = (self.root / path).read_text()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        (self.root / path).write_text(text.replace(old, new))

    def write(self, path: str, content: str | bytes) -> None:
        """Make a file, and the folders it lies in."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def faults(self) -> tuple[Fault, ...]:
        """All that is told about the folder."""
        return check(self.root, today=self.today)[1]

    def told(self) -> list[str]:
        """Each fault as `path:line:column code`."""
        return [
            f"{fault.file.removeprefix('index_data/')}:{fault.mark.line}:{fault.mark.column} {fault.code}"
            for fault in self.faults()
        ]

    def corpus(self) -> Corpus:
        """The content, which must be sound."""
        corpus, faults = check(self.root, today=self.today)
        assert corpus is not None, "\n".join(map(str, faults))
        return corpus


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    """A sound content folder that may be spoilt."""
    return ContentFolder(shutil.copytree(SAMPLE, tmp_path / "index_data"))


@pytest.fixture(scope="session")
def sample() -> Corpus:
    """The sample, read."""
    return ContentFolder(SAMPLE).corpus()
