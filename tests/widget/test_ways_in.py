"""Tags that editors leave standing become a widget, on a page each."""

import pytest
from visiting import Visit

pytestmark = pytest.mark.browser


def arrive(visit: Visit, page: str) -> Visit:
    visit.page.goto(f"{visit.host}/{page}")
    visit.field.wait_for()
    return visit


def test_a_box_with_data_attributes_becomes_a_widget_that_heeds_them(visit: Visit) -> None:
    arrive(visit, "box").ask("кімната").titles.first.wait_for()
    assert visit.posted == [
        "lang=uk&q=%D0%BA%D1%96%D0%BC%D0%BD%D0%B0%D1%82%D0%B0&municipality=borger-odoorn&audience=host"
    ]
    assert visit.widget.get_by_role("heading", level=3).count() == 1
    assert visit.errors == []


def test_a_box_brings_in_no_script_and_no_other_server(visit: Visit, api: str) -> None:
    arrive(visit, "box").ask("кімната").titles.first.wait_for()
    assert visit.page.locator("[onclick]").count() == 0
    assert all(url.startswith((api, visit.host)) for url in visit.requests)


def test_the_number_in_a_box_is_shown_when_the_server_is_gone(visit: Visit) -> None:
    arrive(visit, "box").answer_with(lambda route: route.abort())
    visit.ask("кімната").notice.wait_for()
    assert visit.widget.get_by_role("link", name="14 0591").is_visible()


def test_the_language_of_a_box_is_switched_in_place(visit: Visit) -> None:
    arrive(visit, "box").widget.get_by_role("button", name="English").click()
    assert visit.widget.get_by_role("searchbox", name="What are you looking for?").is_visible()


def test_a_link_becomes_a_widget_that_heeds_its_address(visit: Visit) -> None:
    arrive(visit, "link").ask("room").titles.first.wait_for()
    assert visit.posted == ["lang=en&q=room&municipality=borger-odoorn&audience=host"]
    assert visit.page.locator("[onclick]").count() == 0
    assert visit.page.get_by_role("link", name="gewone link").is_visible()


@pytest.mark.parametrize("path", [
    "/zilverdam", "/zilverdam?lang=uk", "/zilverdam/search?lang=uk", "/zilverdam/embed", "/zilverdam/entries/room?lang=uk",
])  # fmt: skip
def test_a_link_to_any_page_of_a_municipality_searches_there(visit: Visit, path: str) -> None:
    visit.open("late").page.evaluate(
        "(href) => (document.getElementById('place').innerHTML = `<a class=terecht href='${href}'>Zoeken</a>`)",
        f"http://127.0.0.1{path}",
    )
    visit.ask("kamer").titles.first.wait_for()
    language = "uk" if "uk" in path else "nl"
    assert visit.posted == [f"lang={language}&q=kamer&municipality=zilverdam"]


def test_a_tag_that_cannot_become_a_widget_is_told_once_and_stops_no_other(visit: Visit) -> None:
    told: list[str] = []
    visit.page.on("console", lambda message: told.append(message.text))
    with visit.page.expect_console_message() as message:
        arrive(visit, "unsuitable").ask("kamer").titles.first.wait_for()
    visit.page.evaluate("document.body.append(document.createElement('p'))")
    visit.page.wait_for_timeout(100)
    assert len(told) == 1
    assert message.value.type == "error"
    assert message.value.text.startswith("data-terecht needs a <div>:")
    assert message.value.args[1].evaluate("(box) => box.localName") == "table"
    assert visit.page.get_by_role("cell", name="14 0591").is_visible()
    assert visit.errors == []


def test_without_the_script_the_link_stays_a_link(visit: Visit) -> None:
    visit.page.route("**/terecht.js", lambda route: route.abort())
    visit.page.goto(f"{visit.host}/link")
    assert visit.page.get_by_role("link", name="Waar kan ik terecht?").is_visible()


@pytest.mark.parametrize(
    "markup",
    ["<div data-terecht data-municipality=borger-odoorn></div>",
     "<p><a class=terecht href='http://127.0.0.1/borger-odoorn/search'>Zoeken</a></p>"],
)  # fmt: skip
def test_what_is_added_later_becomes_a_widget_once(visit: Visit, markup: str) -> None:
    visit.open("late").page.evaluate(
        "(markup) => document.getElementById('place').insertAdjacentHTML('beforeend', markup)", markup
    )
    visit.ask("kamer").titles.first.wait_for()
    visit.page.evaluate("document.body.append(document.createElement('p'))")
    assert visit.titles.count() == 2
    assert visit.errors == []
