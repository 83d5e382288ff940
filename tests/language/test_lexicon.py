from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from widget_server.language.lexicon import Lexicon

WORDS = st.sets(st.text(alphabet="abкїя", min_size=1, max_size=6))


@given(WORDS)
def test_it_holds_its_words_and_no_others(words: set[str]) -> None:
    lexicon = Lexicon.of(words)
    assert set(lexicon) == words
    assert all(word in lexicon for word in words)
    assert "opvang" not in lexicon


def test_a_saved_lexicon_opens_as_it_was(tmp_path: Path) -> None:
    Lexicon.of(["opvang", "omvang", "притулок"]).save(tmp_path, "words")
    opened = Lexicon.open(tmp_path, "words")
    assert set(opened) == {"opvang", "omvang", "притулок"}
    assert "opvang" in set(opened.alike("opvan", 1))


def test_an_empty_lexicon_opens(tmp_path: Path) -> None:
    Lexicon.of([]).save(tmp_path, "none")
    assert list(Lexicon.open(tmp_path, "none").alike("opvang", 2)) == []
