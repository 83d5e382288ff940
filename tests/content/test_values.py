from datetime import date

import pytest

from widget_server.content.nodes import Mark, Scalar
from widget_server.content.values import first_day, full_date, name_is_good, past_date, past_period
from widget_server.content.yaml_file import YamlFile

TODAY = date(2026, 11, 21)


def codes(file: YamlFile) -> list[str]:
    return [str(fault.code) for fault in file.faults]


@pytest.mark.parametrize(
    "typed", ["2026-02-30", "2026-2-3", "20260203", "2026-W05-2", "03-02-2026", "٢٠٢٦-٠٢-٠٣", "morgen"]
)
def test_a_day_that_is_not_in_the_calendar_is_refused(typed: str) -> None:
    file = YamlFile("a.yaml", "")
    full_date(file, Scalar(typed, Mark()))
    assert codes(file) == ["impossible-date"]


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("1-11-2026", "is not written as year-month-day", "the order is year-month-day: 2026-11-01"),
        ("01/11/2026", "is not written as year-month-day", "the order is year-month-day: 2026-11-01"),
        ("2026-2-3", "is not written as year-month-day", "the order is year-month-day: 2026-02-03"),
        ("11-31-2026", "is not written as year-month-day", ""),
        ("1-11-0000", "is not written as year-month-day", ""),
        ("morgen", "is not written as year-month-day", ""),
        ("2026-02-30", "is not a day of the calendar", ""),
    ],
)
def test_a_day_in_another_order_is_shown_in_the_right_one(typed: str, message: str, hint: str) -> None:
    file = YamlFile("a.yaml", "")
    full_date(file, Scalar(typed, Mark()))
    assert [(fault.message, fault.hint) for fault in file.faults] == [(f"'{typed}' {message}", hint)]


@pytest.mark.parametrize(("typed", "expected"), [("2026-11-21", []), ("2026-11-22", ["future-date"])])
def test_what_was_done_was_done_today_at_the_latest(typed: str, expected: list[str]) -> None:
    file = YamlFile("a.yaml", "")
    past_date(file, Scalar(typed, Mark()), TODAY)
    assert codes(file) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("2022", []), ("2022-03", []), ("2022-03-01", []), ("2026-11", []), ("2026-12", ["future-date"])]
    + [(typed, ["impossible-date"]) for typed in ("2022-13", "22", "maart 2022", "2022-3", "2022-02-29", "")],
)
def test_the_date_of_a_source_is_a_year_a_month_or_a_day(typed: str, expected: list[str]) -> None:
    file = YamlFile("a.yaml", "")
    past_period(file, Scalar(typed, Mark()), TODAY)
    assert codes(file) == expected


@pytest.mark.parametrize(
    ("period", "day"),
    [("2022", date(2022, 1, 1)), ("2022-03", date(2022, 3, 1)), ("2022-03-09", date(2022, 3, 9))],
)
def test_a_period_begins_on_its_first_day(period: str, day: date) -> None:
    assert first_day(period) == day


@pytest.mark.parametrize("name", ["a", "room-at-home", "giro-555", "555"])
def test_a_good_name_is_lower_case_words_with_hyphens(name: str) -> None:
    assert name_is_good(name)


@pytest.mark.parametrize(
    "name", ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é", "a.b", "national", "municipality", "a\n"]
)
def test_another_name_is_refused(name: str) -> None:
    assert not name_is_good(name)
