import pytest

from widget_server.content.codes import Code
from widget_server.content.faults import SHOWN_WIDTH, Fault, Mark, did_you_mean


def test_a_fault_shows_place_code_message_line_caret_and_hint() -> None:
    fault = Fault("a/b.yaml", Mark(3, 7), Code.EMPTY_VALUE, "no title", "title: ", "type one")
    assert str(fault).splitlines() == [
        "a/b.yaml:3:7: empty-value no title",
        "  title: ",
        "        ^",
        "  hint: type one",
    ]


def test_a_fault_of_a_whole_file_shows_no_line() -> None:
    assert (
        str(Fault("a.yaml", Mark(), Code.MISSING_FILE, "gone", hint="h"))
        == "a.yaml:1:1: missing-file gone\n  hint: h"
    )


def test_the_caret_stands_under_its_character_in_a_long_line() -> None:
    line = "summary: " + "woord " * 60 + "X" + " woord" * 60
    _, shown, caret, _ = str(Fault("a", Mark(1, line.index("X") + 1), Code.TAG, "m", line)).splitlines()
    assert shown[caret.index("^")] == "X"
    assert len(shown) <= SHOWN_WIDTH + len("  ……")


def test_a_source_line_cannot_command_the_terminal_that_shows_it() -> None:
    assert "\x1b" not in str(Fault("a", Mark(), Code.CONTROL_CHARACTER, "m", "title: \x1b[2Jgone"))


def test_a_value_in_a_message_cannot_either() -> None:
    told = str(Fault("a", Mark(), Code.UNKNOWN_VALUE, "'\x1b[2J\ud800'", hint="did you mean \x1b?"))
    assert "\x1b" not in told
    assert told.encode()


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("flyer-bo", "did you mean flyer-borger-odoorn?"),
        ("flyr", "did you mean flyer?"),
        ("flyer-borger-odorn", "did you mean flyer-borger-odoorn?"),
        ("fl", ""),
        ("", ""),
        ("handbook", ""),
    ],
)
def test_a_name_that_is_like_it_or_begins_with_it_is_offered(word: str, hint: str) -> None:
    assert did_you_mean(word, ["flyer", "flyer-borger-odoorn", "factsheet"]) == hint


def test_faults_are_told_by_file_then_line_then_column() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 5), ("a", 2, 1)]
    faults = sorted(Fault(file, Mark(line, column), Code.TAG, "m") for file, line, column in places)
    assert [(fault.file, fault.mark.line, fault.mark.column) for fault in faults] == sorted(places)
