"""Pages that make it hard: each way of being embedded works, and nothing leaks either way."""

import pytest
from visiting import Visit

pytestmark = pytest.mark.browser

#: Whatever the page's styles, these stay as on a page without any.
PROPERTIES = (
    "color", "backgroundColor", "fontFamily", "fontSize", "fontStyle", "textTransform", "textAlign", "direction",
    "display", "float", "opacity", "cursor", "borderTopWidth", "paddingTop", "marginTop", "whiteSpace", "visibility",
)  # fmt: skip
STYLES = """(names) => {
  const host = document.querySelector('terecht-search');
  return [host, ...host.shadowRoot.querySelectorAll('*')].map((node) => {
    const style = getComputedStyle(node);
    return [node.localName, node.getAttribute('part'), ...names.map((name) => style[name])];
  });
}"""
#: Asks without typing: Playwright clicks only what the hostile page lets be clicked.
ASK = """(question) => {
  const [input] = document.querySelector('terecht-search').shadowRoot.querySelectorAll('input');
  input.focus();
  input.value = question;
  input.form.requestSubmit();
}"""


def works(visit: Visit) -> bool:
    visit.ask("kamer").titles.first.wait_for()
    return visit.titles.count() == 2 and visit.errors == []


@pytest.mark.parametrize(
    "page", ["plain", "strict", "two", "base", "patched", "wrapped", "charset", "themed", "pinned"]
)
def test_the_widget_works_on(visit: Visit, page: str) -> None:
    assert works(visit.open(page))


@pytest.mark.parametrize("language", ["nl", "uk"])
def test_a_strict_page_sees_no_violation_in_any_state(visit: Visit, language: str) -> None:
    visit.open("strict", language).ask("kmaer").titles.first.wait_for()
    visit.ask("niets").notice.wait_for()
    visit.answer_with(lambda route: route.abort())
    visit.ask("stuk").widget.locator("[part=button]").nth(1).wait_for()
    assert visit.page.evaluate("violations") == []
    assert visit.errors == []


def test_the_styles_of_the_page_change_nothing_inside(visit: Visit) -> None:
    visit.open("strict").act().ask("kmaer").widget.locator("[part=actions]").nth(1).wait_for()
    undisturbed = visit.page.evaluate(STYLES, PROPERTIES)
    visit.open("hostile").page.evaluate(ASK, "kmaer")
    visit.widget.locator("[part=actions]").nth(1).wait_for()
    assert visit.page.evaluate(STYLES, PROPERTIES) == undisturbed


def test_the_readers_text_spacing_reaches_the_text(visit: Visit) -> None:
    visit.open("hostile").page.wait_for_function("!!document.querySelector('terecht-search').shadowRoot")
    spacing = visit.field.evaluate(
        "(field) => [getComputedStyle(field).letterSpacing, getComputedStyle(field).wordSpacing]"
    )
    assert spacing[0] != "normal"
    assert spacing[1] != "0px"


def test_the_widget_changes_nothing_of_the_page(visit: Visit) -> None:
    visit.open("plain")
    before = visit.page.evaluate(
        "[document.styleSheets.length, document.adoptedStyleSheets.length, document.cookie]"
    )
    visit.ask("kamer").titles.first.wait_for()
    after = visit.page.evaluate(
        "[document.styleSheets.length, document.adoptedStyleSheets.length, document.cookie]"
    )
    assert before == after
    assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert visit.page.context.cookies() == []


def test_two_widgets_on_a_page_keep_to_themselves(visit: Visit) -> None:
    visit.open("two").ask("kamer").titles.first.wait_for()
    second = visit.page.locator("terecht-search").nth(1)
    assert second.locator("[part=title]").count() == 0
    second.locator("input").fill("кімната")
    second.get_by_role("heading", name="2 відповіді").wait_for()
    assert visit.widget.get_by_role("heading", name="2 antwoorden").is_visible()


def test_a_widget_added_later_works_and_survives_a_move(visit: Visit) -> None:
    visit.open("late").page.evaluate("""() => {
      const late = document.createElement('terecht-search');
      late.setAttribute('municipality', 'borger-odoorn');
      document.getElementById('place').append(late);
    }""")
    assert works(visit)
    visit.page.evaluate("document.body.append(document.querySelector('terecht-search'))")
    assert visit.titles.count() == 2


def test_a_widget_that_is_moved_gets_the_answer_that_was_under_way(visit: Visit) -> None:
    held = visit.hold("**/api/v1/search")
    with visit.page.expect_request("**/api/v1/search"):
        visit.open("plain").ask("kamer")
    visit.page.evaluate("document.body.append(document.querySelector('terecht-search'))")
    held[0].continue_()
    visit.titles.first.wait_for()


def test_a_widget_that_is_taken_away_stops_asking(timed: Visit) -> None:
    timed.stop_the_clock()
    timed.open("plain").field.fill("kamer")
    timed.page.evaluate("document.querySelector('terecht-search').remove()")
    timed.page.clock.run_for(1_000)
    assert timed.posted == []


def test_what_was_typed_before_the_script_came_is_kept_with_its_focus(visit: Visit) -> None:
    script = "**/terecht.js"
    visit.page.route(script, lambda _: None)
    visit.page.goto(f"{visit.host}/plain", wait_until="commit")
    visit.page.locator("[name=q]").press_sequentially("kamer")
    visit.page.evaluate("document.querySelector('script[src]').remove()")
    visit.page.unroute(script)
    visit.page.evaluate("(url) => { const s = document.createElement('script'); s.src = url; document.head.append(s) }",
                        visit.page.evaluate("document.querySelector('form').action").replace("borger-odoorn/search", "widget/v1/terecht.js"))  # fmt: skip
    visit.page.wait_for_function("!!customElements.get('terecht-search')")
    assert visit.field.input_value() == "kamer"
    assert (
        visit.page.evaluate("document.querySelector('terecht-search').shadowRoot.activeElement.type")
        == "search"
    )


def test_without_the_script_the_form_goes_to_the_search_page(visit: Visit, api: str) -> None:
    visit.page.route("**/terecht.js", lambda route: route.abort())
    visit.page.goto(f"{visit.host}/plain")
    visit.page.locator("[name=q]").fill("kamer")
    with visit.page.expect_request(f"{api}/borger-odoorn/search?q=kamer"):
        visit.page.get_by_role("button", name="Zoeken").click()


@pytest.mark.parametrize(
    ("tag", "language"),
    [("nl-NL", "nl"), ("en-GB", "en"), ("UK", "uk"), ("ru", "ru"), ("fr", "nl"), ("", "nl")],
)
def test_the_nearest_language_of_the_page_is_spoken(visit: Visit, tag: str, language: str) -> None:
    visit.open("late").page.evaluate(
        """(tag) => {
          const place = document.getElementById('place');
          place.lang = tag;
          place.append(document.createElement('terecht-search'));
        }""",
        tag,
    )
    assert visit.widget.locator("[part=widget]").get_attribute("lang") == language


def test_the_api_may_live_elsewhere_than_the_script(visit: Visit) -> None:
    visit.open("late").page.evaluate("""() => {
      const late = document.createElement('terecht-search');
      late.setAttribute('api', 'http://127.0.0.1:9/terecht');
      document.getElementById('place').append(late);
    }""")
    visit.ask("kamer").notice.wait_for()
    assert visit.requests[-1] == "http://127.0.0.1:9/terecht/api/v1/search"
