import re
from pathlib import Path

import pytest

from widget_server.errors import ContentError, UnknownError
from widget_server.evaluation import json_lines
from widget_server.evaluation.json_lines import TEXT, TEXTS

KEYS = {"id": TEXT, "relevant": TEXTS}
GOOD = b'{"id": "d1", "relevant": ["q1", "q2"], "split": 3}\n'


def test_each_line_is_an_object_which_may_hold_more_than_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    file.write_bytes(GOOD * 2)
    assert json_lines.read({file: KEYS}) == [[{"id": "d1", "relevant": ["q1", "q2"], "split": 3}] * 2]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b"", "1: Expecting value; a line takes one JSON object"),
        (b'{"id": 1,}', "10: Illegal trailing comma before end of object|10: Expecting property name"),
        (b"[1]", r"1: is \[1\]; a line takes an object with id, relevant"),
        (b'"id"', '1: is "id"; a line takes an object'),
        (b'{"relevant": []}', "1: id is missing; it takes a text"),
        (b'{"id": null, "relevant": []}', "1: id is null; it takes a text"),
        (b'{"id": "\\ud800", "relevant": []}', r'1: id is "\\ud800"; it takes a text'),
        (b'{"id": "d1", "relevant": "q1"}', '1: relevant is "q1"; it takes a list of texts'),
        (b'{"id": "d1", "relevant": [1]}', r"1: relevant is \[1\]; it takes a list of texts"),
        (b'{"id": "caf\xe9", "relevant": []}', "12: byte 0xe9 is not UTF-8"),
        (b"[" * 100_000, "1: holds .* too many brackets"),
        (b"9" * 5_000, "1: holds a number of too many digits"),
    ],
)
def test_a_line_that_is_something_else_is_told_by_its_place(tmp_path: Path, line: bytes, fault: str) -> None:
    file = tmp_path / "set.jsonl"
    file.write_bytes(GOOD + line + b"\n" + GOOD)
    with pytest.raises(ContentError) as caught:
        json_lines.read({file: KEYS})
    (told,) = caught.value.faults
    place, _, said = told.partition(":2:")
    assert place == str(file)
    assert re.match(fault, said)


def test_a_long_value_is_shown_by_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(f"[{'1' * 1_000}]")
    with pytest.raises(ContentError) as caught:
        json_lines.read({file: KEYS})
    assert len(caught.value.faults[0]) < len(str(file)) + 120


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownError, match="cannot be read: Is a directory"):
        json_lines.read({tmp_path: KEYS})
