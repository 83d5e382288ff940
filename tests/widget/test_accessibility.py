"""axe, keyboard, sizes, and what the colours of a theme do."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from visiting import Visit

pytestmark = pytest.mark.browser

LANGUAGES = ["nl", "en", "uk", "ru"]


def violations(visit: Visit) -> list[str]:
    found = Axe().run(visit.page).response["violations"]
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


def in_state(visit: Visit, state: str, language: str) -> Visit:
    visit.open("plain", language)
    if state == "results":
        visit.ask("kmaer").titles.first.wait_for()
    elif state == "zero":
        visit.ask("niets").notice.wait_for()
    elif state == "offline":
        visit.answer_with(lambda route: route.abort())
        visit.ask("kamer").notice.wait_for()
    elif state == "error":
        visit.answer_with(lambda route: route.fulfill(status=500))
        visit.ask("kamer").notice.wait_for()
    elif state == "slow":
        visit.answer_with(lambda _: None)
        visit.ask("kamer").widget.locator("[part=waiting]").wait_for()
    elif state == "typing":
        visit.answer_with(lambda _: None)
        visit.act().field.press_sequentially("kam")
    elif state == "topics":
        visit.act().choices.locator("[part=topic]").first.wait_for()
    elif state == "opened":
        visit.act().ask("kamer").widget.locator("[aria-expanded]").first.click()
        visit.widget.locator("[part=body] p").first.wait_for()
    return visit


STATES = ["idle", "topics", "typing", "results", "opened", "zero", "slow", "offline", "error"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(visit: Visit, state: str, language: str) -> None:
    assert violations(in_state(visit, state, language)) == []


@pytest.mark.parametrize(
    "media", [{"color_scheme": "dark"}, {"forced_colors": "active"}, {"reduced_motion": "reduce"}]
)
@pytest.mark.parametrize("state", ["topics", "opened", "error"])
def test_axe_finds_nothing_in_other_colours(visit: Visit, media: dict[str, Any], state: str) -> None:
    visit.page.emulate_media(**media)
    assert violations(in_state(visit, state, "uk")) == []


def test_the_search_is_a_landmark_with_the_label_as_its_name(visit: Visit) -> None:
    visit.open("plain")
    assert visit.widget.get_by_role("search", name="Wat zoekt u?").is_visible()
    assert visit.widget.get_by_role("searchbox", name="Wat zoekt u?").get_attribute("aria-describedby")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_cut_off_or_scrolls_sideways(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    in_state(visit, "topics", "ru")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    visit.ask("kmaer").widget.locator("[part=actions]").first.wait_for()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_text_spacing_cuts_nothing_off(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 800})
    in_state(visit, "results", "uk").page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    )
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320
    cut = visit.widget.locator("button, a, p, h2, h3").evaluate_all(
        "(nodes) => nodes.filter((node) => node.className !== 'heard' && node.scrollWidth > node.clientWidth + 1"
        " && getComputedStyle(node).display !== 'inline').map((node) => node.textContent)"
    )
    assert cut == []


@pytest.mark.parametrize("state", ["idle", "topics", "opened", "error"])
def test_controls_and_contacts_are_large_enough_for_a_thumb(visit: Visit, state: str) -> None:
    in_state(visit, state, "nl")
    controls = visit.widget.locator(
        "button:not([part=choice]), input, summary, [part=contact] a, [part=action]"
    )
    heights = {
        box["height"]
        for box in (control.bounding_box() for control in controls.all() if control.is_visible())
        if box
    }
    assert min(heights) >= 44


def test_the_keyboard_reaches_everything_in_reading_order(visit: Visit) -> None:
    in_state(visit.open("plain"), "results", "nl").act().field.focus()
    reached = []
    for _ in range(14):
        visit.page.keyboard.press("Tab")
        reached.append(
            visit.page.evaluate(
                "document.querySelector('terecht-search').shadowRoot.activeElement?.textContent"
            )
        )
    assert reached == ["Zoeken", "Nederlands", "English", "українська", "русский", "Onderwerpen",
                       "Toch zoeken naar kmaer", "Ik heb een kamer over in mijn huis", "14 0591",
                       "vluchtelingenoekraine@borger-odoorn.nl", "WhatsApp 06-12345678", "loketoekraïnepsh.nl",
                       "Lees meer", "Kopiëren"]  # fmt: skip


def colours(visit: Visit, selector: str) -> tuple[str, str]:
    found: tuple[str, str] = visit.widget.locator(selector).first.evaluate(
        "(node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color]"
    )
    return found


def test_a_pair_of_colours_is_never_mixed_from_two_families(visit: Visit) -> None:
    """The theme has half a pair of the first family (a red without its text) and the whole second one."""
    visit.open("themed")
    background, text = colours(visit, "[part=button]")
    assert background.startswith("color(srgb 0.141176 0.341176 0.560784")  # #24578f
    assert text == "color(srgb 1 1 1)"


def test_a_theme_switch_is_followed_live(visit: Visit) -> None:
    visit.open("themed").page.evaluate("document.getElementById('wrapper').className = 'dark'")
    background, text = colours(visit, "[part=button]")
    assert background.startswith("color(srgb 0.941176 0.721569 0")  # #f0b800
    assert text == "color(srgb 0 0 0)"
    assert colours(visit, "[part=widget]") == ["rgb(17, 34, 51)", "rgb(238, 238, 238)"]


def test_an_unreadable_theme_is_made_readable(visit: Visit) -> None:
    visit.open("themed").page.evaluate("document.getElementById('wrapper').className = 'unreadable'")
    visit.widget.locator("[part=widget].ink.link.edge.do").wait_for()
    assert violations(visit) == []
    border = visit.field.evaluate("(field) => getComputedStyle(field).borderTopColor")
    assert border == "rgb(0, 0, 0)"


def test_print_holds_the_answers_and_not_the_form(visit: Visit) -> None:
    in_state(visit, "results", "nl").page.emulate_media(media="print")
    assert not visit.field.is_visible()
    assert visit.widget.get_by_text("14 0591").first.is_visible()


ACTIVE = "document.querySelector('terecht-search').shadowRoot.activeElement"


def test_focus_shows_a_ring_of_two_colours_wherever_it_goes(visit: Visit) -> None:
    in_state(visit, "opened", "nl").field.focus()
    for _ in range(14):
        visit.page.keyboard.press("Tab")
        ring = visit.page.evaluate(
            f"(({{outlineStyle, outlineWidth, boxShadow}}) => [outlineStyle, outlineWidth, boxShadow !== 'none'])(getComputedStyle({ACTIVE}))"
        )
        assert ring == ["solid", "3px", True]


def test_the_keyboard_comes_out_again_at_either_end(visit: Visit) -> None:
    in_state(visit, "topics", "nl").page.keyboard.press("Shift+Tab")
    assert visit.page.evaluate(ACTIVE) is None
    visit.widget.locator("[part=topic]").last.focus()
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate(ACTIVE) is None


def test_the_topics_that_open_on_focus_leave_focus_where_it_is(visit: Visit) -> None:
    in_state(visit, "topics", "nl")
    assert visit.page.evaluate(f"{ACTIVE}.type") == "search"
