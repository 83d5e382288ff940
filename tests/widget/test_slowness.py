"""A slow phone on a slow network: what a reader sees and can do meanwhile. Behaviour, not times."""

from collections.abc import Iterator

import pytest
from visiting import Visit

pytestmark = pytest.mark.browser

#: A phone of some years ago, as Lighthouse imitates one.
TIMES_SLOWER = 4
#: Each answer takes longer than a screen reader is left in silence (3 s), and shorter than the widget waits (8 s).
LATENCY_MS = 3_500
#: Bytes a second: a village at the edge of the network.
THROUGHPUT = 50_000


@pytest.fixture
def slow(visit: Visit) -> Iterator[Visit]:
    """A visit whose page has arrived, and which from then on goes by a slow phone and network."""
    visit.open("plain").act()
    wire = visit.page.context.new_cdp_session(visit.page)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
    wire.send("Network.enable")
    wire.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": THROUGHPUT,
            "uploadThroughput": THROUGHPUT,
        },
    )
    yield visit
    wire.detach()


def test_a_slow_answer_is_awaited_visibly_and_audibly_and_comes(slow: Visit) -> None:
    slow.ask("kamer").widget.locator("[part=waiting]").wait_for()
    assert slow.polite.inner_text() == ""
    slow.widget.get_by_role("status").filter(has_text="Bezig met zoeken…").wait_for(state="attached")
    slow.titles.first.wait_for()
    assert slow.widget.locator("[part=waiting]").count() == 0
    assert slow.errors == []


def test_typing_goes_on_while_an_answer_is_awaited_and_no_letter_is_lost(slow: Visit) -> None:
    slow.ask("kamer").widget.locator("[part=waiting]").wait_for()
    slow.field.press_sequentially(" over")
    assert slow.field.input_value() == "kamer over"
    slow.titles.first.wait_for()
    assert (
        slow.page.evaluate("document.querySelector('terecht-search').shadowRoot.activeElement.type")
        == "search"
    )
    assert "&q=kamer+over&" in slow.posted[-1]


def test_the_late_answer_to_an_earlier_question_is_never_seen(slow: Visit) -> None:
    slow.page.evaluate("""() => {
      window.seen = [];
      const answer = document.querySelector('terecht-search').shadowRoot.querySelector('[part=answer]');
      new MutationObserver(() => seen.push(answer.innerText)).observe(answer, { childList: true, subtree: true });
    }""")
    slow.ask("niets").widget.locator("[part=waiting]").wait_for()
    slow.ask("kamer").titles.first.wait_for()
    slow.page.wait_for_timeout(500)
    assert not [text for text in slow.page.evaluate("seen") if "Niets gevonden" in text]
    assert slow.titles.count() == 2
