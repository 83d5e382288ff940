"""The widget in browsers as they are shipped, which Playwright cannot drive: Firefox ESR and WebKitGTK."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from marionette import start_firefox
from test_pages import PROPERTIES, STYLES
from webdriver import ENTER, ESCAPE, TAB, BrowserMissingError, WebDriver
from webkit_driver import start_webkit

pytestmark = pytest.mark.browser

BROWSERS: dict[str, Callable[[], WebDriver]] = {"firefox": start_firefox, "webkit": start_webkit}
Open = Callable[[str], WebDriver]


@pytest.fixture(scope="session", params=BROWSERS)
def other(request: pytest.FixtureRequest) -> Iterator[WebDriver]:
    """Each browser in turn, started once for all tests."""
    try:
        browser = BROWSERS[request.param]()
    except BrowserMissingError as error:
        pytest.skip(str(error))
    yield browser
    browser.quit()


@pytest.fixture
def open_page(other: WebDriver, host: str) -> Open:
    """Opens pages/<name>.html, watched."""

    def open_at(name: str) -> WebDriver:
        other.open(f"{host}/watched/{name}")
        other.wait_for("shadow?.querySelector('input')")
        return other

    return open_at


def part(name: str) -> str:
    return f"shadow.querySelector('[part={name}]')"


def ask(browser: WebDriver, question: str) -> None:
    """Type into the emptied field as a reader does, and submit with Enter."""
    browser.read("shadow.querySelector('input').focus()")
    browser.press(ESCAPE, *question, ENTER)


def wait_for_answers(browser: WebDriver) -> None:
    """Both answers, with what the extras add to them."""
    browser.wait_for("shadow.querySelectorAll('[part=actions]').length === 2")


def noted(browser: WebDriver) -> Any:
    """What the page's policy refused, what failed, what was complained about; its icon is the browser's own wish."""
    notes = browser.read("noted.join('\\n')").splitlines()
    return [note for note in notes if not note.endswith("/favicon.ico")]


def axe(browser: WebDriver) -> Any:
    browser.read(f"(() => {{ {AXE_SCRIPT} }})()")
    found = browser.read("axe.run(document, { preload: false }).then(({ violations }) => violations)")
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


def test_a_strict_page_notes_nothing_from_the_first_letter_to_the_last_extra(open_page: Open) -> None:
    browser = open_page("strict")
    ask(browser, "kmaer")
    wait_for_answers(browser)
    browser.read("shadow.querySelector('[aria-expanded]').click()")
    browser.wait_for("shadow.querySelector('[part=body] p')")
    ask(browser, "niets")
    browser.wait_for(part("notice"))
    assert noted(browser) == []


def test_the_policy_of_the_strict_page_is_enforced(open_page: Open) -> None:
    """The control for the test above: what the widget avoids is indeed refused, and noted."""
    browser = open_page("strict")
    browser.read("document.body.setAttribute('style', 'color: red')")
    browser.wait_for("noted.some((note) => note.startsWith('violation: style-src'))")
    refused = "(() => { try { document.body.innerHTML = '<b>' } catch (error) { return error.name } })()"
    assert browser.read(refused) == "TypeError"


@pytest.mark.parametrize("page", ["plain", "base", "patched", "wrapped", "charset", "themed", "box", "link"])
def test_the_widget_works_on(open_page: Open, page: str) -> None:
    browser = open_page(page)
    ask(browser, "kamer")
    wait_for_answers(browser)
    assert noted(browser) == []


def test_the_styles_of_the_page_change_nothing_inside(open_page: Open) -> None:
    looks = []
    for page in ("strict", "hostile"):
        browser = open_page(page)
        ask(browser, "kmaer")
        wait_for_answers(browser)
        looks.append(browser.read(f"({STYLES})(arguments[0])", PROPERTIES))
        # WebKit lets the page's font stand on the element, where nothing is written.
        looks[-1] = [look for look in looks[-1] if look[0] not in {"terecht-search", "link"}]
    assert looks[0] == looks[1]


def test_escape_clears_and_focus_stays(open_page: Open) -> None:
    browser = open_page("plain")
    ask(browser, "kamer")
    wait_for_answers(browser)
    browser.press(ESCAPE)
    assert browser.read("shadow.activeElement.value") == ""
    assert browser.read(f"{part('title')}") is None


def test_the_keyboard_reaches_everything_and_comes_out_at_either_end(open_page: Open) -> None:
    browser = open_page("plain")
    ask(browser, "kamer")
    wait_for_answers(browser)
    reached = []
    for _ in range(10):
        browser.press(TAB)
        reached.append(browser.read("shadow.activeElement?.textContent"))
    reached[3:5] = [name.lower() for name in reached[3:5]]  # engines differ in the capital
    assert reached == ["Zoeken", "Nederlands", "English", "українська", "русский", "Onderwerpen",
                       "Ik heb een kamer over in mijn huis", "14 0591", "vluchtelingenoekraine@borger-odoorn.nl",
                       "WhatsApp 06-12345678"]  # fmt: skip
    browser.read("shadow.querySelector('input').focus()")
    browser.press_with_shift(TAB)
    assert browser.read("shadow.activeElement !== shadow.querySelector('input')")


def test_a_topic_is_browsed_by_keyboard(open_page: Open) -> None:
    browser = open_page("plain")
    browser.read("shadow.querySelector('input').focus()")
    browser.wait_for(part("topic"))
    browser.read(f"{part('topic')}.focus()")
    browser.press(ENTER)
    browser.wait_for(f"{part('heading')}?.textContent === 'Wonen en opvang: 2 antwoorden'")
    assert browser.read("shadow.activeElement.localName") == "summary"


def test_two_widgets_on_a_page_keep_to_themselves(open_page: Open) -> None:
    browser = open_page("two")
    ask(browser, "kamer")
    wait_for_answers(browser)
    second = "document.querySelectorAll('terecht-search')[1].shadowRoot"
    assert browser.read(f"{second}.querySelector('[part=title]')") is None
    browser.read(f"{second}.querySelector('input').focus()")
    browser.press(*"room", ENTER)
    browser.wait_for(f"{second}.querySelector('[part=heading]')?.textContent === '2 відповіді'")
    assert browser.read(f"{part('heading')}.textContent") == "2 antwoorden"
    assert noted(browser) == []


def test_an_unreadable_theme_is_made_readable_as_soon_as_it_comes(open_page: Open) -> None:
    browser = open_page("themed")
    assert browser.read(f"{part('widget')}.className") == ""
    browser.read("document.getElementById('wrapper').className = 'unreadable'")
    browser.wait_for("shadow.querySelector('.ink.link.edge.do')")
    assert browser.read("getComputedStyle(shadow.querySelector('input')).borderTopColor") == "rgb(0, 0, 0)"


def test_a_page_that_pins_the_widget_runs_no_extras_with_other_bytes(open_page: Open) -> None:
    browser = open_page("tampered")
    ask(browser, "kamer")
    browser.wait_for(part("title"))
    assert browser.read("window.tampered") is None
    assert browser.read(part("choices")) is None


def test_a_page_that_pins_the_widget_has_the_extras_where_their_hash_is_checked(open_page: Open) -> None:
    """WebKit checks no hash of a preloaded module (docs/decisions/0006-widget-in-two-files.md)."""
    browser = open_page("pinned")
    ask(browser, "kamer")
    if browser.read("navigator.vendor").startswith("Apple"):
        browser.wait_for(part("title"))
    else:
        wait_for_answers(browser)
    assert noted(browser) == []


@pytest.mark.parametrize("question", ["", "kmaer", "niets"])
def test_axe_finds_nothing(open_page: Open, question: str) -> None:
    browser = open_page("plain")
    ask(browser, question)
    browser.wait_for(part("topic"))
    if question:
        browser.wait_for(f"{part('title')} || {part('notice')}")
    assert axe(browser) == []
