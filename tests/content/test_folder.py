import os
from pathlib import Path
from typing import Any

from widget_server.content.folder import read_folder


def test_files_come_in_an_order_that_no_file_system_changes(folder: Any) -> None:
    paths = list(read_folder(folder.root).files)
    assert paths == sorted(paths)
    assert "zilverdam/municipality.yaml" in paths


def test_dot_files_and_words_for_people_are_no_content(folder: Any) -> None:
    before = read_folder(folder.root)
    folder.write("README.md", "Read me")
    folder.write("national/LICENSE", "CC BY 4.0")
    folder.write("national/entries/.dog.yaml.swp", "x")
    folder.write(".git/config", "x")
    assert read_folder(folder.root) == before


def test_a_link_inside_the_folder_is_followed(folder: Any) -> None:
    (folder.root / "national/entries/dog.yaml").rename(folder.root / ".dog.yaml")
    (folder.root / "national/entries/dog.yaml").symlink_to("../../.dog.yaml")
    assert folder.told() == []


def test_a_link_out_of_the_folder_is_not_followed(folder: Any, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("a: b")
    (folder.root / "national/entries/secret.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder.root / "elsewhere").symlink_to(tmp_path)
    assert folder.told() == ["elsewhere:1:1 outside-link", "national/entries/secret.yaml:1:1 outside-link"]


def test_a_link_to_a_folder_is_not_followed(folder: Any) -> None:
    (folder.root / "copy").symlink_to("zilverdam")
    (folder.root / "zilverdam/entries/loop").symlink_to(".")
    assert folder.told() == ["copy:1:1 stray-file", "zilverdam/entries/loop:1:1 stray-file"]


def test_a_link_that_leads_to_itself_is_no_file(folder: Any) -> None:
    (folder.root / "national/entries/cat.yaml").symlink_to("cat.yaml")
    (folder.root / "zilverdam/there").symlink_to("back")
    (folder.root / "zilverdam/back").symlink_to("there")
    assert folder.told() == [
        "national/entries/cat.yaml:1:1 unreadable-file",
        "zilverdam/back:1:1 unreadable-file",
        "zilverdam/there:1:1 unreadable-file",
    ]


def test_a_folder_that_is_a_link_to_itself_is_told(folder: Any) -> None:
    (folder.root / "loop").symlink_to("loop")
    looping = type(folder)(folder.root / "loop")
    assert "unreadable-file" in looping.told()[0]


def test_a_pipe_does_not_hold_the_reading_up(folder: Any) -> None:
    os.mkfifo(folder.root / "national/entries/pipe.yaml")
    assert folder.told() == ["national/entries/pipe.yaml:1:1 unreadable-file"]


def test_a_folder_that_is_not_there_is_told(folder: Any) -> None:
    missing = type(folder)(folder.root / "nowhere")
    assert [line.split(":1:1 ")[1] for line in missing.told()] == ["unreadable-file"] + ["missing-file"] * 3


def test_the_digest_changes_with_any_byte_and_any_name(folder: Any) -> None:
    digests = [read_folder(folder.root).digest()]
    folder.change("national/topics.yaml", "Wonen", "Huis")
    digests.append(read_folder(folder.root).digest())
    (folder.root / "national/synonyms/nl.yaml").rename(folder.root / "national/synonyms/en.yaml")
    digests.append(read_folder(folder.root).digest())
    assert len(set(digests)) == 3
    assert read_folder(folder.root).digest() == digests[-1]
