from datetime import date
from typing import Any

import pytest

from widget_server.content.loader import load
from widget_server.content.model import NATIONAL, Corpus
from widget_server.errors import ContentError, SettingsError

TODAY = date(2026, 11, 21)


def test_a_corpus_holds_the_national_layer_and_the_municipal_ones(sample: Corpus) -> None:
    assert [entry.id for entry in sample.layer(NATIONAL)] == [
        "dog",
        "room-at-home",
        "room-bureau",
        "zeeland-only",
    ]
    assert [entry.id for entry in sample.layer("zilverdam")] == ["gemeente-zilverdam", "room-bureau"]
    assert sample.masked("zilverdam") == {"dog", "room-bureau", "zeeland-only"}


def test_a_corpus_holds_everything_beside_the_entries(sample: Corpus) -> None:
    assert list(sample.topics) == ["housing", "animals"]
    assert sample.places["zeeland"]["uk"] == "Зеландія"
    assert [(group.words, group.one_way) for group in sample.synonyms] == [
        (("kamer", "logeerplek"), False),
        (("hond", "huisdier"), True),
    ]
    assert [(asked.query, asked.municipality) for asked in sample.judged] == [
        ("ik heb een kamer", None),
        ("het weer", "zilverdam"),
        ("gemeentehuis", "zilverdam"),
    ]
    assert sample.files == 14


def test_words_that_belong_elsewhere_are_gathered_from_all_layers(folder: Any) -> None:
    folder.write("national/elsewhere/nl.yaml", "- parkeren\n- paspoort\n")
    folder.write("zilverdam/elsewhere/nl.yaml", "- vuilnis\n- parkeren\n")
    folder.write("zilverdam/elsewhere/uk.yaml", "- паркування\n")
    assert folder.corpus().elsewhere == {"nl": ("parkeren", "paspoort", "vuilnis"), "uk": ("паркування",)}


def test_the_digest_is_that_of_the_files(folder: Any, sample: Corpus) -> None:
    assert folder.corpus().digest == sample.digest
    folder.change("national/topics.yaml", "Wonen", "Huis")
    assert folder.corpus().digest != sample.digest


def test_loading_content_with_faults_raises_all_of_them_ready_to_print(folder: Any) -> None:
    folder.write("national/entries/a.yaml", "")
    folder.write("zilverdam/entries/b.yaml", "kind: fak\n")
    with pytest.raises(ContentError) as raised:
        load(folder.root, today=TODAY)
    assert raised.value.faults[0].startswith("index_data/national/entries/a.yaml:1:1: empty-file")
    assert len(raised.value.faults) == len(folder.told()) > 2


def test_a_folder_that_is_not_there_is_one_clear_message(folder: Any) -> None:
    for path in (folder.root / "nowhere", folder.root / "national/topics.yaml"):
        with pytest.raises(
            SettingsError, match=rf"content folder {path} does not exist; set TERECHT_CONTENT"
        ):
            load(path, today=TODAY)


def test_a_folder_with_something_else_is_one_clear_message(folder: Any) -> None:
    with pytest.raises(SettingsError, match=r"zilverdam is no content folder: .* set TERECHT_CONTENT"):
        load(folder.root / "zilverdam", today=TODAY)


def test_faults_are_told_by_file_and_line(folder: Any) -> None:
    for path in (
        "national/entries/dog.yaml",
        "zilverdam/municipality.yaml",
        "national/entries/room-bureau.yaml",
    ):
        text = (folder.root / path).read_text()
        folder.write(path, f"a: b\n{text}z: y\n")
    faults = folder.faults()
    assert list(faults) == sorted(faults)
    assert [fault.code for fault in faults] == ["unknown-field"] * 6
