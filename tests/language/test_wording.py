import pytest

from widget_server.language.wording import Wording, merged, write


def spoken(*texts: str) -> Wording:
    return Wording(write(texts))


def test_a_word_is_found_in_each_text_where_it_stands() -> None:
    wording = spoken("Een kamer", "Geen huis", "Kamer, kamer")
    found = wording.found({"kamer": 1, "tuin": 2})
    assert [wording.places(text, found) for text in range(3)] == [((4, 9),), (), ((0, 5), (7, 12))]


def test_what_is_sought_for_a_word_is_told_with_it() -> None:
    wording = spoken("Een kamer in huis")
    found = wording.found({"kamer": 1, "huis": 6})
    assert [found.get(word) for word in wording.words(0)] == [None, 1, None, 6]


def test_places_are_half_open_ranges_of_code_points() -> None:
    wording = spoken("\U0001f642 ї")
    assert wording.places(0, wording.found({"ї": 1})) == ((2, 3),)


def test_a_whole_and_its_parts_are_marked_as_one() -> None:
    wording = spoken("De noodopvang-locatie")
    assert wording.places(0, wording.found({"noodopvanglocatie": 1, "locatie": 1})) == ((3, 21),)


def test_a_long_text_takes_wider_numbers_and_is_marked_as_well() -> None:
    short, long = "Een kamer", f"{'x' * 70_000} kamer"
    assert len(write([short])) < 2 * len(short) + 20
    wording = spoken(short, long)
    found = wording.found({"kamer": 1})
    assert [wording.places(text, found) for text in range(2)] == [((4, 9),), ((70_001, 70_006),)]


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), ("...",)])
def test_texts_without_words_have_none(texts: tuple[str, ...]) -> None:
    wording = spoken(*texts)
    assert wording.found({"": 1, "kamer": 1}) in ({}, {0: 1})
    assert [wording.places(text, {}) for text in range(len(texts))] == [()] * len(texts)


def test_overlapping_and_touching_ranges_are_one() -> None:
    assert merged([(5, 9), (0, 4), (0, 9), (12, 13), (9, 11)]) == ((0, 11), (12, 13))
