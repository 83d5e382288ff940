from widget_server.language.compounds import Splitter
from widget_server.language.elsewhere import Elsewhere
from widget_server.language.lemmas import FormTable
from widget_server.language.pairs import Pairs
from widget_server.language.terms import Analyzer
from widget_server.languages import LANGUAGES

DUTCH = frozenset(("hond", "honden", "belasting", "aangifte"))


def _analyzer() -> Analyzer:
    return Analyzer(FormTable(({language: Pairs.of(()) for language in LANGUAGES},)), Splitter(DUTCH, DUTCH))


def test_a_word_is_known_by_its_spelling_its_keys_and_its_members() -> None:
    elsewhere = Elsewhere.of({"nl": ["Belasting"], "en": ["tax"]}, _analyzer())
    assert elsewhere.lists("belasting", "nl")
    assert not elsewhere.lists("belastingen", "nl")
    assert elsewhere.keys("belastingen", "nl") == elsewhere.keys("hondenbelasting", "nl") == ("belast",)
    assert elsewhere.keys("taxes", "en") == ("tax",)
    assert elsewhere.keys("hond", "nl") == elsewhere.keys("belasting", "en") == ()


def test_the_short_stem_of_a_longer_word_says_nothing() -> None:
    elsewhere = Elsewhere.of({"en": ["boeing"]}, _analyzer())
    assert elsewhere.lists("boeing", "en")
    assert elsewhere.keys("boe", "en") == ()


def test_it_comes_back_as_it_was_written() -> None:
    written = Elsewhere.of({"nl": ["belasting"]}, _analyzer()).encode()
    read = Elsewhere.decode(written, _analyzer())
    assert read.encode() == written
    assert read.keys("hondenbelasting", "nl") == ("belast",)
    assert not read.lists("belasting", "uk")
