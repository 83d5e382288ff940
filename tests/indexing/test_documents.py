from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from widget_server.content import codec
from widget_server.content.model import Corpus, Entry, Promotion
from widget_server.content.tags import tags
from widget_server.engine.document import Document
from widget_server.indexing import documents
from widget_server.indexing.documents import passages
from widget_server.indexing.layer import Layer
from widget_server.indexing.vocabulary import vocabulary
from widget_server.languages import LANGUAGES, Language

LAYERS = ("national", "zilverdam")


@pytest.fixture
def corpus(read: Callable[[], Corpus]) -> Corpus:
    return read()


def entry(corpus: Corpus, key: str) -> Entry:
    return next(e for e in corpus.layer("national") if e.id == key)


def documents_of(corpus: Corpus, name: str) -> list[Document]:
    layer = Layer.of(corpus, name)
    return layer.documents({entry.id for entry in layer.entries})


def worth(corpus: Corpus, key: str, language: Language) -> dict[str, float]:
    layer = Layer.of(corpus, "national")
    return dict(passages(entry(corpus, key), language, layer.organisations, layer.places))


def test_the_words_of_a_promotion_count_as_keywords_in_each_language(corpus: Corpus) -> None:
    promotion = Promotion(words=("campagne", "actie", "Kamer"), reason="a test", until=date(2026, 12, 31))
    promoted = replace(entry(corpus, "room-at-home"), promote=promotion)
    for language in LANGUAGES:
        found = dict(passages(promoted, language, {}, {}))
        assert (found["campagne"], found["actie"]) == (documents.KEYWORD, documents.KEYWORD)
        assert "Kamer" not in found  # its Dutch text holds that
    plain, longer = (documents.document(each, {}, {}) for each in (entry(corpus, "room-at-home"), promoted))
    assert longer.shares["nl.word"] < plain.shares["nl.word"]


def test_a_text_counts_by_where_it_stands(corpus: Corpus) -> None:
    assert worth(corpus, "room-at-home", "nl") == {
        "Ik heb een kamer over": documents.TITLE,
        "Meld uw kamer bij het Kamerbureau.": documents.SUMMARY,
        "logeerplek": documents.KEYWORD,
        "zolder": documents.KEYWORD,
        "Zij bellen u terug.": documents.BODY,
        "Praat erover met uw huisgenoten.": documents.BODY,
        "070-44 55 888": documents.REFERRED_CONTACT,  # only the phone is referred to, and no municipality's
        "Hulplijn": documents.REFERRED_CONTACT,
    }


def test_an_organisation_is_found_by_its_contact_points_and_their_regions(corpus: Corpus) -> None:
    found = worth(corpus, "room-bureau", "uk")
    for text in ("070-44 55 888", "Гаряча лінія", "info@loketoekraïnepsh.nl", "Зеландія", "Giro 555"):
        assert found[text] == documents.OWN_CONTACT


def test_a_reference_to_a_whole_organisation_brings_all_its_contact_points(corpus: Corpus) -> None:
    assert {"070-44 55 888", "06-48158053", "www.example.nl/kamers"} <= set(worth(corpus, "dog", "nl"))


def test_the_vocabulary_holds_every_word_that_content_is_found_by(corpus: Corpus) -> None:
    made = [document for name in LAYERS for document in documents_of(corpus, name)]

    def terms(field: str) -> set[str]:
        return {word for document in made for word in document.fields.get(field, ())}

    words = vocabulary(terms, replace(corpus, elsewhere={"nl": ("parkeren",)}))
    assert {"kamer", "logeerplek", "huisdier", "hulplijn", "loketoekrainepsh", "zilverdam"} <= words["nl"]
    assert {"собака", "гаряча", "зілвердам"} <= words["uk"]
    assert "собака" not in words["nl"]
    assert "parkeren" in words["nl"]  # known as a word, so that nobody takes it for a misspelt one


def test_a_document_carries_its_entry_and_its_last_day(corpus: Corpus) -> None:
    made = {document.key: document for document in documents_of(corpus, "national")}
    assert codec.decode_record(memoryview(made["dog"].payload))[0] == entry(corpus, "dog")
    assert made["dog"].tags == frozenset(tags(entry(corpus, "dog")))
    assert (made["zeeland-only"].expires, made["dog"].expires) == (date(2026, 6, 30), None)


def test_keywords_point_to_an_entry_and_make_it_no_longer(corpus: Corpus) -> None:
    made = {document.key: document for document in documents_of(corpus, "national")}
    room, dog = made["room-at-home"], made["dog"]
    weight = sum(room.fields["nl.word"].values())
    assert room.shares["nl.word"] == 1 - 2 * documents.KEYWORD / weight  # logeerplek, zolder
    assert entry(corpus, "dog").texts["uk"].keywords == ()
    assert dog.shares["uk.word"] == 1.0


def test_occurrences_of_a_term_add_up_before_anything_saturates(corpus: Corpus) -> None:
    room = next(d for d in documents_of(corpus, "national") if d.key == "room-at-home")
    assert room.fields["nl.word"]["kamer"] == documents.TITLE + documents.SUMMARY
    assert room.fields["en.word"]["room"] == documents.TITLE + documents.SUMMARY


def test_a_document_holds_words_and_nothing_that_follows_from_them(corpus: Corpus) -> None:
    made = documents_of(corpus, "national")
    assert {field for document in made for field in document.fields} == {
        f"{language}.word" for language in LANGUAGES
    }
