"""What is no YAML is told where an editor must mend it, by either parser."""

import pytest
import yaml

from widget_server.content import composer
from widget_server.content.composer import compose
from widget_server.content.yaml_file import YamlFile


@pytest.fixture(autouse=True, params=[getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composer, "_LOADER", request.param)


def told(content: str) -> list[str]:
    file = YamlFile("a.yaml", content)
    compose(file)
    return [f"{fault.mark.line}:{fault.mark.column} {fault.message}" for fault in file.faults]


@pytest.mark.parametrize(
    ("content", "place", "name"),
    [
        ("kind:faq\naudience: [host]\n", "1:6", "kind:"),
        ("kind:faq\n\naudience: [host]\n", "1:6", "kind:"),
        ("kind:faq\n# for whom\naudience: [host]\n", "1:6", "kind:"),
        ("kind: faq\ntopics:[housing]\nsources: [flyer]\n", "2:8", "topics:"),
        ("kind: faq\nverified_on:2026-03-01\n", "2:13", "verified_on:"),
        ("text:\n  nl:\n    title:Kamer\n    summary: Bel.\n", "3:11", "title:"),
        ("text:\n  nl:\n    title: Kamer\n    summary:Bel.\n  en: x\n", "4:13", "summary:"),
        ("- query:kamer\n  kind: word\n", "1:9", "query:"),
    ],
)
def test_a_space_that_is_missing_after_a_name_is_told_where_it_is_missing(
    content: str, place: str, name: str
) -> None:
    assert told(content) == [f"{place} a space is missing after '{name}'"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('kind: faq\ntitle: "Kamer\nowner: x\n', "2:8 the quote that opens here is not closed"),
        ("kind: faq\ntitle: 'Kamer", "2:8 the quote that opens here is not closed"),
        (
            'title: "Kamer\nkind: faq\nowner: "x"\n',
            "1:8 the quote that opens here closes on line 3, before more text",
        ),
        (
            "words: [a, 'b]\ntitle: auto's\n",
            "1:12 the quote that opens here closes on line 2, before more text",
        ),
    ],
)
def test_a_quote_that_is_not_closed_is_told_where_it_opens(content: str, expected: str) -> None:
    assert told(content) == [expected]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("kind: faq\nsummary: Zo: bel ons\n", "2:12"),
        ("kind: faq\nsummary: see\n  https://x.example: good\n", "3:20"),
        ('words: ["a" "b"]\n', "1:13"),
        ('kind: "faq"\n owner: x\n', "2:2"),
        ('kind: "\\q"\nowner:x\n', "1:8"),
    ],
)
def test_another_fault_stays_where_the_parser_found_it(content: str, place: str) -> None:
    (line,) = told(content)
    found, message = line.split(" ", 1)
    assert found.partition(":")[0] == place.partition(":")[0]
    assert "space is missing" not in message
    assert "quote that opens" not in message
