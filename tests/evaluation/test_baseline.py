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


def test_a_figure_that_falls_is_named_with_its_language(tmp_path: Path, judged: Judged) -> None:
    first, third = judged("a", "a"), judged("xya", "a")
    baseline.write(tmp_path, Scorecard((first, first, judged("a", "a", language="uk"))))
    worse = Scorecard((first, third, judged("a", "a", language="uk")))
    assert list(baseline.read(tmp_path).fallen(worse)) == [
        "all: MRR fell from 1.000 to 0.778",
        "all: nDCG@10 fell from 1.000 to 0.833",
        "nl: MRR fell from 1.000 to 0.667",
        "nl: nDCG@10 fell from 1.000 to 0.750",
    ]


@pytest.mark.parametrize(("later", "fallen"), [(1, []), (2, ["all", "nl"])])
def test_of_a_hundred_questions_one_may_come_second_and_two_may_not(
    tmp_path: Path, judged: Judged, later: int, fallen: list[str]
) -> None:
    first, second = judged("a", "a"), judged("xa", "a")
    baseline.write(tmp_path, Scorecard((first,) * 100))
    now = Scorecard((first,) * (100 - later) + (second,) * later)
    told = [line.partition(":")[0] for line in baseline.read(tmp_path).fallen(now) if "MRR" in line]
    assert told == fallen


def test_a_language_that_the_baseline_does_not_know_has_not_fallen(tmp_path: Path, judged: Judged) -> None:
    baseline.write(tmp_path, Scorecard((judged("a", "a"),)))
    fallen = baseline.read(tmp_path).fallen(Scorecard((judged("xa", "a", language="ru"),)))
    assert {line.partition(":")[0] for line in fallen} == {"all"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"losses": 1}', '{"losses": [1]}', '{"losses": [], "figures": {"nl": {}}}']
)
def test_a_baseline_that_cannot_be_read_is_a_fault_of_the_content(tmp_path: Path, text: str) -> None:
    (tmp_path / baseline.FILE).write_text(text)
    with pytest.raises(ContentError) as caught:
        baseline.read(tmp_path)
    assert "terecht evaluate --write-baseline" in caught.value.faults[0]
