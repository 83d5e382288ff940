from itertools import count, islice
from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from widget_server.engine.lexicon import Lexicon, pack

#: Words behind the byte of a field, of letters that take one byte or two; many begin alike, also for more than eight bytes.
WORDS = st.lists(
    st.tuples(st.integers(0, 3), st.text("abїя", max_size=14)).map(
        lambda word: bytes((word[0],)) + word[1].encode()
    ),
    unique=True,
).map(sorted)


def lexicon(words: list[bytes]) -> Lexicon:
    return Lexicon(pack("word", words), "word")


@given(WORDS, st.binary(max_size=1), st.text("abїя", max_size=12))
def test_the_words_that_begin_alike_stand_together(words: list[bytes], field: bytes, text: str) -> None:
    prefix = field + text.encode()
    span = lexicon(words).span(prefix)
    assert [words[index] for index in span] == [word for word in words if word.startswith(prefix)]


@given(WORDS, st.integers(0, 3), st.text("abїя", max_size=14))
def test_a_word_is_found_at_its_place_and_no_other_word(words: list[bytes], field: int, text: str) -> None:
    word = bytes((field,)) + text.encode()
    assert lexicon(words).find(word) == (words.index(word) if word in words else -1)


@given(WORDS, WORDS)
def test_what_two_have_in_common_is_found_in_both(words: list[bytes], others: list[bytes]) -> None:
    shared = lexicon(words).shared(lexicon(others))
    assert [words[index] for index in shared] == sorted(set(words) & set(others))


def test_words_that_only_begin_alike_are_not_in_common() -> None:
    words, others = (
        [b"gemeente-assen", b"gemeente-emmen", b"loket"],
        [b"gemeente-emmen", b"gemeente-hoogeveen"],
    )
    assert list(lexicon(words).shared(lexicon(others))) == [1]


def test_a_beginning_of_more_than_eight_bytes_is_told_from_another() -> None:
    words = [b"\x00vluchtelingenopvang", b"\x00vluchtelingenwerk", b"\x00vluchtig"]
    assert list(lexicon(words).span(b"\x00vluchtelingenw")) == [1]
    assert list(lexicon(words).span(b"\x00vluchte")) == [0, 1]
    assert list(lexicon(words).span(b"")) == [0, 1, 2]


def test_words_that_have_no_room_at_the_end_of_the_table_are_found_at_its_beginning() -> None:
    last = 15  # of the sixteen slots of four words
    homeless = (word for word in (b"\x00%d" % number for number in count()) if crc32(word) & last == last)
    words = sorted(islice(homeless, 4))
    found = lexicon(words)
    assert [found.find(word) for word in words] == [0, 1, 2, 3]
    assert found.find(b"\x00elsewhere") == -1
