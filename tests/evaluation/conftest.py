"""The sample of tests/content with a server's settings of its own, and judgements made by hand."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from widget_server.evaluation.scorecard import Judgement
from widget_server.search.plan import Plan
from widget_server.settings import Settings

SAMPLE = Path(__file__).parent.parent / "content" / "sample"


@pytest.fixture
def configured(tmp_path: Path, cache: Path) -> Settings:
    """Settings that name a copy of the sample, which may be changed, and an empty state folder."""
    content = shutil.copytree(SAMPLE, tmp_path / "index_data")
    return Settings(content=content, state=tmp_path / "state", cache=cache)


@pytest.fixture
def judged() -> Callable[..., Judgement]:
    """A judgement: `found` in the order of the list, against what is `relevant`; ids of one letter each."""

    def judgement(found: str, relevant: str, **more: str) -> Judgement:
        named = {"query": "kamer", "language": "nl", "kind": "word"} | more
        plan = Plan(query=named["query"], words=())
        return Judgement(relevant=frozenset(relevant), found=tuple(found), plan=plan, **named)

    return judgement
