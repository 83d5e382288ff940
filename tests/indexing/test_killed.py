"""Killed in the middle, a reindex leaves the last good generation in service, and the next one succeeds.

Every step on the disk is tried in tests/engine/test_generations.py; here it is the real command.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from widget_server.engine.generations import GenerationStore
from widget_server.indexing.reindex import Published
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf

SCRIPT = Path(__file__).parent / "killed_reindex.py"


def served(state: Path) -> list[str]:
    """What a server that starts now answers."""
    service = SearchService(EditionShelf(GenerationStore(state)))
    request = SearchRequest(query="kamer over", language="nl", municipality="zilverdam")
    return [service.generation(), service.search(request).results[0].title]


@pytest.fixture
def folders(content: Path, state: Path, cache: Path) -> dict[str, Path]:
    return {"TERECHT_CONTENT": content, "TERECHT_STATE": state, "TERECHT_CACHE": cache}


@pytest.mark.parametrize(
    "moment", ["Reading", "Indexing national", "Indexing zilverdam", "Looking up words", "Packing", "judging"]
)
def test_a_reindex_that_is_killed_leaves_the_last_good_generation_in_service(
    run: Callable[..., Published],
    rewrite: Callable[[str, str, str], None],
    folders: dict[str, Path],
    moment: str,
) -> None:
    run()
    rewrite("national/entries/room-at-home.yaml", "title: Ik heb een kamer over", "title: Een kamer over")
    rewrite("zilverdam/entries/gemeente-zilverdam.yaml", "Bel de gemeente.", "Bel ons.")
    state = folders["TERECHT_STATE"]
    killed = subprocess.run(
        [sys.executable, SCRIPT, moment],
        env=os.environ | {name: str(folder) for name, folder in folders.items()},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert served(state) == ["000001", "Ik heb een kamer over"]
    run()
    assert served(state) == ["000002", "Een kamer over"]
    assert list((state / "building").iterdir()) == []
