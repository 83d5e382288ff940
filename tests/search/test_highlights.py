from collections.abc import Callable

import pytest

from widget_server.content.model import Text
from widget_server.content.sentences import sentences, shown
from widget_server.language.wording import Sought, Wording, digest, write
from widget_server.search.cards import Face
from widget_server.search.highlights import marked as marked_
from widget_server.search.page import Highlights, Result
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


def face(*body: str, title: str, summary: str) -> Face:
    text = Text(title=title, summary=summary, body=body)
    return Face(text, sentences(text), Wording(write(shown(text))))


def sought(**bits: int) -> Sought:
    return Sought([(digest(word), bit) for word, bit in bits.items()])


def test_of_equally_good_sentences_the_first_is_shown() -> None:
    fruit = face("Een appel. Een peer. Een appel en een peer.", title="Titel", summary="Samenvatting")
    assert marked_(fruit, sought(appel=1)) == ("Een appel.", Highlights(excerpt=((4, 9),)))
    assert marked_(fruit, sought(peer=2, appel=2)) == ("Een appel.", Highlights(excerpt=((4, 9),)))
    both = "Een appel en een peer.", Highlights(excerpt=((4, 9), (17, 21)))
    assert marked_(fruit, sought(peer=2, appel=1)) == both


def test_a_sentence_that_tells_no_more_than_title_and_summary_is_not_shown() -> None:
    apple = face("Een appel.", title="Appel", summary="Een appel")
    assert marked_(apple, sought(appel=1)) == (None, Highlights(title=((0, 5),), summary=((4, 9),)))
    assert marked_(apple, sought(peer=1)) == (None, Highlights())
