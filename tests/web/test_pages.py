import json
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import Any
from unittest.mock import Mock

import pytest
from flask.testing import FlaskClient

from widget_server.languages import LANGUAGES
from widget_server.search.page import Suggestion
from widget_server.search.request import SearchRequest

SEARCH = "/borger-odoorn/search"
ENTRY = "/borger-odoorn/entries/room-at-home"


def text(client: FlaskClient, path: str) -> str:
    reply = client.get(path)
    assert (reply.status_code, reply.mimetype) == (200, "text/html")
    return reply.get_data(as_text=True)


class Links(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attributes if tag == "a" and name == "href"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["/", "/webmasters", SEARCH, f"{SEARCH}?q=kamer", f"{SEARCH}?q=niets", ENTRY]
)
def test_a_page_is_in_the_language_that_was_asked_for(client: FlaskClient, path: str, language: str) -> None:
    joint = "&" if "?" in path else "?"
    page = text(client, f"{path}{joint}lang={language}")
    assert f'<html lang="{language}">' in page
    assert re.search(rf'lang="{language}" hreflang="{language}" aria-current="true"', page)


def test_a_page_is_dutch_where_no_language_is_given(client: FlaskClient) -> None:
    assert '<html lang="nl">' in text(client, SEARCH)


def test_the_search_page_shows_every_contact_fact(client: FlaskClient) -> None:
    page = text(client, f"{SEARCH}?q=kamer&lang=nl")
    for fact in (
        'href="tel:140591">14 0591<',
        'href="mailto:hulp@borger-odoorn.nl">hulp<wbr><span class="unbroken">@borger-odoorn.</span><wbr>nl<',
        'href="https://vng.nl/forum" target="_top">vng.<wbr>nl/<wbr>forum<',
        "Giro 555",
        "maandag t/m vrijdag 9:00–17:00",
        "Nu bereikbaar",
        "Alleen in: Drenthe",
        "Voor: professionals",
        "U moet inloggen",
        "Talen: Nederlands",
    ):
        assert fact in page


def test_a_match_is_marked_and_text_is_never_markup(client: FlaskClient) -> None:
    page = text(client, f"{SEARCH}?q=kamer")
    assert "<mark>Kamer</mark> aanbieden &amp; &lt;meer&gt;" in page


def test_what_was_asked_is_never_markup(client: FlaskClient) -> None:
    page = text(client, f"{SEARCH}?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>" not in page


def test_an_answer_in_another_language_is_marked_and_labelled(client: FlaskClient, service: Any) -> None:
    service.changes = {"language": "nl"}
    page = text(client, f"{SEARCH}?q=kamer&lang=uk")
    assert '<h2 lang="nl">' in page
    assert "Мова цієї відповіді: нідерландська" in page


def test_the_source_stands_there_with_its_date(client: FlaskClient) -> None:
    assert "Bron: " in text(client, ENTRY)
    assert "maart 2022" in text(client, ENTRY)


@pytest.mark.parametrize(
    ("verified_on", "words"),
    [
        (date(2022, 3, 1), "meer dan een jaar geleden"),
        (date(2025, 11, 22), "meer dan een jaar geleden"),
        (date(2025, 11, 23), "Gecontroleerd op 23 november 2025."),
        (date(2026, 11, 1), "Gecontroleerd op 1 november 2026."),
    ],
)
def test_facts_that_nobody_checked_for_a_year_say_so(
    client: FlaskClient, service: Any, verified_on: date, words: str
) -> None:
    service.changes = {"verified_on": verified_on}
    assert words in text(client, ENTRY)


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("nl", 1, "1 antwoord<"),
        ("nl", 2, "2 antwoorden<"),
        ("en", 1, "1 answer<"),
        ("en", 21, "21 answers<"),
        ("uk", 1, "1 відповідь<"),
        ("uk", 2, "2 відповіді<"),
        ("uk", 5, "5 відповідей<"),
        ("uk", 11, "11 відповідей<"),
        ("uk", 21, "21 відповідь<"),
        ("uk", 22, "22 відповіді<"),
        ("ru", 1, "1 ответ<"),
        ("ru", 2, "2 ответа<"),
        ("ru", 5, "5 ответов<"),
        ("ru", 11, "11 ответов<"),
        ("ru", 21, "21 ответ<"),
        ("ru", 22, "22 ответа<"),
    ],
)
def test_answers_are_counted_by_the_rules_of_the_language(
    client: FlaskClient, service: Any, language: str, count: int, words: str
) -> None:
    service.page_changes = {"total": count}
    assert words in text(client, f"{SEARCH}?q=kamer&lang={language}")


def test_no_answer_is_told_honestly_with_somebody_to_ask(client: FlaskClient) -> None:
    page = text(client, f"{SEARCH}?q=niets")
    assert "Geen antwoord gevonden." in page
    assert "Nederlands, Engels, Oekraïens, Russisch" in page
    assert "tel:140591" in page


def test_a_repaired_question_can_be_asked_as_it_was_typed(client: FlaskClient, service: Any) -> None:
    service.page_changes = {"suggestion": Suggestion(text="kamer", applied=True)}
    links = Links(text(client, f"{SEARCH}?q=kamre+kamer&lang=nl")).found
    assert f"{SEARCH}?q=kamre+kamer&lang=nl&exact=true" in links


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_back_from_a_correction_is_a_sentence_of_its_own(
    client: FlaskClient, service: Any, language: str
) -> None:
    service.page_changes = {"suggestion": Suggestion(text="kamers", applied=True)}
    assert re.search(r"kamers[”»]\. <a ", text(client, f"{SEARCH}?q=kamerr&lang={language}"))


def test_the_language_switch_keeps_the_question(client: FlaskClient) -> None:
    links = Links(text(client, f"{SEARCH}?q=kamer&audience=host&offset=10")).found
    assert f"{SEARCH}?q=kamer&lang=uk&audience=host" in links


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        ("topic=housing", "1 antwoord · Wonen<"),
        ("topic=housing&q=kamer", "1 antwoord · Wonen<"),
        ("topic=housing&q=niets", "Geen antwoord gevonden. · Wonen<"),
        ("kind=faq", "Geen antwoord gevonden.<"),
        ("audience=host", "Geen antwoord gevonden.<"),
        ("exact=true", None),
        ("", None),
    ],
)
def test_a_topic_a_kind_or_an_audience_is_answered_without_a_question(
    client: FlaskClient, asked: str, answers: str | None
) -> None:
    page = text(client, f"{SEARCH}?{asked}")
    assert re.findall(r'<p class="count" role="status">(.*?<)', page) == ([answers] if answers else [])
    assert ("Typ een woord of een hele vraag" in page) == (answers is None)
    assert ("Probeer een ander woord" in page) == ("niets" in asked)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "1 antwoord zonder dit filter"),
        ("en", "1 answer without this filter"),
        ("uk", "1 відповідь без цього фільтра"),
        ("ru", "1 ответ без этого фильтра"),
    ],
)
@pytest.mark.parametrize("limit", ["audience=professional", "topic=housing", "kind=organisation"])
def test_answers_that_a_filter_leaves_out_are_a_link_away(
    client: FlaskClient, service: Any, limit: str, language: str, words: str
) -> None:
    service.finds_with_filters = False
    page = text(client, f"{SEARCH}?q=kamer&{limit}&offset=10&exact=true&lang={language}")
    assert f'href="{SEARCH}?q=kamer&amp;lang={language}&amp;exact=true">{words}</a>' in page


@pytest.mark.parametrize(
    "asked", ["q=niets&audience=professional", "audience=professional", "q=niets", "q=kamer&audience=host"]
)
def test_no_answers_are_promised_where_the_filter_is_not_to_blame(client: FlaskClient, asked: str) -> None:
    assert "zonder dit filter" not in text(client, f"{SEARCH}?{asked}")


def test_a_filter_that_finds_something_costs_no_second_search(client: FlaskClient, service: Any) -> None:
    text(client, f"{SEARCH}?q=kamer&audience=host")
    assert len(service.asked) == 1


def test_the_next_question_stays_within_the_topic_and_the_kind(client: FlaskClient) -> None:
    page = text(client, f"{SEARCH}?topic=housing&kind=faq&lang=en")
    kept = re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)">', page)
    assert dict(kept) == {"lang": "en", "topic": "housing", "kind": "faq"}
    assert re.findall(r'type="hidden" name="(\w+)"', text(client, SEARCH)) == ["lang"]


def test_the_answers_of_a_topic_that_ends_meanwhile_are_shown_without_its_name(
    client: FlaskClient, service: Any
) -> None:
    service.topics = Mock(side_effect=[service.topics("borger-odoorn"), ()])
    assert "1 antwoord<" in text(client, f"{SEARCH}?topic=housing")


@pytest.mark.parametrize(
    ("limit", "neighbours"),
    [
        ("limit=3&", ["?q=kamer&lang=nl&limit=3", "?q=kamer&lang=nl&limit=3&offset=6"]),
        ("limit=10&", ["?q=kamer&lang=nl", "?q=kamer&lang=nl&offset=13"]),
        ("", ["?q=kamer&lang=nl", "?q=kamer&lang=nl&offset=13"]),
    ],
)
def test_pages_of_another_length_are_turned_by_that_length(
    client: FlaskClient, service: Any, limit: str, neighbours: list[str]
) -> None:
    service.page_changes = {"total": 50}
    page = text(client, f"{SEARCH}?q=kamer&{limit}offset=3")
    turns = re.findall(r'rel="(?:prev|next)" href="([^"]*)"', page)
    assert [unescape(each) for each in turns] == [f"{SEARCH}{each}" for each in neighbours]


@pytest.mark.parametrize(
    ("offset", "total", "neighbours"),
    [(0, 10, set()), (0, 11, {10}), (10, 21, {0, 20}), (10, 20, {0}), (5, 6, {0}), (1000, 5000, {990})],
)
def test_more_answers_are_a_link_away(
    client: FlaskClient, service: Any, offset: int, total: int, neighbours: set[int]
) -> None:
    service.page_changes = {"total": total}
    page = text(client, f"{SEARCH}?q=kamer&offset={offset}")
    turns = re.findall(r'rel="(?:prev|next)" href="([^"]*)"', page)
    assert {int((re.search(r"offset=(\d+)", each) or ["", "0"])[1]) for each in turns} == neighbours


def test_parameters_of_others_do_not_break_a_shared_link(client: FlaskClient, service: Any) -> None:
    text(client, f"{SEARCH}?q=kamer&utm_source=flyer&fbclid=x")
    text(client, f"{ENTRY}?utm_source=flyer&q=kamer")
    assert service.asked[0].query == "kamer"


@pytest.mark.parametrize(
    "wrong",
    [
        "lang=de",
        "audience=x",
        "topic=x",
        "kind=x",
        "limit=99",
        "offset=-1",
        "exact=x",
        "lang=en&lang=uk",
        "limit=%00",
    ],
)
def test_a_page_answers_as_if_what_it_does_not_know_was_not_given(
    client: FlaskClient, service: Any, wrong: str
) -> None:
    page = text(client, f"{SEARCH}?q=kamer&{wrong}")
    assert "Kamer</mark> aanbieden" in page
    assert service.asked == [SearchRequest(query="kamer", language="nl", municipality="borger-odoorn")]


def test_what_is_right_beside_what_is_wrong_counts(client: FlaskClient, service: Any) -> None:
    text(client, f"{SEARCH}?q=kamer&lang=uk&audience=x&limit=99&offset=5")
    assert (service.asked[0].language, service.asked[0].limit, service.asked[0].offset) == ("uk", 10, 5)


def test_an_answer_in_a_language_that_is_not_known_is_shown_in_dutch(client: FlaskClient) -> None:
    assert '<html lang="nl">' in text(client, f"{ENTRY}?lang=de")


def test_the_municipality_of_the_path_counts(client: FlaskClient, service: Any) -> None:
    text(client, f"{SEARCH}?q=kamer&municipality=veldhuizen")
    assert service.asked[0].municipality == "borger-odoorn"


def test_a_page_with_a_question_is_kept_by_nobody(client: FlaskClient) -> None:
    reply = client.get(f"{SEARCH}?q=kamer")
    assert reply.headers["Cache-Control"] == "no-store"
    assert '<meta name="robots" content="noindex">' in reply.get_data(as_text=True)


@pytest.mark.parametrize(("lang", "ending"), [("", ""), ("?lang=ru", "?lang=ru"), ("?lang=xx", "")])
def test_the_short_address_leads_to_the_search_page(client: FlaskClient, lang: str, ending: str) -> None:
    reply = client.get(f"/borger-odoorn{lang}")
    assert (reply.status_code, reply.headers["Location"]) == (302, f"{SEARCH}{ending}")


def test_an_entry_is_shown_in_full(client: FlaskClient) -> None:
    page = text(client, ENTRY)
    assert '<p lang="nl">Eerste alinea.</p>' in page
    assert "Tweede &lt;/script&gt; alinea." in page


def test_the_data_for_search_engines_cannot_leave_its_element(client: FlaskClient) -> None:
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text(client, ENTRY), re.DOTALL)
    node = json.loads(data)
    assert node["@type"] == "FAQPage"
    assert node["@id"] == "https://terecht.example/borger-odoorn/entries/room-at-home?lang=nl"


@pytest.mark.parametrize("path", ["/", "/webmasters", SEARCH, f"{SEARCH}?q=kamer", ENTRY])
def test_every_link_within_the_site_leads_somewhere(client: FlaskClient, path: str) -> None:
    for link in Links(text(client, path)).found:
        if link.startswith("/"):
            assert client.get(link).status_code == 200, link
