from collections.abc import Callable

import pytest

from widget_server.search.highlights import Passage, Word, best
from widget_server.search.page import Result
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService


@pytest.fixture(scope="session")
def first(service: SearchService, ask: Callable[..., SearchRequest]) -> Callable[..., Result]:
    return lambda query, **more: service.search(ask(query, **more)).results[0]


def marked(text: str | None, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [(text or "")[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "page", "marks"),
    [
        ("huisarts", "nl", (["Huisarts"], [], None)),
        ("huisartsen", "nl", (["Huisarts"], [], None)),  # inflected
        ("appartement", "nl", ([], ["appartement"], None)),
        ("appartementen", "nl", ([], ["appartement"], None)),
        ("apartments", "en", ([], ["apartment"], None)),
        ("квартири", "uk", ([], ["квартира"], None)),
        ("комнаты", "ru", ([], ["комната"], None)),
        ("woonruimte documenten", "nl", (["Woonruimte"], [], ["documenten"])),
        ("woonruimte document", "nl", (["Woonruimte"], [], ["documenten"])),
        ("housing documents", "en", (["Housing"], ["house"], ["documents"])),
        ("zhytlo", "nl", ([], [], None)),  # found in Ukrainian, shown in Dutch: nothing to mark
        ("schoolkinderen", "nl", (["School"], ["kinderen"], None)),  # the parts of a compound
        ("ruimte", "nl", (["Woonruimte"], [], None)),  # the compound that holds the word
    ],
)
def test_what_matched_is_marked_in_title_summary_and_excerpt(
    first: Callable[..., Result], query: str, page: str, marks: tuple[list[str], list[str], list[str] | None]
) -> None:
    result = first(query, language=page)
    title, summary, excerpt = marks
    assert marked(result.title, result.highlights.title) == title
    assert marked(result.summary, result.highlights.summary) == summary
    assert (marked(result.excerpt, result.highlights.excerpt) if result.excerpt else None) == excerpt


def test_the_excerpt_is_the_sentence_of_the_body_that_answers(first: Callable[..., Result]) -> None:
    assert first("woonruimte documenten").excerpt == "Neem uw documenten mee naar het gemeentehuis."
    assert first("woonruimte").excerpt is None
    assert first("woonruimte").highlights.excerpt == ()
    assert first("appartement").excerpt is None  # the summary says it already


def test_ranges_are_half_open_in_code_points() -> None:
    passage = Passage("🙂 ї", (Word(2, 3, frozenset({"ї"})),))
    assert passage.marks(frozenset({"ї"})) == ((2, 3),)


def test_overlapping_and_touching_ranges_are_one() -> None:
    words = tuple(
        Word(start, end, frozenset({"a"})) for start, end in [(0, 4), (5, 9), (0, 9), (9, 11), (12, 13)]
    )
    assert Passage("", words).marks(frozenset({"a"})) == ((0, 11), (12, 13))


def test_of_equally_good_sentences_the_first_is_shown_and_of_none_none() -> None:
    passages = [Passage(text, (Word(0, 1, frozenset({text})),)) for text in "abc"]
    assert best(passages, frozenset("bc"), least=1) is passages[1]
    assert best(passages, frozenset("z"), least=1) is None
    assert best([], frozenset("z"), least=0) is None
