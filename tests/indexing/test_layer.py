"""Which entries are indexed again, and which may be taken over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from widget_server.content.model import Corpus
from widget_server.indexing import layer as layers
from widget_server.indexing.layer import Layer
from widget_server.indexing.recipe import recipe

PHONE = ("national/entries/room-bureau.yaml", "070-44 55 888", "070-44 55 889")
PLACE = ("national/places.yaml", "nl: Zeeland", "nl: Zeelandia")
OWN = ("zilverdam/entries/gemeente-zilverdam.yaml", "Bel de gemeente.", "Bel ons.")
VERIFIED = ("national/entries/dog.yaml", "verified_on: 2026-03-01", "verified_on: 2026-04-01")
SYNONYM = ("national/synonyms/nl.yaml", "logeerplek", "logeerkamer")
NAME = ("zilverdam/municipality.yaml", "name: Zilverdam", "name: Goudmeer")


LAYERS = ("national", "zilverdam")


def digests(corpus: Corpus) -> dict[str, str]:
    """Those of all layers."""
    return {
        f"{name}/{key}": digest for name in LAYERS for key, digest in Layer.of(corpus, name).digests().items()
    }


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        # Zilverdam replaces the bureau, so that its own entries never point to this number.
        (PHONE, {"national/room-bureau", "national/room-at-home", "national/dog"}),
        (PLACE, {"national/room-bureau", "national/dog"}),
        (OWN, {"zilverdam/gemeente-zilverdam"}),
        (VERIFIED, {"national/dog"}),
        (SYNONYM, set()),  # read with a question, not with an entry
        (NAME, set()),
    ],
)
def test_a_digest_changes_with_whatever_changes_its_document(
    read: Callable[[], Corpus],
    rewrite: Callable[[str, str, str], None],
    change: tuple[str, str, str],
    changed: set[str],
) -> None:
    before = read()
    rewrite(*change)
    after = read()
    assert before.digest != after.digest
    assert {key for key, digest in digests(after).items() if digests(before)[key] != digest} == changed


def test_an_own_entry_changes_with_the_national_organisation_that_it_points_to(
    content: Path, read: Callable[[], Corpus], rewrite: Callable[[str, str, str], None]
) -> None:
    national = (content / PHONE[0]).read_text()
    (content / "national/entries/other-bureau.yaml").write_text(national)
    question = (content / "national/entries/dog.yaml").read_text().replace("[room-bureau]", "[other-bureau]")
    (content / "zilverdam/entries/cat.yaml").write_text(question)
    before = Layer.of(read(), "zilverdam").digests()
    rewrite("national/entries/other-bureau.yaml", *PHONE[1:])
    assert Layer.of(read(), "zilverdam").digests() != before


@pytest.mark.parametrize("part", ["analysis", "PyStemmer", "simplemma", "documents"])
def test_every_digest_changes_with_what_analyses(
    read: Callable[[], Corpus], monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    before = digests(read())
    monkeypatch.setattr(layers, "recipe", lambda: {**recipe(), part: "of tomorrow"})
    assert set(digests(read()).values()).isdisjoint(before.values())
