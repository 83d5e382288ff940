"""docs/embedding.md in a browser: what it gives to paste does what it says, with the real server in the frame."""

import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import expect
from visiting import Visit

pytestmark = pytest.mark.browser

DOCUMENT: Final = Path(__file__).parents[2] / "docs" / "embedding.md"

#: The server, as the document calls it.
EXAMPLE: Final = "https://terecht.example"

#: Comes first on the page, and has nothing to do with ours.
OTHER: Final = '<iframe title="Kaart" height="99"></iframe>'


def block(language: str, wanted: str) -> str:
    """The one block of code in the document that holds `wanted`."""
    (found,) = (
        text
        for text in re.findall(
            rf"^```{language}\n(.*?)^```", DOCUMENT.read_text("utf-8"), re.MULTILINE | re.DOTALL
        )
        if wanted in text
    )
    return str(found)


def test_the_own_lines_for_the_height_of_a_frame_do_what_resize_js_does(visit: Visit, server: str) -> None:
    frame = re.sub("<script.*</script>", "", block("html", "<iframe"))
    script = block("js", "terecht:height")
    visit.open("late").page.add_script_tag(content=script.replace(EXAMPLE, server))
    visit.page.evaluate(
        "(frames) => (document.getElementById('place').innerHTML = frames)",
        OTHER + frame.replace(EXAMPLE, server),
    )
    ours = visit.page.frame_locator("iframe[src]")
    ours.locator("[part=input]").fill("kamer")
    # The last to come: from here on nothing grows.
    ours.locator("[part=actions]").first.wait_for()
    needed = "Math.ceil(document.documentElement.getBoundingClientRect().height)"
    height = visit.page.frames[-1].evaluate(needed)
    assert height > 600
    expect(visit.page.locator("iframe[src]")).to_have_attribute("height", str(height))
    assert visit.page.locator("iframe").first.get_attribute("height") == "99"
    assert visit.errors == []
