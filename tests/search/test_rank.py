"""Each position has one reason; which entries compete for it stands in town.yaml."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from widget_server.content.hours import ZONE
from widget_server.content.model import Audience, Corpus, Kind
from widget_server.engine.generations import GenerationStore
from widget_server.indexing.reindex import publish_corpus
from widget_server.search.request import SearchRequest
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf

Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("reason", "query", "more", "order"),
    [
        (
            "title beats keyword beats summary beats body",
            "paspoort",
            {},
            ["word-in-title", "word-in-keyword", "word-in-summary", "word-in-body"],
        ),
        ("own beats national", "bibliotheek", {}, ["library-zilverdam", "library"]),
        ("another municipality's own is not seen", "bibliotheek", {"municipality": "goudmeer"}, ["library"]),
        (
            "the page's language breaks ties",
            "вода",
            {"language": "uk"},
            ["water-in-ukrainian", "water-in-russian"],
        ),
        ("whichever it is", "вода", {"language": "ru"}, ["water-in-russian", "water-in-ukrainian"]),
        (
            "professionals' answers stay out of the way",
            "subsidie",
            {},
            ["grant-resident", "grant-professional"],
        ),
        (
            "unless a professional asks, in words of examples that professionals' entries answer",
            "subsidie regelen voor ambtenaren",
            {},
            ["grant-professional", "grant-resident"],
        ),
        (
            "and not in words of those that others answer",
            "subsidie regelen voor een tent",
            {},
            ["grant-resident", "grant-professional"],
        ),
        (
            "which tell nothing to who says for whom the answers are to be",
            "aanbesteding voor een tent",
            {"audience": Audience.PROFESSIONAL},
            ["tender-one", "tender-two"],
        ),
        ("unless asked for", "subsidie", {"audience": Audience.PROFESSIONAL}, ["grant-professional"]),
        (
            "professionals do not have theirs put back",
            "aanbesteding",
            {"audience": Audience.PROFESSIONAL},
            ["tender-one", "tender-two"],
        ),
        ("an audience sees its own answers", "subsidie", {"audience": Audience.HOST}, ["grant-resident"]),
        ("all words somewhere beat one in the title", "fiets gestolen", {}, ["theft-all", "theft-one"]),
        ("one word alone goes by its place", "fiets", {}, ["theft-one", "theft-all"]),
        (
            "an organisation's number finds it before who points to it",
            "070 4455888",
            {},
            ["bureau", "answer"],
        ),
        ("a kind is a filter", "070 4455888", {"kind": Kind.FAQ}, ["answer"]),
        ("a topic is a filter", "huisarts", {"topic": "papers"}, ["doctor"]),
        ("an editor's word goes before a better title", "tuin", {}, ["garden-promoted", "garden-best"]),
        ("an editor's word finds what does not hold it", "gazon", {}, ["garden-promoted"]),
    ],
)
def test_each_position_has_its_reason(
    found: Found, reason: str, query: str, more: dict[str, object], order: list[str]
) -> None:
    assert found(query, **more)[: len(order)] == order, reason


def test_a_promotion_ends_with_its_last_day(
    service_at: Callable[[datetime], SearchService], ask: Callable[..., SearchRequest]
) -> None:
    def first(at: datetime) -> str:
        return service_at(at).search(ask("tuin")).results[0].id

    assert first(datetime(2026, 12, 31, 23, 59, tzinfo=ZONE)) == "garden-promoted"
    assert first(datetime(2027, 1, 1, 0, 0, tzinfo=ZONE)) == "garden-best"


def test_a_better_answer_hides_noise_but_not_the_second_word_of_a_question(found: Found) -> None:
    assert set(found("school zwembad")) == {"school", "swimming"}


def test_an_entry_that_holds_too_little_of_what_was_understood_is_no_answer(found: Found) -> None:
    assert "housing" in found("huis tentenkamp")  # a common word is a fifth of this
    assert "housing" not in found("huis tentenkamp bibliotheek")  # and an eighth of this


def test_a_municipality_promotes_its_own_entry_and_not_another_ones_of_the_same_name(
    town: Corpus, tmp_path: Path, cache: Path, ask: Callable[..., SearchRequest]
) -> None:
    promoted = next(entry for entry in town.entries if entry.id == "garden-promoted")
    own = replace(promoted, municipality="zilverdam")
    of_another_word = replace(promoted.promote, words=("vijver",)) if promoted.promote else None
    namesake = replace(promoted, municipality="goudmeer", promote=of_another_word)
    others = tuple(entry for entry in town.entries if entry is not promoted)
    store = GenerationStore(tmp_path)
    publish_corpus(replace(town, entries=(*others, own, namesake)), store, cache=cache)
    service = SearchService(EditionShelf(store), clock=lambda: datetime(2026, 11, 23, 12, 0, tzinfo=ZONE))

    def first(municipality: str) -> str:
        return service.search(ask("tuin", municipality=municipality)).results[0].id

    assert [first("zilverdam"), first("goudmeer")] == ["garden-promoted", "garden-best"]
