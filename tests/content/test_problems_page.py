"""docs/problems.md is true: each code has its section, each example gives exactly what the page says."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from widget_server.content.codes import PROBLEMS, Code

PAGE = (Path(__file__).parents[2] / "docs" / "problems.md").read_text()
SECTIONS = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def visible_to_real(text: str) -> str:
    return re.sub(r"⟨U\+([0-9A-F]{4})⟩", lambda match: chr(int(match[1], 16)), text)


def apply_diff(folder: Any, diff: str) -> None:
    head, *lines = diff.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
    new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
    folder.change(head.removeprefix("--- index_data/"), old, visible_to_real(new))


def run_commands(folder: Any, commands: str) -> None:
    (folder.root.parent / "elsewhere.yaml").write_text("- {words: [a, b]}\n")
    subprocess.run(["/bin/sh", "-ec", commands], cwd=folder.root.parent, check=True)


def test_every_code_has_a_row_in_the_table_and_a_section_on_the_page_in_the_same_order() -> None:
    assert list(PROBLEMS) == list(Code)
    assert list(SECTIONS) == [str(code) for code in Code]


@pytest.mark.parametrize("code", Code)
def test_a_section_says_what_the_table_says(code: Code) -> None:
    assert PROBLEMS[code].meaning in SECTIONS[code]
    assert PROBLEMS[code].mend in SECTIONS[code]


@pytest.mark.parametrize("code", Code)
def test_the_example_of_a_section_gives_what_the_page_says_and_nothing_else(code: Code, folder: Any) -> None:
    blocks = dict(BLOCK.findall(SECTIONS[code]))
    if "diff" in blocks:
        apply_diff(folder, blocks["diff"])
    else:
        run_commands(folder, blocks["sh"])
    faults = folder.faults()
    assert {fault.code for fault in faults} == {code}
    assert "".join(f"{fault}\n" for fault in faults) == blocks["text"]
