"""A page of a municipality with the widget on it: what tests do with it and see of it."""

import json
from collections.abc import Callable
from typing import Any

import stand_in
from playwright.sync_api import BrowserContext, Locator, Page, Route


class Visit:
    """A page of the municipality with the widget on it, and what happened meanwhile."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        self.host = host
        self.page: Page = context.new_page()
        self.requests: list[str] = []
        self.posted: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on(
            "request",
            lambda request: request.method == "POST" and self.posted.append(request.post_data or ""),
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.add_init_script(
            "window.violations = [];"
            "addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective))"
        )

    def open(self, name: str, language: str | None = None) -> "Visit":
        """Go to pages/<name>.html and wait until the script has run."""
        self.page.goto(f"{self.host}/{name}")
        self.page.wait_for_function("!!customElements.get('terecht-search')")
        return self.speak(language) if language else self

    def speak(self, language: str) -> "Visit":
        """Let the page switch the widget's language; in another one what was asked is asked again."""
        self.page.evaluate("(language) => document.querySelector('terecht-search').lang = language", language)
        return self

    def stop_the_clock(self) -> None:
        """From here on time passes by `page.clock.run_for` only, on each page of the context (fixture `timed`)."""
        self.page.clock.install(time=0)
        self.page.clock.pause_at(1_000)

    def close(self) -> None:
        """Leave, whatever is still under way."""
        self.page.unroute_all(behavior="ignoreErrors")
        self.page.close()

    @property
    def widget(self) -> Locator:
        """What the script draws; the plain form inside the element does not count."""
        return self.page.locator("[part=theme]").first

    @property
    def field(self) -> Locator:
        return self.widget.locator("input[type=search]")

    @property
    def titles(self) -> Locator:
        return self.widget.locator("[part=title]")

    @property
    def notice(self) -> Locator:
        return self.widget.locator("[part=notice]")

    @property
    def polite(self) -> Locator:
        return self.widget.locator("[role=status]")

    @property
    def urgent(self) -> Locator:
        return self.widget.locator("[role=alert]")

    @property
    def choices(self) -> Locator:
        return self.widget.locator("[part=choices]")

    def act(self) -> "Visit":
        """Focus the field, as a reader's first action, and wait until the extras are there."""
        self.field.focus()
        self.choices.wait_for()
        return self

    def ask(self, question: str) -> "Visit":
        """Fill the field and submit, in one go: on a slow machine the pause between would be a question of its own."""
        self.field.focus()
        self.field.evaluate(
            "(field, question) => {"
            "  field.value = question;"
            "  field.dispatchEvent(new Event('input', { bubbles: true }));"
            "  field.form.requestSubmit();"
            "}",
            question,
        )
        return self

    def answer_with(self, handler: Callable[[Route], Any]) -> None:
        """Let `handler` answer the searches instead of the server."""
        self.page.route("**/api/v1/search", handler)

    def hold(self, address: str) -> list[Route]:
        """Let what is asked of `address` wait until the test lets it go on."""
        held: list[Route] = []

        def wait(route: Route) -> None:
            held.append(route)

        self.page.route(address, wait)
        return held

    def answer_page(self, **changes: Any) -> None:
        """Let the server answer "kamer" with `changes`."""
        answer = stand_in.answer({"q": "kamer", "lang": "nl"}) | changes
        headers = {"Access-Control-Allow-Origin": "*"}
        self.answer_with(
            lambda route: route.fulfill(
                body=json.dumps(answer), content_type="application/json", headers=headers
            )
        )
