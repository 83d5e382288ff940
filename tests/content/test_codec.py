import json
from dataclasses import replace

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
    entry, *texts = encode(sample.entries[0])
    assert "собака" in b"".join(texts).decode()
    assert b": " not in entry
    assert "valid_until" not in json.loads(entry)


def test_the_same_entry_gives_the_same_bytes(sample: Corpus) -> None:
    entry = sample.entries[2]
    assert encode(decode(encode(entry))) == encode(entry)


def test_a_text_that_was_replaced_is_written_anew(sample: Corpus) -> None:
    kept = decode(encode(sample.entries[0]))
    changed = replace(kept, texts={**kept.texts, "nl": replace(kept.texts["nl"], title="Anders")})
    assert decode(encode(changed)).texts["nl"].title == "Anders"
    assert encode(changed)[0] == encode(kept)[0]
