from collections.abc import Callable

import pytest

from widget_server.search.plan import Plan
from widget_server.search.shelf import EditionShelf


@pytest.mark.parametrize(
    ("query", "page", "named"),
    [
        ("zeeland", "nl", {"zeeland": 1.0}),
        ("kamerbureau in Zeeland", "nl", {"zeeland": 1.0}),
        ("в Зеландии", "ru", {"zeeland": 1.0}),  # inflected
        ("у Зеландії", "uk", {"zeeland": 1.0}),
        ("noord-holland", "nl", {"noord-holland": 1.0}),
        ("noordholland", "nl", {"noord-holland": 1.0}),
        ("noord holland", "nl", {"noord-holland": 1.0, "zuid-holland": 0.5}),
        ("north holland", "en", {"noord-holland": 1.0, "zuid-holland": 0.5}),
        ("zuid", "nl", {"zuid-holland": 0.5}),
        ("drenthe zeeland", "nl", {"drenthe": 1.0, "zeeland": 1.0}),
        (
            "noord holland, noord-holland",
            "nl",
            {"noord-holland": 1.0, "zuid-holland": 0.5},
        ),  # never more than whole
        ("school", "nl", {}),
        ("", "nl", {}),
    ],
)
def test_a_question_names_places_in_whole_or_in_part(
    shelf: EditionShelf, plan: Callable[..., Plan], query: str, page: str, named: dict[str, float]
) -> None:
    assert shelf.current().gazetteer.named(plan(query, page)) == named
