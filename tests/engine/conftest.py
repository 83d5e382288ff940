"""Small corpora, packed by way of Whoosh as a build does it."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest

from widget_server.engine import segment_writer, whoosh_index
from widget_server.engine.document import Document
from widget_server.engine.kernel import portable
from widget_server.engine.segment import Segment
from widget_server.engine.view import View


@pytest.fixture(autouse=True, scope="session")
def hurried_disk() -> Iterator[None]:
    """No waiting for the disk: what `fsync` is for, a power cut, no test can tell."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _: None)
        yield


Pack = Callable[[Collection[Document]], Segment]


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 21)


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Documents -> an opened segment."""
    root = tmp_path_factory.mktemp("segments")

    def packed(documents: Collection[Document]) -> Segment:
        folder = Path(mkdtemp(dir=root))
        whoosh_index.write(documents, folder / "whoosh")
        contents = whoosh_index.read(folder / "whoosh", whoosh_index.fields_of(documents))
        segment_writer.write(contents, folder / "postings.bin")
        return Segment(folder / "postings.bin")

    return packed


@pytest.fixture(scope="session")
def view_of(pack: Pack, today: date) -> Callable[..., View]:
    """Lists of documents, each a segment -> a view."""
    return lambda *segments: View([(pack(segment), frozenset()) for segment in segments], today)


@pytest.fixture(scope="module", params=["compiled", "portable"])
def each_kernel(request: pytest.FixtureRequest) -> Iterator[None]:
    """Views that are made while this lasts answer by one kernel, and then by the other."""
    kernel = portable
    if request.param == "compiled":
        kernel = pytest.importorskip("widget_server.engine.kernel.compiled", exc_type=ImportError)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("Postings", "Scorer"):
            patch.setattr(f"widget_server.engine.view.{name}", getattr(kernel, name))
        yield
