import json
from collections.abc import Callable
from pathlib import Path

import pytest

from widget_server.errors import ContentError
from widget_server.evaluation import baseline
from widget_server.evaluation.scorecard import Judgement, Scorecard

Judged = Callable[..., Judgement]


def test_without_a_file_no_loss_is_known(tmp_path: Path, judged: Judged) -> None:
    lost = judged("", "a")
    assert baseline.read(tmp_path).regressions(Scorecard((lost, judged("a", "a")))) == (lost,)


def test_a_loss_that_was_written_down_is_no_regression(tmp_path: Path, judged: Judged) -> None:
    old, new = judged("", "a", query="hond"), judged("", "a", query="kat")
    baseline.write(tmp_path, Scorecard((old, judged("a", "a"))))
    assert baseline.read(tmp_path).regressions(Scorecard((old, new))) == (new,)


def test_the_same_words_in_another_language_are_another_question(tmp_path: Path, judged: Judged) -> None:
    baseline.write(tmp_path, Scorecard((judged("", "a", language="uk"),)))
    assert baseline.read(tmp_path).regressions(Scorecard((judged("", "a", language="ru"),)))


def test_the_file_is_made_for_reading_a_diff_of_it(tmp_path: Path, judged: Judged) -> None:
    third = judged("xya", "a", query="кімната", language="uk")
    baseline.write(tmp_path, Scorecard((judged("", "a", query="b"), judged("", "a", query="a"), third)))
    text = (tmp_path / baseline.FILE).read_text()
    assert "\n" in text.strip()
    written = json.loads(text)
    assert written["losses"] == ["nl: a", "nl: b"]
    assert list(written["figures"]) == ["all", "nl", "uk"]
    assert written["figures"]["all"] == {
        "questions": 3,
        "success_at_1": 0,
        "success_at_3": 0.333,
        "mrr": 0.111,
        "ndcg": 0.167,
    }


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"losses": 1}', '{"losses": [1]}'])
def test_a_baseline_that_cannot_be_read_is_a_fault_of_the_content(tmp_path: Path, text: str) -> None:
    (tmp_path / baseline.FILE).write_text(text)
    with pytest.raises(ContentError) as caught:
        baseline.read(tmp_path)
    assert "terecht evaluate --write-baseline" in caught.value.faults[0]
