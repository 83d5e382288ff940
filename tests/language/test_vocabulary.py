from pathlib import Path

from widget_server.language import stems
from widget_server.language.vocabulary import Vocabulary


def test_a_stem_leads_to_the_shortest_word_that_has_it() -> None:
    vocabulary = Vocabulary.of(["medicijnen", "medicijn", "medicijns"], "nl")
    assert vocabulary.word_of_stem.rights("medicijn") == ("medicijn",)


def test_a_sound_leads_to_all_its_words_and_latin_words_have_none(tmp_path: Path) -> None:
    Vocabulary.of(["жити", "жито", "жыты"], "uk").save(tmp_path, "uk")
    assert set(Vocabulary.open(tmp_path, "uk").sounds.rights("Ziti")) == {"жити", "жыты"}
    assert list(Vocabulary.of(["dom"], "nl").sounds.lefts()) == []


def test_only_words_that_texts_hold_are_found_by_their_stems() -> None:
    vocabulary = Vocabulary.of(["medicijn", "scholen"], "nl", ["scholen"])
    assert ("medicijn" in vocabulary.words, "medicijn" in vocabulary.stems) == (True, False)
    assert vocabulary.shortest_with(stems.keys("scholen", "nl")[0]) == "scholen"
