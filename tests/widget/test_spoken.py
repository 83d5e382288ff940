"""What a screen reader would say, from the first focus to a failure: held against spoken/, to be read by people.

    TERECHT_WRITE_SPOKEN=1 .venv/bin/pytest tests/widget/test_spoken.py

writes the transcripts anew, for a look at what changed before it is committed. The reader is a virtual one
(Guidepup's, which follows the ARIA and accessible-name specifications); people with real ones hear it in their own words.
"""

import os
import re
import subprocess
from pathlib import Path
from typing import Any, Final

import build
import pytest
from visiting import Visit

pytestmark = pytest.mark.browser

HERE: Final = Path(__file__).parent
READER: Final = build.HERE / "node_modules" / "@guidepup" / "virtual-screen-reader"
WRITE: Final = "TERECHT_WRITE_SPOKEN"
TRANSCRIPTS: Final = HERE / "spoken"


@pytest.fixture(scope="module")
def screen_reader(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of the screen reader, for a page."""
    if not READER.exists():
        pytest.skip("no virtual screen reader here; run: npm ci --prefix static/widget")
    bundle = tmp_path_factory.mktemp("reader") / "screen_reader.js"
    options = ("--bundle", "--minify", "--log-level=error", '--define:process.env.NODE_ENV="production"')
    subprocess.run(
        [build.ESBUILD, HERE / "screen_reader.js", *options, f"--outfile={bundle}"],
        check=True, env=os.environ | {"NODE_PATH": str(build.ESBUILD.parents[1])},
    )  # fmt: skip
    return bundle.read_text()


class Transcript:
    """What happens to a widget, and what is said of it; lines with "!" are announced, the others read by going on."""

    def __init__(self, visit: Visit, language: str) -> None:
        self.lines: list[str] = []
        self._visit = visit
        self._language = language

    def __str__(self) -> str:
        return "\n".join(self.lines).strip() + "\n"

    def happens(self, what: str) -> None:
        """Tell what the person in front of the screen does or meets."""
        self.lines += ["", f"# {what}"]

    def hear(self) -> None:
        """Note what is announced next; a region that falls silent says nothing."""
        heard: list[str] = []
        while not heard:
            self._visit.page.wait_for_timeout(50)
            said = self._visit.page.evaluate("screenReader.heard()")
            heard = [phrase for phrase in said if re.match(r"(polite|assertive): \S", phrase)]
        self.lines += [f"! {phrase}" for phrase in heard]

    def read(self, selector: str) -> None:
        """Go through a part of the widget from its beginning to its end, then listen to the whole again."""
        phrases = (
            (language, phrase)
            for language, phrase in self._reader("read", selector)
            if not phrase.startswith("end of ")
        )
        for language, phrase in phrases:
            self.lines.append(phrase if language == self._language else f"({language}) {phrase}")
        self._reader("listen", "[part=theme]")

    def _reader(self, does: str, selector: str) -> Any:
        shadow = "document.querySelector('terecht-search').shadowRoot"
        return self._visit.page.evaluate(f"screenReader.{does}({shadow}.querySelector('{selector}'))")


@pytest.mark.parametrize("language", ["nl", "uk"])
def test_a_screen_reader_says_what_its_transcript_says(
    visit: Visit, screen_reader: str, language: str
) -> None:
    spoken = str(transcript(visit, screen_reader, language))
    expected = TRANSCRIPTS / f"{language}.txt"
    if WRITE in os.environ:
        expected.write_text(spoken, encoding="utf-8")
    assert spoken.splitlines() == expected.read_text("utf-8").splitlines()


def transcript(visit: Visit, screen_reader: str, language: str) -> Transcript:
    """A visit from the first focus to a failure."""
    visit.open("plain", language).page.evaluate(screen_reader)
    says = Transcript(visit, language)
    says.happens("The page is open. Nothing was done yet.")
    says.read("[part=widget]")

    says.happens("The field gets focus: there are topics to choose from.")
    visit.act().choices.locator("[part=topic]").first.wait_for()
    visit.choices.locator("[part=question]").first.wait_for()
    says.read("[part=choices]")

    says.happens('"kmaer" is typed, misspelt, without Enter. After a pause:')
    visit.field.press_sequentially("kmaer")
    says.hear()
    says.read("[part=answer]")

    says.happens("The first answer is opened in place.")
    visit.widget.locator("[aria-expanded]").first.click()
    visit.widget.locator("[part=body] p").first.wait_for()
    says.read("[part=body]")
    says.read("[aria-expanded]")

    says.happens('"niets" is asked, which nothing answers. At once:')
    visit.ask("niets")
    says.hear()
    says.read("[part=answer]")

    says.happens("The network is slow. After three seconds:")
    visit.answer_with(lambda _: None)
    visit.ask("kamer")
    says.hear()
    says.read("[part=answer]")

    says.happens("The server cannot be reached. At once:")
    visit.page.unroute("**/api/v1/search")
    visit.answer_with(lambda route: route.abort())
    visit.ask("kamers")
    says.hear()
    says.read("[part=answer]")
    return says
