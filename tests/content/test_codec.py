import json

import pytest

from widget_server.content.codec import (
    decode,
    decode_record,
    encode,
    encode_record,
)
from widget_server.content.model import Corpus

IDS = ["dog", "room-at-home", "room-bureau", "zeeland-only"]


@pytest.mark.parametrize("entry_id", IDS)
def test_an_entry_survives_the_round_trip(sample: Corpus, entry_id: str) -> None:
    for entry in (entry for entry in sample.entries if entry.id == entry_id):
        assert decode(encode(entry)) == entry


def test_an_entry_is_kept_with_the_wording_of_its_languages(sample: Corpus) -> None:
    entry = sample.entries[0]
    wordings = {"nl": b"words", "en": b"", "uk": bytes(range(256)), "ru": b""}
    assert decode_record(memoryview(encode_record(entry, wordings))) == (entry, wordings)


def test_the_form_on_disk_is_compact_json_with_readable_letters(sample: Corpus) -> None:
    content = encode(sample.entries[0])
    assert "собака" in content.decode()
    assert b": " not in content
    assert "valid_until" not in json.loads(content)


def test_the_same_entry_gives_the_same_bytes(sample: Corpus) -> None:
    entry = sample.entries[2]
    assert encode(decode(encode(entry))) == encode(entry)
