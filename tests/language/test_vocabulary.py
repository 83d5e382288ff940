from pathlib import Path

from widget_server.language.vocabulary import Vocabulary


def test_a_stem_leads_to_the_shortest_word_that_has_it() -> None:
    vocabulary = Vocabulary.of(["medicijnen", "medicijn", "medicijns"], "nl")
    assert vocabulary.word_of_stem.rights("medicijn") == ("medicijn",)


def test_a_sound_leads_to_all_its_words_and_latin_words_have_none(tmp_path: Path) -> None:
    Vocabulary.of(["жити", "жито", "жыты"], "uk").save(tmp_path, "uk")
    assert set(Vocabulary.open(tmp_path, "uk").sounds.rights("Ziti")) == {"жити", "жыты"}
    assert list(Vocabulary.of(["dom"], "nl").sounds.lefts()) == []
