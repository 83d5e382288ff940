# ruff: noqa: INP001  a script beside what it makes, not a package
"""Pictures of the real widget on the demo page of a running server.

    TERECHT_PORT=8000 terecht serve &
    python docs/pictures/make.py http://127.0.0.1:8000

widget.png is what README.md shows; states-WIDTH.jpg are sheets with a row a state and a column a language, to be
looked at before a release. `TERECHT_CHROMIUM` names another browser than /usr/bin/chromium.
"""

import os
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, Route, sync_playwright

HERE: Final = Path(__file__).parent
CHROMIUM: Final = os.environ.get("TERECHT_CHROMIUM", "/usr/bin/chromium")

#: "I want to help, where can I turn?" in Ukrainian: its first answer has a phone, hours and a website.
QUESTION: Final = "хочу допомогти, куди звернутися"
PHONE_SIZE: Final = (390, 1220)

#: Pixels in CSS.
WIDTHS: Final = (320, 390, 768, 1280)
QUESTIONS: Final = {
    "nl": "ik heb een kamer over",
    "en": "I have a spare room",
    "uk": "хочу прийняти біженців у себе вдома",
    "ru": "у меня есть свободная комната",
}
#: Found in no language.
NONSENSE: Final = "xqzwvj"

#: Pixels of a sheet: a column, and the most of a widget's height that is shown in it.
COLUMN: Final = 240
ROW: Final = 340
QUALITY: Final = 50

State = Callable[[Page, str], None]


def visit(browser: Browser, base: str, language: str, size: tuple[int, int], **media: object) -> Page:
    """The demo page in `language`, with the widget on it."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **media)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{base}/?lang={language}")
    page.wait_for_function("!!document.querySelector('terecht-search').shadowRoot")
    return page


def ask(page: Page, question: str, part: str) -> None:
    """Ask, and wait for `part` of the widget."""
    field = page.locator("terecht-search #q")
    field.fill(question)
    field.press("Enter")
    page.locator(f"terecht-search [part={part}]").first.wait_for()


def idle(_page: Page, _language: str) -> None:
    """Before the reader does anything."""


def topics(page: Page, _language: str) -> None:
    """The field has focus, nothing is typed."""
    page.locator("terecht-search #q").focus()
    page.locator("terecht-search [part=topic]").first.wait_for()


def results(page: Page, language: str) -> None:
    """An answer."""
    ask(page, QUESTIONS[language], "title")


def opened(page: Page, language: str) -> None:
    """An answer, read further in place."""
    results(page, language)
    page.locator("terecht-search [part=action][aria-expanded]").first.click()
    page.locator("terecht-search [part=body] p").first.wait_for()


def zero(page: Page, _language: str) -> None:
    """Nothing found."""
    ask(page, NONSENSE, "notice")


def _search(page: Page, answer: Callable[[Route], object]) -> None:
    page.route("**/api/v1/search", answer)


def slow(page: Page, language: str) -> None:
    """No answer yet."""
    page.evaluate("() => { window.fetch = () => new Promise(() => {}) }")
    ask(page, QUESTIONS[language], "waiting")


def offline(page: Page, language: str) -> None:
    """No network."""
    _search(page, lambda route: route.abort())
    ask(page, QUESTIONS[language], "notice")


def error(page: Page, language: str) -> None:
    """A server that fails."""
    _search(page, lambda route: route.fulfill(status=500))
    ask(page, QUESTIONS[language], "notice")


LIGHT: Final[tuple[State, ...]] = (idle, topics, results, opened, zero, slow, offline, error)
DARK: Final[tuple[State, ...]] = (topics, results)


def widget_png(browser: Browser, base: str) -> None:
    """The picture for the README, at twice the pixels."""
    page = visit(browser, base, "uk", PHONE_SIZE, device_scale_factor=2)
    ask(page, QUESTION, "title")
    page.locator("terecht-search [part=actions]").first.wait_for()
    page.evaluate("scrollTo(0, document.querySelector('terecht-search').offsetTop - 24)")
    page.screenshot(path=HERE / "widget.png")
    page.context.close()


def sheet(browser: Browser, base: str, width: int) -> None:
    """All states in all languages at `width`."""
    rows = [row(browser, base, width, state, "light") for state in LIGHT]
    rows += [row(browser, base, width, state, "dark") for state in DARK]
    page = browser.new_page(viewport={"width": COLUMN * len(QUESTIONS), "height": 100})
    page.set_content(
        f"<style>*{{margin:0;font:14px sans-serif}}img{{width:{COLUMN - 8}px;margin:4px;vertical-align:top}}"
        f"p{{padding:4px;background:#ddd}}</style>{''.join(rows)}"
    )
    page.screenshot(path=HERE / f"states-{width}.jpg", full_page=True, type="jpeg", quality=QUALITY)
    page.close()


def row(browser: Browser, base: str, width: int, state: State, scheme: str) -> str:
    """A row of a sheet, as HTML: `state` in each language."""
    pages = [visit(browser, base, language, (width, 900), color_scheme=scheme) for language in QUESTIONS]
    pictures = [picture(page, state, language) for page, language in zip(pages, QUESTIONS, strict=True)]
    images = "".join(f'<img src="data:image/png;base64,{b64encode(png).decode()}">' for png in pictures)
    return f"<p>{width} px, {scheme}: {state.__name__}</p><div>{images}</div>"


def picture(page: Page, state: State, language: str) -> bytes:
    """The widget in `state`, as PNG. Closes the page."""
    state(page, language)
    # A click may have scrolled; a box is measured from the window, a clip from the page.
    page.evaluate("scrollTo(0, 0)")
    box = page.locator("terecht-search").bounding_box()
    size = page.viewport_size
    if box is None or size is None:
        raise RuntimeError("the widget is not on the page")
    margin = 8
    clip = {
        "x": max(0, box["x"] - margin),
        "y": box["y"] - margin,
        "width": min(size["width"], box["width"] + 2 * margin),
        "height": min(box["height"] + 2 * margin, ROW * size["width"] / COLUMN),
    }
    png = page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    page.context.close()
    return png


def main(base: str) -> None:
    """Make all pictures."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        widget_png(browser, base)
        for width in WIDTHS:
            sheet(browser, base, width)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
