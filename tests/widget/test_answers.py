"""What a reader sees when there are answers."""

from urllib.parse import parse_qs

import pytest
import stand_in
from playwright.sync_api import Route
from visiting import Visit

pytestmark = pytest.mark.browser


def test_nothing_is_asked_before_the_reader_acts(visit: Visit, api: str) -> None:
    visit.open("plain").page.wait_for_load_state("networkidle")
    assert [url for url in visit.requests if url.startswith(api)] == [f"{api}/widget/v1/terecht.js"]


def test_typing_asks_once_when_it_pauses(timed: Visit) -> None:
    timed.stop_the_clock()
    timed.open("plain")
    for letter in "kamer":
        timed.field.press(letter)
        timed.page.clock.run_for(200)
    assert timed.posted == []
    timed.page.clock.run_for(100)
    timed.titles.first.wait_for()
    assert timed.posted == ["lang=nl&q=kamer&municipality=borger-odoorn"]


def test_one_letter_is_not_asked_until_enter(timed: Visit) -> None:
    timed.stop_the_clock()
    timed.open("plain").field.fill("k")
    timed.page.clock.run_for(1_000)
    assert timed.posted == []
    timed.field.press("Enter")
    timed.titles.first.wait_for()
    assert len(timed.posted) == 1


def test_answers_stand_under_their_heading_in_an_ordered_list(visit: Visit) -> None:
    visit.open("plain").ask("kamer").titles.first.wait_for()
    assert visit.widget.get_by_role("heading", level=2).all_inner_texts() == ["2 antwoorden"]
    assert visit.widget.get_by_role("heading", level=3).count() == 2
    assert visit.widget.locator("ol > li").count() == 2


def test_the_page_sets_the_level_of_the_headings(visit: Visit) -> None:
    visit.open("plain").page.evaluate(
        "document.querySelector('terecht-search').setAttribute('heading-level', 4)"
    )
    visit.ask("kamer").titles.first.wait_for()
    assert visit.widget.locator("h4").count() == 1
    assert visit.widget.locator("h5").count() == 2


@pytest.mark.parametrize("level", ["0", "6", "12", "2.5", "abc", "("])
def test_a_level_that_headings_do_not_have_gives_the_usual_one(visit: Visit, level: str) -> None:
    visit.open("plain").page.evaluate(
        "(level) => document.querySelector('terecht-search').setAttribute('heading-level', level)", level
    )
    visit.ask("kamer").titles.first.wait_for()
    assert visit.widget.locator("h2[part=heading]").count() == 1
    assert visit.widget.locator("h3[part=title]").count() == 2


def test_matches_are_marked_by_code_points_even_after_an_emoji(visit: Visit) -> None:
    visit.open("plain").ask("kamer").titles.first.wait_for()
    assert visit.widget.locator("mark").all_inner_texts() == ["kamer", "kamer"]


def test_each_channel_is_a_link_with_its_value_readable(visit: Visit) -> None:
    visit.open("plain").ask("kamer").titles.first.wait_for()
    links = visit.widget.locator("ol > li").first.locator("[part=contact] a")
    shown = {link.inner_text(): link.get_attribute("href") for link in links.all()}
    assert shown == {
        "14 0591": "tel:140591",
        "vluchtelingenoekraine@borger-odoorn.nl": "mailto:vluchtelingenoekraine@borger-odoorn.nl",
        "WhatsApp 06-12345678": "https://wa.me/31612345678",
        "loketoekraïnepsh.nl": "https://xn--loketoekranepsh-5kb.nl/",
    }


def test_a_contact_tells_when_and_for_whom_it_is(visit: Visit) -> None:
    visit.open("plain").ask("kamer").titles.first.wait_for()
    contacts = visit.widget.locator("ol > li").first.locator("[part=contact]").all_inner_texts()
    assert "Nu bereikbaar" in contacts[0]
    assert "maandag t/m vrijdag 9.00–17.00 uur · Nederlands" in contacts[0]
    assert "Nu niet bereikbaar" in contacts[2]
    assert "Oekraïens en Russisch · Drenthe · voor professionals" in contacts[2]
    assert "u moet inloggen" in contacts[3]


def test_the_source_and_the_day_of_checking_are_told(timed: Visit) -> None:
    timed.page.clock.set_fixed_time("2022-06-01")
    timed.open("plain").ask("kamer").titles.first.wait_for()
    source = timed.widget.locator("[part=source]").first.inner_text()
    assert (
        source
        == "Bron: Flyer voor inwoners, Gemeente Borger-Odoorn, maart 2022 · Gecontroleerd op 1 maart 2022"
    )


@pytest.mark.parametrize(("today", "notes"), [("2023-02-27", 0), ("2023-03-03", 2)])
def test_what_was_not_checked_for_a_year_asks_to_check_first(timed: Visit, today: str, notes: int) -> None:
    timed.page.clock.set_fixed_time(today)
    timed.open("plain").ask("kamer").titles.first.wait_for()
    assert timed.widget.locator("[part=stale]").count() == notes


def test_an_answer_in_another_language_is_labelled_and_marked(visit: Visit) -> None:
    visit.open("plain").ask("kamer").titles.first.wait_for()
    dutch, ukrainian = visit.widget.locator("ol > li").all()
    assert dutch.locator("[part=language]").count() == 0
    assert ukrainian.get_attribute("lang") == "uk"
    assert ukrainian.locator("[part=language]").inner_text() == "Oekraïens"
    assert {
        part.get_attribute("lang") for part in ukrainian.locator("[part=contacts], [part=source]").all()
    } == {"nl"}


def test_a_repaired_question_can_be_asked_exactly(visit: Visit) -> None:
    visit.open("plain").ask("kmaer")
    visit.widget.get_by_text("Antwoorden voor kamer.").wait_for()
    visit.widget.get_by_role("button", name="Toch zoeken naar kmaer").click()
    visit.widget.locator("[part=suggestion]").wait_for(state="detached")
    visit.titles.first.wait_for()
    assert visit.posted[-1].endswith("&exact=true&municipality=borger-odoorn")


def answer_many(visit: Visit, total: int) -> None:
    """Let `total` answers be found, and given as the server does: ten at a time, from `offset`."""

    def ten(route: Route) -> None:
        fields = parse_qs(route.request.post_data or "")
        assert "limit" not in fields
        offset = int(fields.get("offset", ["0"])[0])
        places = range(offset, min(offset + 10, total))
        results = [stand_in.result("nl", f"Antwoord {place + 1}", "Bel de gemeente.") for place in places]
        page = stand_in.answer({"q": "kamer", "lang": "nl"}) | {"total": total, "results": results}
        route.fulfill(json=page, headers={"Access-Control-Allow-Origin": "*"})

    visit.answer_with(ten)


FOCUSED = "document.querySelector('terecht-search').shadowRoot.activeElement"


def test_more_answers_come_below_those_shown_until_there_are_no_more(visit: Visit) -> None:
    answer_many(visit, total=65)
    visit.open("plain").ask("kamer")
    more = visit.widget.get_by_role("button", name="Meer antwoorden")
    for shown in range(10, 61, 10):
        visit.titles.nth(shown - 1).wait_for()
        more.click()
    visit.titles.nth(64).wait_for()
    assert visit.titles.all_inner_texts() == [f"Antwoord {place}" for place in range(1, 66)]
    assert visit.widget.locator("[part=actions]").count() == 65
    assert more.count() == 0


def test_who_asks_for_more_answers_goes_on_with_the_first_of_them(visit: Visit) -> None:
    answer_many(visit, total=12)
    visit.open("plain").act().ask("kamer").titles.first.wait_for()
    visit.widget.get_by_role("button", name="Meer antwoorden").press("Enter")
    visit.titles.nth(11).wait_for()
    assert visit.page.evaluate(f"{FOCUSED}.textContent") == "Antwoord 11"


def test_who_went_elsewhere_while_more_answers_came_is_not_called_back(visit: Visit) -> None:
    answer_many(visit, total=12)
    visit.open("plain").act().ask("kamer").titles.first.wait_for()
    visit.page.unroute("**/api/v1/search")
    held = visit.hold("**/api/v1/search")
    with visit.page.expect_request("**/api/v1/search"):
        visit.widget.get_by_role("button", name="Meer antwoorden").click()
    visit.field.focus()
    held[0].continue_()
    visit.titles.nth(11).wait_for()
    assert visit.page.evaluate(f"{FOCUSED}.type") == "search"


def test_without_the_extras_focus_stays_in_the_answer(visit: Visit) -> None:
    visit.page.route("**/terecht-more.js", lambda route: route.abort())
    answer_many(visit, total=12)
    visit.open("plain").ask("kamer")
    visit.widget.get_by_role("button", name="Meer antwoorden").click()
    visit.titles.nth(11).wait_for()
    assert visit.page.evaluate(f"{FOCUSED}.localName") == "section"


def test_the_language_is_switched_in_place_and_the_question_asked_again(visit: Visit) -> None:
    visit.open("plain").ask("kamer").titles.first.wait_for()
    visit.widget.get_by_role("button", name="Українська").click()
    visit.widget.get_by_text("2 відповіді").wait_for()
    assert "lang=uk" in visit.posted[-1]
    assert visit.widget.get_by_role("button", name="Українська").get_attribute("aria-pressed") == "true"
    assert visit.widget.get_by_role("searchbox", name="Що ви шукаєте?").input_value() == "kamer"


def test_who_types_on_and_switches_the_language_is_answered_what_was_typed(timed: Visit) -> None:
    timed.stop_the_clock()
    timed.open("plain").ask("kmaer").titles.first.wait_for()
    timed.widget.get_by_role("button", name="Toch zoeken naar kmaer").click()
    timed.widget.locator("[part=suggestion]").wait_for(state="detached")
    timed.titles.first.wait_for()
    timed.field.fill("hond")
    timed.page.clock.run_for(100)  # milliseconds; the pause that makes a question is longer
    timed.widget.get_by_role("button", name="English").click()
    timed.titles.first.wait_for()
    assert timed.posted[2:] == ["lang=en&q=hond&municipality=borger-odoorn"]
    timed.page.clock.run_for(1_000)
    assert len(timed.posted) == 3


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (
            "nl",
            ["0 antwoorden", "1 antwoord", "2 antwoorden", "5 antwoorden", "21 antwoorden", "22 antwoorden"],
        ),
        ("en", ["0 answers", "1 answer", "2 answers", "5 answers", "21 answers", "22 answers"]),
        (
            "uk",
            ["0 відповідей", "1 відповідь", "2 відповіді", "5 відповідей", "21 відповідь", "22 відповіді"],
        ),
        ("ru", ["0 ответов", "1 ответ", "2 ответа", "5 ответов", "21 ответ", "22 ответа"]),
    ],
)
def test_numbers_are_counted_as_the_language_counts(visit: Visit, language: str, forms: list[str]) -> None:
    visit.open("plain", language)
    for form in forms[1:]:
        visit.answer_page(total=int(form.split()[0]))
        visit.ask("kamer").widget.get_by_role("heading", name=form, exact=True).wait_for()


def test_the_page_is_told_counts_and_never_the_question(visit: Visit) -> None:
    visit.open("plain").page.evaluate(
        "window.told = [];"
        "for (const name of ['search', 'result']) addEventListener(`terecht:${name}`, (event) => told.push(event.detail))"
    )
    visit.ask("kamer").titles.first.wait_for()
    visit.widget.get_by_role("link", name="14 0591").first.evaluate(
        "(link) => { link.removeAttribute('href'); link.click() }"
    )
    assert visit.page.evaluate("told") == [
        {"total": 2, "shown": 2, "language": "nl"},
        {"channel": "phone", "position": 1},
    ]


def test_nothing_found_names_the_languages_and_whom_to_ask(visit: Visit) -> None:
    visit.open("plain").ask("niets").notice.wait_for()
    answer = visit.widget.locator("section").inner_text()
    assert "Niets gevonden voor niets." in answer
    assert "Gezocht in: Nederlands, Engels, Oekraïens en Russisch." in answer
    assert visit.widget.get_by_role("link", name=stand_in.PHONE["value"]).is_visible()


def test_escape_clears_the_question_and_the_answer(visit: Visit) -> None:
    visit.open("plain").ask("kamer").titles.first.wait_for()
    visit.field.press("Escape")
    assert visit.field.input_value() == ""
    assert visit.titles.count() == 0
