"""The lists of facts of the two source documents, ticked off against this repository's content."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from widget_server import resources
from widget_server.content.loader import load
from widget_server.content.model import ContactPoint, Corpus, Entry
from widget_server.content.readers.entry import reference

HERE = Path(__file__).parent
KEYS = {
    "fact",
    "where",
    "contact",
    "value",
    "hours",
    "label",
    "region",
    "regions",
    "turn_to",
    "text",
    "source",
    "valid_until",
}

TODAY = date(2026, 11, 21)

#: What a reader can click or dial: web and mail addresses, and telephone numbers with their signs.
ROUTE = re.compile(
    r"https?://\S+|www\.[^\s,;]+|[\w.-]+@[\w.-]+|\b[\w-]+\.(?:nl|org)\b|\b14[ -]\d{4}\b|\b0\d{1,3}-?[\d ]{6,}\d\b"
)


def _facts(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.load((HERE / name).read_text(), Loader=yaml.BaseLoader)  # noqa: S506  all scalars as text
    return rows


FACTS = [*_facts("facts_flyer.yaml"), *_facts("facts_factsheet.yaml")]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(resources.CONTENT, today=TODAY)


@pytest.fixture(scope="module")
def entries(corpus: Corpus) -> dict[str, Entry]:
    return {entry.id: entry for entry in corpus.entries}


@pytest.fixture(scope="module")
def contacts(corpus: Corpus) -> list[ContactPoint]:
    return [point for entry in corpus.entries for point in entry.contacts]


def _texts(entry: Entry) -> str:
    """All that a reader sees of an entry, in every language."""
    texts = [part for text in entry.texts.values() for part in (text.title, text.summary, *text.body)]
    return "\n".join([*texts, *(label for point in entry.contacts for label in point.label.values())])


def _missing_from(entry: Entry, fact: dict[str, Any]) -> Iterator[str]:
    """Which keys of the fact the entry does not bear out."""
    if "text" in fact and fact["text"] not in _texts(entry):
        yield "text"
    if "turn_to" in fact and reference(fact["turn_to"]) not in entry.turn_to:
        yield "turn_to"
    if "regions" in fact and fact["regions"] not in entry.regions:
        yield "regions"
    if "source" in fact and fact["source"] not in {source.id for source in entry.sources}:
        yield "source"
    if "valid_until" in fact and fact["valid_until"] != str(entry.valid_until):
        yield "valid_until"
    if "contact" in fact:
        yield from _missing_from_contact(entry, fact)


def _missing_from_contact(entry: Entry, fact: dict[str, Any]) -> Iterator[str]:
    point = next((point for point in entry.contacts if point.name == fact["contact"]), None)
    if point is None:
        yield "contact"
        return
    if fact.get("value", point.value) != point.value:
        yield "value"
    if fact.get("hours", point.hours) != point.hours:
        yield "hours"
    if "label" in fact and not (
        point.label and all(fact["label"] in label for label in point.label.values())
    ):
        yield "label"
    if "region" in fact and fact["region"] not in point.regions:
        yield "region"


def test_the_lists_hold_what_was_counted_in_the_documents() -> None:
    assert (len(_facts("facts_flyer.yaml")), len(_facts("facts_factsheet.yaml"))) == (79, 164)


def test_each_row_makes_a_claim_that_can_fail() -> None:
    for fact in FACTS:
        assert set(fact) <= KEYS, fact["fact"]
        assert len(fact) > 2, fact["fact"]  # more than its words and its entry
    assert len({str(fact) for fact in FACTS}) == len(FACTS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact['where']}: {fact['fact']}")
def test_a_fact_stands_where_the_list_says(entries: dict[str, Entry], fact: dict[str, Any]) -> None:
    assert fact["where"] in entries
    assert list(_missing_from(entries[fact["where"]], fact)) == []


def _routes(value: Any) -> Iterator[str]:
    for text in value.values():
        yield from (found[0].rstrip(".)") for found in ROUTE.finditer(text))


ROUTES = sorted({route for fact in FACTS for route in _routes(fact)})


def test_the_lists_hold_addresses_and_numbers_of_each_kind() -> None:
    assert {"14 0591", "070-44 55 888", "info@coa.nl", "www.vrd.nl", "refugeehelp.nl"} <= set(ROUTES)
    assert len(ROUTES) > 25


@pytest.mark.parametrize("route", ROUTES)
def test_each_address_and_number_is_a_contact_point(contacts: list[ContactPoint], route: str) -> None:
    assert route in {point.value for point in contacts}
