"""What is over, and what will be, is noted in time."""

from datetime import date, timedelta
from typing import Any

import pytest

from widget_server.content.deadlines import NOTICE, deadlines

ROOM = "national/entries/room-at-home.yaml"
ZEELAND = "national/entries/zeeland-only.yaml"
BUREAU = "national/entries/room-bureau.yaml"

LAST_DAY = date(2026, 6, 30)  # of zeeland-only
PROMOTED = date(2026, 12, 31)  # room-bureau


def told(folder: Any, today: date) -> list[str]:
    return [f"{each.file} {each.message}" for each in deadlines(folder.corpus(), today=today)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (LAST_DAY - NOTICE - timedelta(days=1), []),
        (LAST_DAY - NOTICE, [f"{ZEELAND} is shown until 2026-06-30"]),
        (LAST_DAY, [f"{ZEELAND} is shown until 2026-06-30"]),
        (LAST_DAY + timedelta(days=1), [f"{ZEELAND} is no longer shown since 2026-07-01"]),
    ],
)
def test_the_end_of_an_entry_is_noted_a_month_before_and_ever_after(
    folder: Any, today: date, expected: list[str]
) -> None:
    assert told(folder, today) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (PROMOTED - NOTICE - timedelta(days=1), []),
        (PROMOTED, [f"{BUREAU} is promoted until 2026-12-31"]),
        (PROMOTED + timedelta(days=1), [f"{BUREAU} is no longer promoted since 2027-01-01"]),
    ],
)
def test_the_end_of_a_promotion_is_noted_as_well(folder: Any, today: date, expected: list[str]) -> None:
    assert told(folder, today)[1:] == expected


def test_notes_come_by_date_and_name_the_files_of_municipalities(folder: Any) -> None:
    folder.change(ROOM, "owner:", "valid_until: 2026-12-01\nowner:")
    own = "zilverdam/entries/room-bureau.yaml"
    folder.change(own, "owner:", "valid_until: 2026-05-01\nowner:")
    folder.change(ROOM, "[room-bureau/phone, ", "[")
    found = deadlines(folder.corpus(), today=folder.today)
    assert [each.file for each in found] == [own, ZEELAND, ROOM]
    assert [each.last_day for each in found] == sorted(each.last_day for each in found)


def test_an_entry_that_was_over_before_it_was_verified_is_noted_as_such(folder: Any) -> None:
    folder.change(ZEELAND, "valid_until: 2026-06-30", "valid_until: 2025-12-31")
    over = f"{ZEELAND} is no longer shown since 2026-01-01"
    doubt = "its valid_until, 2025-12-31, lies before its verified_on, 2026-03-01"
    assert told(folder, folder.today) == [f"{over}; {doubt}"]


def test_what_is_shown_is_counted(folder: Any) -> None:
    corpus = folder.corpus()
    assert (corpus.shown(LAST_DAY), corpus.shown(LAST_DAY + timedelta(days=1))) == (6, 5)
