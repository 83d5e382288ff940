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


def hints(content: str) -> list[str]:
    file = YamlFile("a.yaml", content)
    compose(file)
    return [fault.hint for fault in file.faults]


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
    ("content", "place", "name"),
    [
        ("kind faq\naudience: [host]\n", "1:5", "kind"),
        ("kind faq\n\naudience: [host]\n", "1:5", "kind"),
        ("kind: faq\nowner x\n", "2:6", "owner"),
        ("kind: faq\naudience [host]\n# for whom\nowner: x\n", "2:9", "audience"),
        ("audience: [host]\nkind\nowner: x\n", "2:5", "kind"),
        ("text:\n  nl:\n    title Kamer\n    summary: Bel.\n", "3:10", "title"),
        ("- query kamer\n  kind: word\n", "1:8", "query"),
    ],
)
def test_a_colon_that_is_missing_after_a_name_is_told_where_it_is_missing(
    content: str, place: str, name: str
) -> None:
    assert told(content) == [f"{place} a colon is missing after '{name}'"]


@pytest.mark.parametrize(
    "content",
    [
        "summary:\n  Bel ons nu.\n  Of mail: dat kan ook\n",
        "summary: Bel ons.\n Mail: dat kan ook\n",
        "summary:\n  Bel ons nu.\n   Mail: dat kan ook\n",
        "kind: faq\n  owner: x\n",
    ],
)
def test_a_text_with_a_colon_and_a_space_is_told_to_stand_in_quotes(content: str) -> None:
    assert hints(content) == ["a text that holds a colon and a space must stand in quotes"]


@pytest.mark.parametrize(
    ("content", "place", "sign"),
    [
        ("title: [let op] kamer\n", "1:8", "["),
        ("title: {let op} kamer\n", "1:8", "{"),
        ("kind: faq\nbody:\n  - [let op] kamer\n", "3:5", "["),
        ("title: *Kamer* over\n", "1:8", "*"),
        ("title: **Kamer** over\n", "1:8", "*"),
        ("title: & vrienden\n", "1:8", "&"),
        ("title: !! kamer\n", "1:8", "!"),
        ("title: | kamer\n", "1:8", "|"),
        ("title: > kamer\n", "1:8", ">"),
        ("title: %kamer\n", "1:8", "%"),
        ("title: @kamer\n", "1:8", "@"),
        ("title: `kamer`\n", "1:8", "`"),
        ("mijn nicht: *slaapt* hier\n", "1:13", "*"),
    ],
)
def test_a_text_that_opens_with_a_sign_of_yaml_is_told_to_stand_in_quotes(
    content: str, place: str, sign: str
) -> None:
    assert hints(content) == [f"a text that begins with {sign} must stand in quotes"]
    assert [line.split(" ")[0] for line in told(content)] == [place]


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        ("words: [*b* c]\n", "a text that begins with *, & or % must stand in quotes"),
        ("words: [a, @b]\n", "a text that begins with @, ` or % must stand in quotes"),
        ("title: - kamer\n", "a text that begins with - and a space must stand in quotes"),
        ("title: ? kamer\n", "a text that begins with ? and a space must stand in quotes"),
        ("title: , kamer\n", "a text that begins with a comma or a closing bracket must stand in quotes"),
        (
            "words: [a] \nb: [x, [y] z]\n",
            "a list or group that opens with a bracket is not closed, or lacks a comma",
        ),
        (
            "title: [let op\nkind: faq\n",
            "a list or group that opens with a bracket is not closed, or lacks a comma",
        ),
    ],
)
def test_a_sign_that_misleads_the_parser_elsewhere_is_named_in_a_hint(content: str, hint: str) -> None:
    assert hint in hints(content)


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
