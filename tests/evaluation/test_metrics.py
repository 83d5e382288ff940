from math import log2

import pytest

from widget_server.evaluation.metrics import ndcg, reciprocal_rank, success

TEN_WRONG = "abcdefghij"


@pytest.mark.parametrize(
    ("found", "relevant", "at_1", "at_3", "rank", "gain"),
    [
        ("a", "a", 1.0, 1.0, 1.0, 1.0),
        ("ba", "a", 0.0, 1.0, 1 / 2, 1 / log2(3)),
        ("bca", "a", 0.0, 1.0, 1 / 3, 1 / 2),
        ("bcda", "a", 0.0, 0.0, 1 / 4, 1 / log2(5)),
        ("ab", "ab", 1.0, 1.0, 1.0, 1.0),
        ("ba", "ab", 1.0, 1.0, 1.0, 1.0),  # which of two right answers comes first does not matter
        ("axb", "ab", 1.0, 1.0, 1.0, (1 + 1 / 2) / (1 + 1 / log2(3))),
        ("a", "ab", 1.0, 1.0, 1.0, 1 / (1 + 1 / log2(3))),  # one that is missing costs nDCG only
        ("", "a", 0.0, 0.0, 0.0, 0.0),
        ("b", "a", 0.0, 0.0, 0.0, 0.0),
        (TEN_WRONG + "z", "z", 0.0, 0.0, 0.0, 0.0),  # the eleventh is nobody's
        ("", "", 1.0, 1.0, 1.0, 1.0),  # unanswerable: an empty list is the answer
        ("a", "", 0.0, 0.0, 0.0, 0.0),
    ],
)
def test_figures(found: str, relevant: str, at_1: float, at_3: float, rank: float, gain: float) -> None:  # noqa: PLR0913, PLR0917  a table
    assert success(found, relevant, at=1) == at_1
    assert success(found, relevant, at=3) == at_3
    assert reciprocal_rank(found, relevant) == rank
    assert ndcg(found, relevant) == pytest.approx(gain)


def test_more_right_answers_than_places_can_still_be_perfect() -> None:
    relevant = {str(number) for number in range(20)}
    assert ndcg([str(number) for number in range(10)], relevant) == pytest.approx(1.0)
