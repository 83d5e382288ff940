"""The ways onto a page, each as text to copy: templates/snippets/, a file a way."""

from typing import Final

from flask import render_template

from widget_server.search.page import Fallback
from widget_server.web.choice import Choice
from widget_server.web.site import site
from widget_server.web.translation import speaking
from widget_server.web.ways_out import way_out

WAYS: Final = (
    "script",
    "pinned",
    "colours",
    "upgrade",
    "div",
    "frame",
    "form",
    "link",
    "hosted",
    "proxy",
    "oembed",
)

#: Pixels: the question and the phone number below it. What is longer scrolls where no script adapts the height.
FRAME_HEIGHT: Final = 420


def snippets(choice: Choice) -> dict[str, str]:
    """What to copy for `choice`, by way. Empty where there is nothing: no colours chosen, no widget built."""
    fallback = way_out(choice.slug, choice.language)
    with speaking(choice.language):
        return {way: _text(way, choice, fallback) for way in WAYS}


def frame(address: str, *, title: str, width: str = "100%", height: int = FRAME_HEIGHT) -> str:
    """An iframe for the page at `address`; the attributes size it, because a strict page allows no style in it."""
    return render_template(
        "snippets/iframe.html", address=address, title=title, width=width, height=height
    ).strip()


def _text(way: str, choice: Choice, fallback: Fallback) -> str:
    return render_template(
        f"snippets/{way}.html",
        choice=choice,
        fallback=fallback,
        base_url=site().base_url,
        widget=site().widget,
        height=FRAME_HEIGHT,
    ).strip()
