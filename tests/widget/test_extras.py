"""What a reader may want besides an answer: topics, audiences, actions, a link to a question."""

import build
import pytest
import stand_in
from visiting import Visit

from widget_server.content.model import Audience

pytestmark = pytest.mark.browser

#: `heard` comes true when the page has gone to another place in its history, and whoever follows that has been told.
HEARD_BACK = "const heard = new Promise((done) => (window.onpopstate = () => setTimeout(done)))"
#: Keeps in `followers` who listens to the window for that.
FOLLOWERS = """
window.followers = new Set();
const { addEventListener: add, removeEventListener: remove } = window;
window.addEventListener = (name, ...rest) => {
  if (name === "popstate") followers.add(rest[0]);
  add(name, ...rest);
};
window.removeEventListener = (name, ...rest) => {
  if (name === "popstate") followers.delete(rest[0]);
  remove(name, ...rest);
};
"""


def test_the_extras_are_fetched_once_after_the_first_action(visit: Visit, api: str) -> None:
    visit.open("plain")
    assert [url for url in visit.requests if url.startswith(api)] == [f"{api}/widget/v1/terecht.js"]
    visit.act().choices.locator("[part=topic]").first.wait_for()
    visit.ask("kamer").titles.first.wait_for()
    assert [url.removeprefix(api) for url in visit.requests if url.startswith(api)] == [
        "/widget/v1/terecht.js", "/widget/v1/terecht-more.js",
        "/api/v1/municipalities/borger-odoorn",
        "/api/v1/search?kind=faq&limit=5&lang=nl&municipality=borger-odoorn", "/api/v1/search",
    ]  # fmt: skip


def test_extras_with_other_bytes_are_not_run_and_the_search_works_without(visit: Visit) -> None:
    body = (build.BUNDLE.with_name(build.MORE)).read_text() + "\nwindow.tampered = true"
    headers = {"Access-Control-Allow-Origin": "*"}
    visit.page.route(
        "**/terecht-more.js",
        lambda route: route.fulfill(body=body, content_type="text/javascript", headers=headers),
    )
    visit.open("plain").ask("kamer").titles.first.wait_for()
    assert visit.page.evaluate("window.tampered") is None
    assert visit.choices.count() == 0


def test_a_strict_page_sees_no_violation_from_the_extras(visit: Visit) -> None:
    visit.open("strict").act().choices.get_by_role("button", name="Wonen en opvang").click()
    visit.widget.locator("[aria-expanded]").first.click()
    visit.widget.locator("[part=body] p").first.wait_for()
    assert visit.page.evaluate("violations") == []
    assert visit.errors == []


def test_topics_stand_open_before_typing_and_fold_away_above_an_answer(visit: Visit) -> None:
    topics = visit.open("plain").act().choices.locator("[part=topic]")
    topics.first.wait_for()
    assert topics.all_inner_texts() == ["Wonen en opvang 27", "Dieren 3"]
    visit.ask("kamer").titles.first.wait_for()
    assert visit.choices.get_attribute("open") is None
    visit.field.press("Escape")
    assert visit.choices.get_attribute("open") == ""


def test_escape_outside_the_form_lets_go_of_nothing(visit: Visit) -> None:
    visit.answer_page(total=30)
    visit.open("plain").act().choices.get_by_role("button", name="Wonen en opvang").click()
    visit.titles.first.get_by_role("link").press("Escape")
    visit.widget.get_by_role("button", name="Meer antwoorden").click()
    visit.widget.get_by_role("heading", name="Wonen en opvang: 30 antwoorden").wait_for()
    assert visit.posted[-1] == "lang=nl&offset=2&municipality=borger-odoorn&topic=housing"


def test_a_topic_is_browsed_without_typing(visit: Visit) -> None:
    visit.open("plain").act().choices.get_by_role("button", name="Wonen en opvang").click()
    visit.widget.get_by_role("heading", name="Wonen en opvang: 2 antwoorden").wait_for()
    assert visit.posted == ["lang=nl&municipality=borger-odoorn&topic=housing"]
    assert visit.page.evaluate("document.querySelector('terecht-search').shadowRoot.activeElement.localName") == "summary"  # fmt: skip
    assert visit.choices.locator("summary").inner_text() == "Onderwerpen: Wonen en opvang"


def test_a_topic_without_answers_is_named(visit: Visit) -> None:
    visit.open("plain").act().choices.get_by_role("button", name="Dieren").click()
    visit.notice.wait_for()
    assert visit.notice.inner_text() == "Niets gevonden voor Dieren."


def test_what_is_typed_is_asked_of_every_topic(visit: Visit) -> None:
    visit.open("plain").act().choices.get_by_role("button", name="Wonen en opvang").click()
    visit.titles.first.wait_for()
    visit.ask("kamer").titles.first.wait_for()
    assert "topic" not in visit.posted[-1]


def test_an_audience_is_chosen_for_the_question_and_let_go(visit: Visit) -> None:
    visit.open("plain").act().ask("kamer").titles.first.wait_for()
    visit.choices.locator("summary").click()
    visit.choices.get_by_role("button", name="Ik wil helpen").click()
    visit.page.wait_for_function(
        "!document.querySelector('terecht-search').shadowRoot.querySelector('details').open"
    )
    assert visit.posted[-1] == "lang=nl&q=kamer&municipality=borger-odoorn&audience=helper"
    visit.choices.locator("summary").click()
    pressed = visit.choices.get_by_role("button", name="Ik wil helpen")
    assert pressed.get_attribute("aria-pressed") == "true"
    pressed.click()
    visit.widget.get_by_role("heading", name="2 antwoorden", exact=True).wait_for()
    assert "audience" not in visit.posted[-1]


def test_questions_to_begin_with_are_asked_with_one_click(visit: Visit) -> None:
    questions = visit.open("plain").act().choices.locator("[part=question]")
    questions.first.click()
    visit.titles.first.wait_for()
    assert visit.field.input_value() == stand_in.ROOM["title"]
    assert visit.posted[0].startswith("lang=nl&q=Ik+heb+een+kamer+over+in+mijn+huis&")
    assert visit.page.evaluate("document.querySelector('terecht-search').shadowRoot.activeElement.localName") == "summary"  # fmt: skip


def test_questions_to_begin_with_say_their_language_and_follow_reader_and_audience(visit: Visit) -> None:
    visit.open("plain").act().choices.locator("[part=question]").first.wait_for()
    spoken = visit.choices.locator("[part=question]").evaluate_all("(all) => all.map(({ lang }) => lang)")
    assert spoken == ["nl", "uk"]
    with visit.page.expect_request("**/api/v1/search?*lang=en*"):
        visit.speak("en")
    assert visit.choices.get_by_role("list", name="Questions").is_visible()
    with visit.page.expect_request("**/api/v1/search?*audience=host*"):
        visit.choices.get_by_role("button", name="I host people").click()


@pytest.mark.parametrize("audience", Audience)
def test_each_audience_is_asked_for_by_the_name_that_the_server_knows(
    visit: Visit, audience: Audience
) -> None:
    at = list(Audience).index(audience)
    visit.open("plain").act().choices.locator("[part=audience]").nth(at).click()
    visit.titles.first.wait_for()
    assert visit.posted == [f"lang=nl&municipality=borger-odoorn&audience={audience}"]


def test_topics_and_actions_follow_the_language(visit: Visit) -> None:
    visit.open("plain").act().choices.get_by_role("button", name="Wonen en opvang").click()
    visit.widget.get_by_role("button", name="Українська").click()
    visit.widget.get_by_role("heading", name="Житло: 2 відповіді").wait_for()
    assert visit.choices.locator("summary").inner_text() == "Теми: Житло"
    assert visit.widget.get_by_role("button", name="Докладніше").is_visible()


def test_an_answer_opens_in_place_and_closes_again(visit: Visit) -> None:
    visit.open("plain").act().ask("kamer").widget.locator("[aria-expanded]").first.click()
    visit.widget.get_by_text(stand_in.BODY[1]).wait_for()
    reading = visit.widget.get_by_role("button", name="Lees meer")
    assert reading.count() == 1  # the second answer says no more than it shows
    assert reading.get_attribute("aria-expanded") == "true"
    reading.click()
    assert not visit.widget.get_by_text(stand_in.BODY[1]).is_visible()


def test_an_answer_that_is_opened_and_closed_quickly_is_read_once(visit: Visit) -> None:
    held = visit.hold("**/api/v1/entries/*")
    reading = visit.open("plain").act().ask("kamer").widget.get_by_role("button", name="Lees meer")
    for _ in range(3):
        reading.click()
    held[0].continue_()
    visit.widget.get_by_text(stand_in.BODY[1]).first.wait_for()
    assert len(held) == 1
    assert visit.widget.locator("[part=body] p").all_inner_texts() == stand_in.BODY


def test_an_answer_is_copied_with_its_numbers_and_its_address(visit: Visit, api: str) -> None:
    # A page on localhost is as good as one with TLS; what is written is seen without asking for the clipboard.
    visit.page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text };")
    visit.open("plain").act().ask("kamer")
    visit.widget.get_by_role("button", name="Kopiëren").first.click()
    visit.widget.get_by_role("button", name="Gekopieerd").wait_for()
    copied = visit.page.evaluate("copied")
    assert "Gemeente Borger-Odoorn, 14 0591, maandag t/m vrijdag 9.00–17.00 uur" in copied
    assert copied.endswith(f"{api}/borger-odoorn/entries/room-at-home?lang=nl")
    assert visit.polite.inner_text() == "Gekopieerd"


def test_who_copies_twice_finds_the_button_as_it_was(timed: Visit) -> None:
    timed.stop_the_clock()
    timed.page.add_init_script("navigator.clipboard.writeText = async () => {};")
    timed.open("plain").act().ask("kamer")
    button = timed.widget.locator("[part=action]").nth(1)
    for _ in range(2):
        button.click()
        timed.widget.get_by_role("button", name="Gekopieerd").wait_for()
        timed.page.clock.run_for(2_000)
    assert button.inner_text() == "Gekopieerd"  # three seconds from the second time
    timed.page.clock.run_for(2_000)
    assert button.inner_text() == "Kopiëren"


def test_where_the_browser_copies_nothing_the_address_is_there_to_select(visit: Visit, api: str) -> None:
    """In a frame whose page does not allow it, Chromium has a clipboard that refuses."""
    visit.page.goto(f"{api}/no-such-page")
    visit.page.evaluate(
        "(src) => (document.body.innerHTML = `<iframe width=380 height=900 src='${src}'></iframe>`)",
        f"{visit.host}/plain",
    )
    frame = visit.page.frame_locator("iframe")
    frame.locator("[part=input]").press_sequentially("kamer")
    copy = frame.get_by_role("button", name="Kopiëren").first
    copy.click()
    address = f"{api}/borger-odoorn/entries/room-at-home?lang=nl"
    shown = frame.locator("[part=address]")
    shown.wait_for()
    copy.click()
    assert shown.all_inner_texts() == [f"Kopieer dit adres: {address}"]
    assert frame.locator("[role=status]").inner_text() == "Kopieer dit adres:"
    shown.locator("span").click()
    assert visit.page.frames[1].evaluate("getSelection().toString()") == address
    assert visit.errors == []


REFUSING = "navigator.share = async () => { throw new DOMException('', '%s') }; navigator.clipboard.writeText = async (text) => { window.copied = text };"


def test_where_the_browser_shares_nothing_the_address_is_copied(visit: Visit, api: str) -> None:
    visit.page.add_init_script(REFUSING % "NotAllowedError")
    visit.open("plain").act().ask("kamer")
    visit.widget.get_by_role("button", name="Delen").first.click()
    visit.widget.get_by_role("button", name="Gekopieerd").wait_for()
    assert visit.page.evaluate("copied") == f"{api}/borger-odoorn/entries/room-at-home?lang=nl"


def test_who_closes_the_menu_for_sharing_is_told_nothing(visit: Visit) -> None:
    visit.page.add_init_script(REFUSING % "AbortError")
    visit.open("plain").act().ask("kamer")
    visit.widget.get_by_role("button", name="Delen").first.click()
    visit.page.wait_for_timeout(200)
    assert visit.page.evaluate("window.copied") is None
    assert visit.widget.locator("[part=address]").count() == 0
    assert visit.errors == []


def test_an_answer_is_shared_as_a_link(visit: Visit, api: str) -> None:
    visit.page.add_init_script("navigator.share = async (what) => { window.shared = what };")
    visit.open("plain").act().ask("kamer")
    visit.widget.get_by_role("button", name="Delen").first.click()
    assert visit.page.evaluate("shared") == {
        "title": stand_in.ROOM["title"], "url": f"{api}/borger-odoorn/entries/room-at-home?lang=nl",
    }  # fmt: skip


def test_printing_an_answer_leaves_the_others_out(visit: Visit) -> None:
    visit.page.add_init_script("window.print = () => {};")
    visit.open("plain").act().ask("kamer")
    visit.widget.get_by_role("button", name="Afdrukken").nth(1).click()
    visit.page.emulate_media(media="print")
    assert [title.is_visible() for title in visit.titles.all()] == [False, True]
    assert not visit.choices.is_visible()
    visit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert [title.is_visible() for title in visit.titles.all()] == [True, True]


def test_a_fault_is_told_to_who_keeps_the_answer_right(visit: Visit) -> None:
    visit.open("plain").act().ask("kamer")
    report = visit.widget.get_by_role("link", name="Klopt dit niet?").first.get_attribute("href") or ""
    assert report.startswith("mailto:redactie@borger-odoorn.nl?subject=Ik%20heb%20een%20kamer%20over")
    assert report.endswith("room-at-home%3Flang%3Dnl")


def test_the_page_is_told_which_action_was_taken(visit: Visit) -> None:
    visit.open("plain").act().page.evaluate(
        "window.told = []; addEventListener('terecht:result', (event) => told.push(event.detail))"
    )
    visit.ask("kamer").widget.get_by_role("button", name="Lees meer").click()
    assert visit.page.evaluate("told") == [{"channel": "read", "position": 1}]


def test_the_address_stays_as_it_is_unless_the_page_asks(visit: Visit) -> None:
    visit.open("plain").act().ask("kamer").widget.locator("[part=actions]").first.wait_for()
    assert visit.page.url == f"{visit.host}/plain"


def test_a_question_stands_in_the_address_and_back_goes_back(visit: Visit) -> None:
    visit.open("deep").act().ask("kamer").titles.first.wait_for()
    assert visit.page.url == f"{visit.host}/deep?terecht=kamer"
    visit.ask("niets").notice.wait_for()
    assert visit.page.url == f"{visit.host}/deep?terecht=niets"
    visit.page.go_back()
    visit.titles.first.wait_for()
    assert visit.field.input_value() == "kamer"
    visit.page.go_back()
    visit.choices.locator("[part=topic]").first.wait_for()
    assert visit.field.input_value() == ""


def test_who_follows_a_link_to_a_question_finds_it_answered(visit: Visit) -> None:
    visit.open("deep").act().ask("kamer").titles.first.wait_for()
    visit.page.reload()
    visit.widget.get_by_role("heading", name="2 antwoorden", exact=True).wait_for()
    assert visit.field.input_value() == "kamer"
    assert len(visit.posted) == 2


def test_who_follows_a_link_to_a_topic_finds_it_answered(visit: Visit) -> None:
    visit.open("deep").act().choices.get_by_role("button", name="Wonen en opvang").click()
    visit.page.wait_for_url(f"{visit.host}/deep?terecht-topic=housing")
    visit.page.reload()
    visit.widget.get_by_role("heading", name="Wonen en opvang: 2 antwoorden").wait_for()
    assert visit.posted == 2 * ["lang=nl&municipality=borger-odoorn&topic=housing"]


@pytest.mark.parametrize(
    ("topic", "text"),
    [("housing", "Wonen en opvang: 2 antwoorden"), ("animals", "Niets gevonden voor Dieren.")],
)
def test_a_topic_whose_name_comes_after_its_answer_is_named_all_the_same(
    visit: Visit, topic: str, text: str
) -> None:
    held = visit.hold("**/api/v1/municipalities/*")
    visit.page.goto(f"{visit.host}/deep?terecht-topic={topic}")
    visit.widget.locator("[part=answer] header").wait_for()
    held[0].continue_()
    visit.widget.get_by_text(text).wait_for()


def test_an_address_that_only_names_us_is_no_action_of_the_reader(visit: Visit, api: str) -> None:
    visit.page.goto(f"{visit.host}/deep?utm_source=terecht&not-terecht=1", wait_until="networkidle")
    assert [url for url in visit.requests if url.startswith(api)] == [f"{api}/widget/v1/terecht.js"]


def test_a_topic_does_not_take_the_place_of_the_question_before_it(visit: Visit) -> None:
    visit.open("deep").act().ask("kamer").titles.first.wait_for()
    visit.ask("hond").titles.first.wait_for()
    visit.choices.locator("summary").click()
    visit.choices.get_by_role("button", name="Wonen en opvang").click()
    visit.page.wait_for_url(f"{visit.host}/deep?terecht-topic=housing")
    visit.page.go_back()
    visit.page.wait_for_url(f"{visit.host}/deep?terecht=hond")
    assert visit.field.input_value() == "hond"


def test_who_goes_back_to_a_topic_finds_it_named(visit: Visit) -> None:
    visit.open("deep").act().choices.get_by_role("button", name="Wonen en opvang").click()
    visit.widget.get_by_role("heading", name="Wonen en opvang: 2 antwoorden").wait_for()
    visit.ask("kamer").widget.get_by_role("heading", name="2 antwoorden", exact=True).wait_for()
    visit.page.go_back()
    visit.widget.get_by_role("heading", name="Wonen en opvang: 2 antwoorden").wait_for()
    assert visit.choices.locator("summary").inner_text() == "Onderwerpen: Wonen en opvang"


def test_a_jump_within_the_page_leaves_what_is_being_typed(visit: Visit) -> None:
    visit.open("deep").act().ask("kamer").titles.first.wait_for()
    visit.field.fill("h")
    visit.page.evaluate(f"{HEARD_BACK}; location.hash = 'after'; heard")
    assert visit.field.input_value() == "h"
    assert len(visit.posted) == 1


def test_what_is_asked_before_the_extras_come_is_kept(visit: Visit) -> None:
    held = visit.hold("**/terecht-more.js")
    visit.open("deep").ask("kamer").titles.first.wait_for()
    held[0].continue_()
    visit.widget.locator("[part=actions]").first.wait_for()
    assert visit.field.input_value() == "kamer"
    assert visit.titles.count() == 2


def test_a_widget_that_is_taken_away_asks_nothing_when_the_reader_goes_back(visit: Visit) -> None:
    visit.page.add_init_script(FOLLOWERS)
    visit.open("deep").act().ask("kamer").titles.first.wait_for()
    visit.ask("niets").notice.wait_for()
    visit.page.evaluate("window.gone = document.querySelector('terecht-search'); gone.remove()")
    assert visit.page.evaluate("followers.size") == 0
    visit.page.evaluate(f"gone.lang = 'en'; {HEARD_BACK}; history.back(); heard")
    assert len(visit.posted) == 2


def test_a_widget_that_is_put_back_speaks_and_shows_what_the_page_says_by_then(visit: Visit) -> None:
    visit.page.add_init_script(FOLLOWERS)
    visit.open("deep").act().ask("kamer").titles.first.wait_for()
    visit.ask("niets").notice.wait_for()
    visit.page.evaluate("window.gone = document.querySelector('terecht-search'); gone.remove()")
    visit.page.evaluate(f"gone.lang = 'en'; {HEARD_BACK}; history.back(); heard")
    visit.page.evaluate("document.body.append(gone)")
    visit.widget.get_by_role("heading", name="2 answers").wait_for()
    assert visit.field.input_value() == "kamer"
    assert visit.choices.locator("summary").inner_text() == "Topics"
    assert visit.page.evaluate("followers.size") == 1


def test_a_box_that_is_taken_away_asks_nothing_when_the_reader_goes_back(visit: Visit) -> None:
    visit.page.add_init_script(FOLLOWERS)
    visit.open("late").page.evaluate(
        "document.getElementById('place').innerHTML = '<div data-terecht data-municipality=borger-odoorn data-deep-link>'"
    )
    visit.act().ask("kamer").titles.first.wait_for()
    visit.page.evaluate(f"document.getElementById('place').remove(); {HEARD_BACK}; history.back(); heard")
    assert visit.page.evaluate("followers.size") == 0
    assert len(visit.posted) == 1


def test_a_widget_that_is_moved_goes_on_following_the_address_and_the_language(visit: Visit) -> None:
    visit.open("deep").act().ask("kamer").titles.first.wait_for()
    visit.ask("niets").notice.wait_for()
    visit.page.evaluate("document.body.append(document.querySelector('terecht-search'))")
    assert "niets" in visit.notice.inner_text()
    visit.page.go_back()
    visit.titles.first.wait_for()
    visit.speak("en").widget.get_by_role("heading", name="2 answers").wait_for()
    assert visit.choices.locator("summary").inner_text() == "Topics"
