"""Slow, failed and late answers: each is told, none is mistaken for another."""

import json
import re
from collections.abc import Callable

import pytest
import stand_in
from playwright.sync_api import Route
from visiting import Visit

pytestmark = pytest.mark.browser

CORS = {"Access-Control-Allow-Origin": "*"}


def status(code: int) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=code, body="{}", headers=CORS)


def refused(route: Route) -> None:
    """The answer to a page of an origin that the municipality does not list."""
    headers = {"Access-Control-Allow-Origin": "https://www.zilverdam.example"}
    route.fulfill(json=stand_in.answer({"q": "kamer"}), headers=headers)


def never(_: Route) -> None:
    """No answer comes."""


#: The first answer of the server is a failure whose body does not come.
HANGING = """() => {
  const real = fetch;
  window.fetch = async (url, options) => {
    if (window.reading || options?.method !== 'POST') return real(url, options);
    const text = () => new Promise((_, reject) => {
      window.reading = true;
      options.signal.addEventListener('abort', () => reject(options.signal.reason));
    });
    return { ok: false, status: 500, text };
  };
}"""

FAILURES = [
    (status(429), "Te veel vragen. Wacht even."),
    (status(500), "De zoekfunctie is nu niet bereikbaar."),
    (status(503), "De zoekfunctie is nu niet bereikbaar."),
    (lambda route: route.abort(), "De zoekfunctie is nu niet bereikbaar."),
    (refused, "De zoekfunctie is nu niet bereikbaar."),
    (
        lambda route: route.fulfill(body="<h1>Hotel Wi-Fi</h1>", headers=CORS),
        "De zoekfunctie is nu niet bereikbaar.",
    ),
]


@pytest.mark.parametrize(("handler", "text"), FAILURES)
def test_a_failure_has_its_words_another_try_and_a_number(
    visit: Visit, handler: Callable[[Route], None], text: str
) -> None:
    visit.answer_with(handler)
    visit.open("plain").act().ask("kamer").notice.wait_for()
    assert visit.notice.inner_text() == text
    assert visit.urgent.inner_text() == text
    assert visit.widget.get_by_role("button", name="Opnieuw proberen").is_visible()
    assert visit.widget.get_by_role("link", name="14 0591").get_attribute("href") == "tel:140591"


#: What a reader is told whose question the server will not take.
REFUSED = {
    "nl": "Dit lukt niet. Typ uw vraag in andere woorden.",
    "en": "That did not work. Type your question in other words.",
    "uk": "Не вийшло. Напишіть запитання іншими словами.",
    "ru": "Не получилось. Напишите вопрос другими словами.",
}
AGAIN = re.compile("Opnieuw proberen|Try again|Спробувати ще раз|Попробовать ещё раз")


@pytest.mark.parametrize("code", [400, 403, 404, 413])
def test_what_the_server_will_not_take_is_to_be_asked_otherwise_or_of_a_person(
    visit: Visit, code: int
) -> None:
    """The page holds no number, and no answer has brought one."""
    visit.answer_with(status(code))
    visit.open("two").act().choices.locator("[part=question]").first.wait_for()
    visit.ask("kamer").notice.wait_for()
    for language, text in REFUSED.items():
        visit.speak(language).widget.get_by_role("alert").filter(has_text=text).wait_for(state="attached")
        assert visit.notice.inner_text() == text
        assert visit.widget.get_by_role("button", name=AGAIN).count() == 0
        assert visit.widget.get_by_role("link", name="14 0591").is_visible()


def test_a_refusal_that_was_quicker_than_the_extras_is_explained_when_they_come(visit: Visit) -> None:
    held = visit.hold("**/terecht-more.js")
    visit.answer_with(status(400))
    visit.open("two").ask("kamer").notice.wait_for()
    assert visit.widget.get_by_role("button", name=AGAIN).count() == 0
    held[0].continue_()
    visit.widget.get_by_text(REFUSED["nl"]).first.wait_for()
    visit.widget.locator("[part=answer]").get_by_role("link", name="14 0591").wait_for()


def test_a_refusal_is_not_told_again_under_the_next_question(visit: Visit) -> None:
    held = visit.hold("**/terecht-more.js")
    visit.answer_with(status(400))
    visit.open("two").ask("kamer").notice.wait_for()
    visit.page.unroute("**/api/v1/search")
    visit.ask("niets").widget.get_by_text("Niets gevonden voor niets.").first.wait_for()
    held[0].continue_()
    visit.choices.locator("[part=question]").first.wait_for(state="attached")
    assert "niets" in visit.notice.inner_text()


def test_only_a_device_without_network_is_told_to_check_its_internet(timed: Visit) -> None:
    timed.open("plain").act().page.context.set_offline(True)
    timed.ask("kamer").notice.wait_for()
    assert timed.notice.inner_text() == "Geen verbinding. Controleer uw internet."


def test_what_the_server_objects_to_stands_in_the_console_once(visit: Visit) -> None:
    problem = '{"errors": [{"name": "municipality", "reason": "is unknown here"}]}'
    logged: list[str] = []
    visit.page.on("console", lambda message: logged.append(message.text))
    visit.answer_with(lambda route: route.fulfill(status=400, body=problem, headers=CORS))
    visit.open("plain").ask("kamer").notice.wait_for()
    assert logged.count(problem) == 1


def test_more_answers_that_do_not_come_take_nothing_away(visit: Visit) -> None:
    visit.answer_page(total=4)
    visit.open("plain").ask("kamer").titles.first.wait_for()
    visit.page.unroute("**/api/v1/search")
    visit.answer_with(status(500))
    visit.widget.get_by_role("button", name="Meer antwoorden").click()
    visit.notice.wait_for()
    assert visit.titles.count() == 2
    assert visit.urgent.inner_text() == "De zoekfunctie is nu niet bereikbaar."
    visit.page.unroute("**/api/v1/search")
    visit.answer_page(total=4)
    visit.widget.get_by_role("button", name="Opnieuw proberen").click()
    visit.titles.nth(3).wait_for()
    assert visit.notice.count() == 0


def test_a_failure_that_was_overtaken_while_it_was_read_is_not_told(visit: Visit) -> None:
    visit.open("plain").page.evaluate(HANGING)
    visit.ask("kamer").page.wait_for_function("window.reading")
    visit.ask("niets").notice.wait_for()
    visit.page.wait_for_timeout(200)
    assert "niets" in visit.notice.inner_text()


def test_more_answers_are_awaited_below_those_shown(timed: Visit) -> None:
    timed.stop_the_clock()
    timed.answer_page(total=30)
    timed.open("plain").ask("kamer").titles.first.wait_for()
    timed.page.unroute("**/api/v1/search")
    timed.answer_with(never)
    timed.widget.get_by_role("button", name="Meer antwoorden").click()
    timed.page.clock.run_for(400)
    assert timed.widget.locator("[part=waiting]").inner_text() == "Bezig met zoeken…"
    assert timed.widget.get_by_role("button", name="Meer antwoorden").count() == 0
    assert timed.titles.count() == 2


def test_no_answer_within_eight_seconds_is_a_failure(timed: Visit) -> None:
    timed.stop_the_clock()
    timed.answer_with(never)
    timed.open("plain").ask("kamer")
    timed.page.clock.run_for(7_900)
    assert timed.notice.count() == 0
    timed.page.clock.run_for(200)
    timed.notice.wait_for()
    assert timed.notice.inner_text() == "Er kwam niet op tijd antwoord."


def test_waiting_is_shown_and_a_long_wait_is_told(timed: Visit) -> None:
    timed.stop_the_clock()
    timed.answer_with(never)
    timed.open("plain").ask("kamer")
    waiting = timed.widget.locator("[part=waiting]")
    timed.page.clock.run_for(250)
    assert waiting.count() == 0
    timed.page.clock.run_for(100)
    assert waiting.inner_text() == "Bezig met zoeken…"
    assert timed.polite.inner_text() == ""
    timed.page.clock.run_for(3_000)
    assert timed.polite.inner_text() == "Bezig met zoeken…"


def test_the_old_answer_is_gone_as_soon_as_the_question_changes(visit: Visit) -> None:
    visit.open("plain").ask("kamer").titles.first.wait_for()
    visit.answer_with(never)
    visit.field.press("s")
    assert visit.titles.count() == 0


def test_an_answer_that_comes_late_is_dropped(visit: Visit) -> None:
    held: list[Route] = []
    visit.answer_with(
        lambda route: (
            held.append(route) if "q=eerste" in (route.request.post_data or "") else route.continue_()
        )
    )
    visit.open("plain").ask("eerste")
    visit.page.wait_for_function("() => true")
    visit.ask("niets").notice.wait_for()
    late = json.dumps(stand_in.answer({"q": "eerste"}))
    held[0].fulfill(body=late, content_type="application/json", headers=CORS)
    visit.page.wait_for_timeout(200)
    assert visit.titles.count() == 0
    assert "niets" in visit.notice.inner_text()


def test_a_question_that_was_overtaken_is_not_told_as_a_failure(visit: Visit) -> None:
    visit.answer_with(never)
    visit.open("plain").ask("kamer").field.press("s")
    visit.page.wait_for_timeout(200)
    assert visit.notice.count() == 0
    assert visit.urgent.inner_text() == ""


def test_trying_again_asks_the_same_and_shows_what_comes(visit: Visit) -> None:
    visit.answer_with(status(500))
    visit.open("plain").ask("kamer").notice.wait_for()
    visit.page.unroute("**/api/v1/search")
    visit.widget.get_by_role("button", name="Opnieuw proberen").click()
    visit.titles.first.wait_for()
    assert visit.posted[0] == visit.posted[1]


def test_the_number_of_the_last_answer_is_shown_where_the_page_holds_none(visit: Visit) -> None:
    visit.open("two").ask("kamer").titles.first.wait_for()
    visit.answer_with(status(500))
    visit.ask("kamer over").notice.wait_for()
    assert visit.widget.get_by_role("link", name="14 0591").is_visible()


def test_a_count_is_told_after_a_pause_and_nothing_found_at_once(timed: Visit) -> None:
    timed.stop_the_clock()
    timed.open("plain").ask("kamer").titles.first.wait_for()
    timed.page.clock.run_for(1_100)
    assert timed.polite.inner_text() == ""
    timed.page.clock.run_for(200)
    assert timed.polite.inner_text() == "2 antwoorden"
    timed.ask("niets").notice.wait_for()
    assert timed.polite.inner_text() == ""
    assert timed.urgent.inner_text() == "Niets gevonden voor niets."


def test_focus_stays_in_the_field_while_answers_come_and_go(visit: Visit) -> None:
    visit.open("plain").ask("kamer").titles.first.wait_for()
    visit.ask("niets").notice.wait_for()
    active = "document.querySelector('terecht-search').shadowRoot.activeElement.type"
    assert visit.page.evaluate(active) == "search"
