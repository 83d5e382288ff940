"""The packed file: what it gives back, and what it says when it is damaged."""

import re
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from widget_server.engine import packed, segment_writer, whoosh_index
from widget_server.engine.document import Document
from widget_server.engine.segment import Segment
from widget_server.engine.view import View
from widget_server.errors import IndexMissingError

Pack = Callable[[Collection[Document]], Segment]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packed") / "postings.bin"
    packed.write(
        path, {"one": np.arange(5, dtype=np.int32), "two": np.zeros((2, 3), np.float32)}, {"fields": ["a"]}
    )
    return path


def test_arrays_come_back_as_they_were_and_cannot_be_written(file: Path) -> None:
    read = packed.read(file)
    assert read.meta == {"fields": ["a"]}
    assert read.arrays["one"].tolist() == [0, 1, 2, 3, 4]
    assert read.arrays["two"].shape == (2, 3)
    with pytest.raises(ValueError, match="read-only"):
        read.arrays["one"][0] = 1


def resident_kb(path: Path) -> int:
    """What of a mapped file is in the memory of this process (proc(5), smaps)."""
    _, _, mapping = Path("/proc/self/smaps").read_text("utf-8").partition(f"{path}\n")
    return int(re.search(r"^Rss: +(\d+) kB", mapping, re.MULTILINE)[1])  # type: ignore[index]  # each mapping has one


def test_an_array_that_is_released_leaves_the_memory_and_stays_readable(tmp_path: Path) -> None:
    path, array = tmp_path / "large.bin", np.arange(1 << 18, dtype=np.int32)
    packed.write(path, {"small": array[:1], "large": array, "empty": array[:0]}, {})
    read = packed.read(path)
    total = read.arrays["large"].sum()
    assert resident_kb(path) >= array.nbytes / 1024
    read.release("large")
    read.release("empty")
    assert resident_kb(path) < array.nbytes / 1024 / 10
    assert read.arrays["large"].sum() == total


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="only Linux tells what is in memory")
def test_payloads_that_are_no_longer_needed_leave_the_memory_before_long(
    tmp_path: Path,
) -> None:
    document = Document(key="a", fields={"nl.word": {"kamer": 1.0}}, payload=bytes(1 << 20))
    whoosh_index.write([document], tmp_path / "whoosh")
    path = tmp_path / "postings.bin"
    segment_writer.write(whoosh_index.read(tmp_path / "whoosh", ["nl.word"]), path)
    segment = Segment(path)
    for _ in range(4):
        assert segment.payload(0) == document.payload
        assert resident_kb(path) > 1 << 10
        segment.release_payloads()
    assert resident_kb(path) < 1 << 9


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_flipped_bit_anywhere_is_noticed(file: Path, tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(file.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    damaged = tmp_path / "damaged.bin"
    damaged.write_bytes(content)
    with pytest.raises(IndexMissingError, match=r"damaged\.bin"):
        packed.read(damaged)


def test_a_file_cut_off_anywhere_is_noticed(file: Path, tmp_path: Path) -> None:
    content = file.read_bytes()
    short = tmp_path / "short.bin"
    for length in range(len(content)):
        short.write_bytes(content[:length])
        with pytest.raises(IndexMissingError):
            packed.read(short)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.bin", tmp_path):
        with pytest.raises(IndexMissingError):
            packed.read(path)


def test_a_segment_gives_back_what_a_document_held(pack: Pack, today: date) -> None:
    document = Document(
        key="sleutel-ї",
        fields={"uk.word": {"кімната": 2.5}},
        tags=frozenset({"kind=faq", "мова=uk"}),
        expires=today,
        payload=bytes(range(256)),
    )
    segment = pack([document, Document(key="a", fields={})])
    number = segment.number("sleutel-ї")
    assert (segment.key(number), segment.payload(number)) == (document.key, document.payload)
    assert segment.expires[number] == today.toordinal()
    assert [segment.tagged(tag).tolist() for tag in ("kind=faq", "мова=uk", "none")] == [
        [number],
        [number],
        [],
    ]
    numbers, weights = segment.taken(np.arange(*segment.postings_of("uk.word", "кімната")))
    assert (numbers.tolist(), weights.tolist()) == ([number], [2.5])


def test_what_only_points_to_a_document_does_not_make_it_longer(pack: Pack) -> None:
    segment = pack(
        [
            Document(
                key="pointed", fields={"nl.word": {"kamer": 2.0, "zolder": 6.0}}, shares={"nl.word": 0.25}
            ),
            Document(key="text", fields={"nl.word": {"kamer": 2.0, "zolder": 6.0}}),
        ]
    )
    assert segment.lengths[segment.fields["nl.word"]].tolist() == [2.0, 8.0]
    assert segment.masses[segment.fields["nl.word"]].tolist() == [2.0, 8.0]


def test_a_document_is_found_through_its_last_day_and_not_after(pack: Pack) -> None:
    segment = pack([Document(key="a", fields={"nl.word": {"kamer": 1.0}}, expires=date(2022, 3, 20))])
    for today, count in ((date(2022, 3, 20), 1), (date(2022, 3, 21), 0)):
        view = View([(segment, ())], today)
        assert (view.count, len(list(view.terms("nl.word"))), view.get("a") is not None) == (
            count,
            count,
            bool(count),
        )
