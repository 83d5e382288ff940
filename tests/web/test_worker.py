import gc
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from widget_server.errors import ContentError, RelevanceError
from widget_server.settings import Settings
from widget_server.web import worker
from widget_server.web.worker import assemble, settle

TOKEN = "s3cret"  # noqa: S105  of a server that lives for one test


def test_a_reindex_in_a_process_of_its_own_tells_every_fault_it_finds(tmp_path: Path) -> None:
    (tmp_path / "national" / "entries").mkdir(parents=True)
    (tmp_path / "national" / "entries" / "dog.yaml").write_text("kind: cat\n", "utf-8")
    settings = Settings(content=tmp_path, state=tmp_path / "state", cache=tmp_path, reindex_token=TOKEN)
    reply = (
        assemble(settings).test_client().post("/api/v1/reindex", headers={"Authorization": f"Bearer {TOKEN}"})
    )
    assert reply.status_code == 422
    assert any("dog.yaml:1:" in fault for fault in reply.json["faults"])


@pytest.mark.parametrize("error", [ContentError(["a", "b"]), RelevanceError(["c"])])
def test_an_error_is_the_same_in_another_process(error: ContentError | RelevanceError) -> None:
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301  written in the line itself
    assert (str(sent), vars(sent)) == (str(error), vars(error))


@pytest.fixture
def _collector() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("_collector")
def test_a_settled_worker_leaves_what_it_imported_out_of_garbage_collection() -> None:
    settle()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == worker.GARBAGE


def test_a_worker_imports_nothing_that_only_a_reindex_needs() -> None:

    program = "import sys, widget_server.web.worker; print([name for name in ('whoosh', 'simplemma') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
