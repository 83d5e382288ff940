"""Document and question sets of others, in two languages, made up here."""

import json
from pathlib import Path
from typing import Any

import pytest

from widget_server.errors import ContentError, UnknownError
from widget_server.evaluation import foreign

DOCUMENTS = [
    {
        "id": "d1",
        "lang": "nl",
        "title": "Paspoort aanvragen",
        "text": "Maak een afspraak.\nNeem een foto mee.",
    },
    {"id": "d2", "lang": "nl", "title": "Afval", "text": "De container wordt op dinsdag geleegd."},
    {"id": "d3", "lang": "uk", "title": "Паспорт", "text": "Запишіться на прийом."},
    {"id": "d4", "lang": "en", "title": "Nobody asks for this", "text": "Nor for this."},
]
QUESTIONS = [
    {"id": "q1", "lang": "nl", "kind": "word", "text": "paspoort", "relevant": ["d1"], "split": "dev"},
    {"id": "q2", "lang": "nl", "kind": "typo", "text": "contaner", "relevant": ["d2"], "split": "dev"},
    {"id": "q3", "lang": "uk", "kind": "inflected", "text": "паспорта", "relevant": ["d3"], "split": "test"},
    {"id": "q4", "lang": "uk", "kind": "unanswerable", "text": "жираф", "relevant": [], "split": "test"},
]


def write(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    (folder / name).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "docs.jsonl", DOCUMENTS)
    write(tmp_path, "queries.jsonl", QUESTIONS)
    return tmp_path


def test_a_set_is_read_by_language_and_languages_without_questions_are_left_out(folder: Path) -> None:
    sets = foreign.read(folder)
    assert [part.language for part in sets] == ["nl", "uk"]
    assert [[document["id"] for document in part.documents] for part in sets] == [["d1", "d2"], ["d3"]]


def test_only_questions_of_a_kind(folder: Path) -> None:
    (only,) = foreign.read(folder, kind="typo")
    assert [question["id"] for question in only.questions] == ["q2"]
    assert [document["id"] for document in only.documents] == [
        "d1",
        "d2",
    ]  # among all documents, all the same


def test_titles_can_be_left_out(folder: Path) -> None:
    (dutch, _) = foreign.read(folder)
    texts = [dutch.corpus(titles=titles).entries[0].texts["nl"] for titles in (True, False)]
    assert [text.title for text in texts] == ["Paspoort aanvragen", ""]
    assert texts[0].body == texts[1].body == ("Maak een afspraak.", "Neem een foto mee.")


def test_a_set_is_indexed_and_asked_as_content_is(folder: Path, cache: Path) -> None:
    card = foreign.scores(folder, kind=None, titles=True, cache=cache)
    assert {judgement.query: judgement.found for judgement in card.judgements} == {
        "paspoort": ("d1",),
        "contaner": ("d2",),
        "паспорта": ("d3",),
        "жираф": (),
    }
    assert card.overall.success_at_1 == 1.0


def test_without_titles_what_stands_only_there_is_lost(folder: Path, cache: Path) -> None:
    card = foreign.scores(folder, kind=None, titles=False, cache=cache)
    assert [judgement.query for judgement in card.losses] == ["paspoort", "паспорта"]


def test_a_kind_that_the_set_does_not_hold_is_told_with_those_that_it_does(folder: Path) -> None:
    with pytest.raises(UnknownError, match="'tyop'; it has inflected, typo, unanswerable, word"):
        foreign.read(folder, kind="tyop")


@pytest.mark.parametrize("name", ["docs.jsonl", "queries.jsonl"])
def test_a_folder_without_the_files_of_a_set_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(UnknownError, match=f"{name}.*a set is"):
        foreign.read(folder)


def test_a_set_without_questions_is_told_so(folder: Path, cache: Path) -> None:
    (folder / "queries.jsonl").write_text("")
    with pytest.raises(UnknownError, match="no questions of kind 'z'; it has no questions at all"):
        foreign.read(folder, kind="z")
    with pytest.raises(
        UnknownError, match=r"queries\.jsonl has no question in nl, en, uk, ru that a document"
    ):
        foreign.scores(folder, kind=None, titles=True, cache=cache)


def test_a_broken_line_is_told_by_its_place(folder: Path) -> None:
    with (folder / "queries.jsonl").open("a") as file:
        file.write("{\n")
    with pytest.raises(ContentError) as caught:
        foreign.read(folder)
    assert caught.value.faults[0].startswith(f"{folder}/queries.jsonl:5:")


def test_the_faults_of_both_files_are_told_at_once(folder: Path) -> None:
    write(folder, "docs.jsonl", [*DOCUMENTS, {"id": "d5", "title": "", "text": ""}])
    write(folder, "queries.jsonl", [*QUESTIONS, {"lang": "nl", "kind": "word", "text": "", "relevant": "d1"}])
    with pytest.raises(ContentError) as caught:
        foreign.read(folder)
    assert caught.value.faults == (
        f"{folder}/docs.jsonl:5:1: lang is missing; it takes a text",
        f'{folder}/queries.jsonl:5:1: relevant is "d1"; it takes a list of texts',
    )
