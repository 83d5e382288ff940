from widget_server.language.compounds import Splitter
from widget_server.language.elsewhere import Elsewhere, Signs
from widget_server.language.lemmas import FormTable
from widget_server.language.pairs import Pairs
from widget_server.language.terms import Analyzer
from widget_server.languages import LANGUAGES

DUTCH = frozenset(("hond", "honden", "belasting", "aangifte"))


def _analyzer() -> Analyzer:
    return Analyzer(FormTable(({language: Pairs.of(()) for language in LANGUAGES},)), Splitter(DUTCH, DUTCH))


def test_a_word_is_known_by_its_spelling_its_keys_and_its_members() -> None:
    elsewhere = Elsewhere.of({"nl": ["Belasting"], "en": ["tax"]}, _analyzer())
    assert elsewhere.signs("belasting") == Signs(written=True, keys=())
    assert elsewhere.signs("belastingen") == Signs(written=False, keys=(("nl", "belast"),))
    assert elsewhere.signs("belastingen") == elsewhere.signs("hondenbelasting")
    assert elsewhere.signs("taxes") == Signs(written=False, keys=(("en", "tax"),))
    assert elsewhere.signs("hond") is None


def test_the_short_stem_of_a_longer_word_says_nothing() -> None:
    elsewhere = Elsewhere.of({"en": ["boeing"]}, _analyzer())
    assert elsewhere.signs("boeing") == Signs(written=True, keys=())
    assert elsewhere.signs("boe") is None


def test_it_comes_back_as_it_was_written() -> None:
    written = Elsewhere.of({"nl": ["belasting"]}, _analyzer()).encode()
    read = Elsewhere.decode(written, _analyzer())
    assert read.encode() == written
    assert read.signs("hondenbelasting") == Signs(written=False, keys=(("nl", "belast"),))
