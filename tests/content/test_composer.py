import pytest
import yaml

from widget_server.content import composer
from widget_server.content.composer import compose
from widget_server.content.nodes import Mapping, Scalar, Sequence
from widget_server.content.yaml_file import YamlFile


@pytest.fixture(autouse=True, params=[getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with libyaml and with PyYAML's own parser."""
    monkeypatch.setattr(composer, "_LOADER", request.param)


def told(content: bytes) -> list[str]:
    file = YamlFile.decoded("a.yaml", content)
    compose(file)
    return [f"{fault.mark.line}:{fault.mark.column} {fault.code}" for fault in file.faults]


@pytest.mark.parametrize(
    "typed", ["no", "9:30", "0591", "1_000", "~", "2022-03-01", "1e3", "0x1F", ".inf", "yes", "null"]
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    root = compose(YamlFile("a.yaml", f"a: {typed}\n"))
    assert isinstance(root, Mapping)
    assert [(key.value, value.value) for key, value in root.pairs if isinstance(value, Scalar)] == [
        ("a", typed)
    ]


def test_nodes_know_their_places_in_code_points() -> None:
    root = compose(YamlFile("a.yaml", "'🐕': [é, x]\n"))
    assert isinstance(root, Mapping)
    [(_, sequence)] = root.pairs
    assert isinstance(sequence, Sequence)
    assert [(item.mark.line, item.mark.column) for item in (sequence, *sequence.items)] == [
        (1, 6),
        (1, 7),
        (1, 10),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
        (b"a: {b: 1, b: 2}\n", ["1:11 duplicate-key"]),
        (b"a: &x 1\nb: *x\nc: *y\n", ["1:4 alias", "2:4 alias", "3:4 alias"]),
        (b"a: !!int 1\nb: !own [1]\n", ["1:4 tag", "2:4 tag"]),
        (b"a: 1\n---\nb: 1\n---\nc: 1\n", ["2:1 several-documents"]),
        (b"? [a]\n: b\n", ["1:3 wrong-shape"]),
        (b"", ["1:1 empty-file"]),
        (b"# only this\n", ["1:1 empty-file"]),
        (b"---\n", ["1:1 empty-file"]),
        (b"a: b\tc\n", ["1:5 tab"]),
        (b'a: "x\\0y"\n', ["1:4 control-character"]),
        (b'a: "x\\u00ady"\n', ["1:4 invisible-character"]),
        (b'a: "x\\ny"\n', []),
        (b"a: caf\xe9\n", ["1:7 not-utf-8"]),
        (b"\xef\xbb\xbfa: b\r\nc: caf\xe9\r\n", ["2:7 not-utf-8"]),
        (b"\xef\xbb\xbfa: b\r\nc: *d\r\n", ["2:4 alias"]),
        (b"a: b\rc: d\n", ["1:5 control-character", "1:7 syntax"]),
        (b"a: |\n  vluchte-\n  lingen\n", ["2:10 broken-word"]),
        (
            b"a: b\x00\xe2\x80\xa8c\nd: &x e\n",
            ["1:5 control-character", "1:6 control-character", "2:4 alias"],
        ),
    ],
)
def test_faults_of_characters_and_yaml_have_their_places(content: bytes, expected: list[str]) -> None:
    assert told(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("title: Kamer #1 over\n", ["1:14 cut-text"]),
        ("title: Kamer  #één\n", ["1:15 cut-text"]),
        ("title: Kamer\n  met  #1 bad\n", ["2:8 cut-text"]),
        ("words: [kamer #1, zolder\n  ]\n", ["1:15 cut-text"]),
        ("- {words: [kamer] }\n- kamer #1\n- kamer #2\n", ["2:9 cut-text", "3:9 cut-text"]),
        ("title: #1 kamer\n", ["1:8 cut-text"]),
        ("🐕: een hond #1\n", ["1:13 cut-text"]),
        ("title: Kamer # over\n", []),
        ("title: Kamer #  optional\n", []),
        ("title: Kamer ## over\n", []),
        ("title: Kamer #\n", []),
        ("#1 over\ntitle: Kamer\n#2 over\n", []),
        ("title: Kamer#1 over\n", []),
        ('title: "Kamer #1 over"\n', []),
        ('title: "Kamer" #1\n', []),
        ("title: 'Kamer #1 over'\n", []),
        ("title: >-\n  Kamer #1 over\n", []),
        ("url: www.example.nl/#top\n", []),
    ],
)
def test_a_text_that_a_comment_would_cut_off_is_told(content: str, expected: list[str]) -> None:
    assert told(content.encode()) == expected


@pytest.mark.parametrize(
    "content", [b"a: [1", b"a: 'x", b"a: b: c", b"a: @b", b"  a: 1\n b: 2", b"a: %", b"}", b'"\\q"']
)
def test_what_is_no_yaml_gives_one_fault(content: bytes) -> None:
    assert [line.split()[1] for line in told(content)] == ["syntax"]


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- "])
def test_deep_nesting_gives_an_answer(opening: bytes) -> None:
    told(opening * 900)


def test_half_a_character_written_as_an_escape_is_no_text_for_either_parser() -> None:
    (fault,) = told(b'a: "x\\ud800y"\n')
    assert fault.split()[1] in {"syntax", "damaged-character"}  # libyaml reads no further


def test_a_document_after_the_first_is_not_read() -> None:
    root = compose(YamlFile("a.yaml", "a: 1\n---\nb: 2\n"))
    assert isinstance(root, Mapping)
    assert [key.value for key, _ in root.pairs] == ["a"]
