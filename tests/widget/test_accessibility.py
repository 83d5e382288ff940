"""axe, keyboard, sizes, and what the colours of a theme do."""

from itertools import product
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from visiting import Visit

pytestmark = pytest.mark.browser

LANGUAGES = ["nl", "en", "uk", "ru"]


#: As `Page.emulate_media` takes them.
COLOURS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}


def violations(visit: Visit) -> list[str]:
    """What axe finds, with all its rules."""
    if not visit.page.evaluate("'axe' in window"):
        visit.page.evaluate(AXE_SCRIPT)
    found = visit.page.evaluate(
        "axe.run(document, { preload: false, resultTypes: ['violations'] }).then(({ violations }) => violations)"
    )
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


def in_state(visit: Visit, state: str, language: str) -> Visit:
    """The page "plain" with its widget in a state."""
    visit.open("plain", language)
    if state == "offline":
        visit.answer_with(lambda route: route.abort())
    elif state == "error":
        visit.answer_with(lambda route: route.fulfill(status=500))
    elif state in {"slow", "typing"}:
        visit.answer_with(lambda _: None)
    if state == "topics":
        visit.act()
    elif state == "typing":
        visit.act().field.press_sequentially("kam")
    elif state in QUESTIONS:
        visit.act().ask(QUESTIONS[state])
    return arrived(visit, state)


def arrived(visit: Visit, state: str) -> Visit:
    """The same page, once everything of the state is there."""
    if state in ARRIVED:
        visit.widget.locator(ARRIVED[state]).last.wait_for()
    if state == "opened":
        visit.widget.locator("[aria-expanded=false]").first.click()
        visit.widget.locator("[part=body] p").last.wait_for()
    return visit


#: What is asked in a state.
QUESTIONS = {
    "results": "kmaer",
    "opened": "kamer",
    "zero": "niets",
    "slow": "kamer",
    "offline": "kamer",
    "error": "kamer",
}
#: What comes last in a state.
ARRIVED = {
    "topics": "[part=question]", "results": "[part=actions]", "opened": "[part=actions]", "zero": "[part=notice]",
    "slow": "[part=waiting]", "offline": "[part=notice]", "error": "[part=notice]",
}  # fmt: skip
STATES = ["idle", "topics", "typing", "results", "opened", "zero", "slow", "offline", "error"]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_language_and_colours(visit: Visit, state: str) -> None:
    # From the last language each of them is a change, after which everything is shown anew.
    in_state(visit, state, LANGUAGES[-1])
    found = {}
    for language in LANGUAGES:
        arrived(visit.speak(language), state)
        for name, media in COLOURS.items():
            visit.page.emulate_media(**media)
            found[language, name] = violations(visit)
    assert found == {view: [] for view in product(LANGUAGES, COLOURS)}


def test_axe_finds_nothing_where_motion_is_reduced(visit: Visit) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    assert violations(in_state(visit, "opened", "uk")) == []


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


#: A property of each family, in the order in which the first that the page defines is used.
FAMILIES = ("--terecht-action", "--utrecht-button-primary-action", "--utrecht-button", "--nl-button-primary")


@pytest.mark.parametrize("first", range(len(FAMILIES)))
def test_the_first_family_that_the_page_defines_gives_the_button_its_colours(
    visit: Visit, first: int
) -> None:
    names = {"--terecht-action": ("background", "color")}
    rules = "".join(
        f"{family}-{names.get(family, ('background-color',))[0]}: rgb(0 {70 + at} 0); {family}-color: #fff;"
        for at, family in enumerate(FAMILIES)
        if at >= first
    )
    visit.open("plain").page.add_style_tag(content=f"main {{ {rules} }}")
    background, text = colours(visit, "[part=button]")
    assert background == f"color(srgb 0 {round((70 + first) / 255, 6)} 0)"
    assert text == "color(srgb 1 1 1)"


def test_parts_and_own_tokens_stand_above_the_theme(visit: Visit) -> None:
    visit.open("themed").page.add_style_tag(
        content="terecht-search { --terecht-link-color: #003300; --terecht-radius: 13px; --terecht-font-size: 20px }"
        "terecht-search::part(label) { color: rgb(1, 2, 3) }"
    )
    assert colours(visit, "[part=label]")[1] == "rgb(1, 2, 3)"
    assert colours(visit, "[part=languages] button[aria-pressed=false]")[1] == "rgb(0, 51, 0)"
    looks = visit.field.evaluate("(field) => [getComputedStyle(field).borderRadius, getComputedStyle(field).fontSize]")  # fmt: skip
    assert looks == ["13px", "20px"]


@pytest.mark.parametrize(
    ("theme", "background"), [("dark", "rgb(18, 18, 18)"), ("light", "rgb(255, 255, 255)")]
)
def test_the_page_may_settle_the_scheme(visit: Visit, theme: str, background: str) -> None:
    visit.page.emulate_media(color_scheme="light" if theme == "dark" else "dark")
    visit.open("plain").page.evaluate("(theme) => document.querySelector('terecht-search').setAttribute('theme', theme)", theme)  # fmt: skip
    assert colours(visit, "[part=widget]")[0] == background
    assert violations(visit) == []


def test_an_unreadable_theme_is_made_readable(visit: Visit) -> None:
    visit.open("themed").page.evaluate("document.getElementById('wrapper').className = 'unreadable'")
    visit.widget.locator("[part=widget].ink.link.edge.do").wait_for()
    assert violations(visit) == []
    border = visit.field.evaluate("(field) => getComputedStyle(field).borderTopColor")
    assert border == "rgb(0, 0, 0)"


def test_print_holds_the_answers_with_numbers_and_addresses_and_no_controls(visit: Visit) -> None:
    in_state(visit, "results", "nl").page.emulate_media(media="print")
    assert not visit.field.is_visible()
    assert [button for button in visit.widget.locator("section button").all() if button.is_visible()] == []
    printed = visit.widget.locator("[part=result]").first.inner_text()
    for fact in ("14 0591", "vluchtelingenoekraine@borger-odoorn.nl", "WhatsApp 06-12345678", "loketoekraïnepsh.nl",
                 "Hoofdstraat 50, 7875 AD Exloo", "maandag t/m vrijdag 9.00–17.00 uur"):  # fmt: skip
        assert fact in printed


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
    visit.widget.locator("[part=question]").last.focus()
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate(ACTIVE) is None


def test_the_topics_that_open_on_focus_leave_focus_where_it_is(visit: Visit) -> None:
    in_state(visit, "topics", "nl")
    assert visit.page.evaluate(f"{ACTIVE}.type") == "search"
