"""A base with a delta over it is one index of the result, and only what has changed is built."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from widget_server.engine import changes
from widget_server.engine.document import Document
from widget_server.engine.generation import Generation, segment_path
from widget_server.engine.generations import GenerationStore
from widget_server.engine.manifest import Stack
from widget_server.engine.query import Clause, Query, WeightedTerms
from widget_server.engine.retrieval import evaluate
from widget_server.engine.segment import Segment
from widget_server.engine.view import View

pytestmark = pytest.mark.usefixtures("each_kernel")

Pack = Callable[[Collection[Document]], Segment]
Corpus = dict[str, Document]

FIELDS = ("nl.word", "nl.first")
WORDS = ("kamer", "kamers", "kam", "hond")
TOLERANCE = 1e-5


def derive(_field: str, word: str) -> Iterator[tuple[str, str, float]]:
    yield "nl.first", word[0], 1.0


def corpora() -> st.SearchStrategy[Corpus]:
    weights = st.sampled_from([0.5, 1.0, 3.0, 40.0])
    words = st.dictionaries(st.sampled_from(WORDS), weights, max_size=4)
    expires = st.sampled_from([None, None, date(2026, 11, 20)])
    one = st.builds(
        Document, key=st.sampled_from("abcdefgh"), fields=st.just({}) | words.map(in_field), expires=expires
    )
    return st.lists(one, max_size=8).map(lambda found: {document.key: document for document in found})


def in_field(words: dict[str, float]) -> dict[str, dict[str, float]]:
    return {"nl.word": words}


def publish(store: GenerationStore, layers: Mapping[str, Corpus]) -> tuple[Generation, list[str]]:
    """The generation of these layers, and the documents that it asked for."""
    asked: list[str] = []

    def documents(name: str, keys: Collection[str]) -> list[Document]:
        asked.extend(f"{name}/{key}" for key in sorted(keys))
        return [layers[name][key] for key in keys]

    with store.build() as build:
        build.add_layers(
            {
                name: {key: repr(document) for key, document in corpus.items()}
                for name, corpus in layers.items()
            },
            documents,
        )
        build.pack(derive)
        build.seal({})
        build.publish()
    return store.current(), asked


def scores(view: View, words: Collection[str]) -> dict[str, float]:
    clauses = tuple(Clause(((WeightedTerms(field, (word,)),),)) for field in FIELDS for word in words)
    return {hit.key: hit.score for hit in evaluate(view, Query(clauses=clauses)).best}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stacks")


@pytest.fixture
def store(tmp_path: Path) -> GenerationStore:
    return GenerationStore(tmp_path / "state")


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(first=corpora(), then=st.lists(corpora(), min_size=1, max_size=2), own=corpora())
def test_whatever_changes_a_stack_scores_as_all_built_anew(  # noqa: PLR0913, PLR0917  fixtures and draws
    folder: Path,
    today: date,
    monkeypatch: pytest.MonkeyPatch,
    first: Corpus,
    then: list[Corpus],
    own: Corpus,
) -> None:
    monkeypatch.setattr(changes, "LARGEST_DELTA", 99)
    stacking = GenerationStore(Path(mkdtemp(dir=folder)))
    publish(stacking, {"national": first, "own": {}})
    for corpus in then:
        stacked, _ = publish(stacking, {"national": corpus, "own": own})
    anew, _ = publish(GenerationStore(Path(mkdtemp(dir=folder))), {"national": then[-1], "own": own})
    layers = [("national", frozenset({"c"})), ("own", frozenset[str]())]
    one, other = (generation.view(layers, today) for generation in (stacked, anew))
    assert one.count == other.count
    assert sorted(one.keys()) == sorted(other.keys())
    assert scores(one, WORDS) == pytest.approx(scores(other, WORDS), rel=TOLERANCE)
    for field in FIELDS:
        assert list(one.terms(field)) == list(other.terms(field))
        assert one.prefix(field, "k", 9) == other.prefix(field, "k", 9)


def many(**changed: str) -> Corpus:
    """Forty documents, some of them with a text of their own."""
    texts = dict.fromkeys((f"a{number:02}" for number in range(40)), "kamer") | changed
    return {key: Document(key=key, fields=in_field({text: 1.0})) for key, text in texts.items() if text}


def inode(generation: Generation, part: str) -> int:
    return segment_path(generation.folder, "national", part).stat().st_ino


def test_a_small_change_is_built_alone(store: GenerationStore, today: date) -> None:
    before, asked = publish(store, {"national": many(), "own": many()})
    assert len(asked) == 80
    after, asked = publish(store, {"national": many(a07="hond", new="kam"), "own": many(a08="")})
    assert asked == ["national/a07", "national/new"]
    assert inode(before, "base") == inode(after, "base")
    assert after.manifest.layers == {"national": Stack(delta=True), "own": Stack(removed=("a08",))}
    assert after.view([("own", frozenset())], today).position("a08") == -1


def test_changes_add_up_until_they_are_too_many(store: GenerationStore) -> None:
    publish(store, {"national": many()})
    assert publish(store, {"national": many(a01="kam")})[1] == ["national/a01"]
    assert publish(store, {"national": many(a01="kam", a02="kam")})[1] == ["national/a01", "national/a02"]
    whole, asked = publish(store, {"national": many(a01="kam", a02="kam", a03="kam")})
    assert len(asked) == 40
    assert not whole.manifest.layers["national"].delta
    assert publish(store, {"national": many(a01="kam", a02="kam", a03="hond")})[1] == ["national/a03"]


def test_what_changes_back_leaves_no_delta(store: GenerationStore) -> None:
    publish(store, {"national": many()})
    publish(store, {"national": many(a01="kam")})
    back, asked = publish(store, {"national": many()})
    assert (asked, back.manifest.layers["national"].delta) == ([], False)


def test_an_unchanged_segment_is_linked_and_its_documents_are_not_asked_for(store: GenerationStore) -> None:
    layers = {"national": many(a01="kam"), "own": many()}
    publish(store, {"national": many(), "own": many()})
    before, _ = publish(store, layers)
    after, asked = publish(store, layers | {"own": many(a02="kam")})
    assert asked == ["own/a02"]
    assert [inode(before, part) for part in ("base", "delta")] == [
        inode(after, part) for part in ("base", "delta")
    ]


def test_a_new_layer_has_nothing_to_be_laid_over(store: GenerationStore) -> None:
    publish(store, {"national": many()})
    _, asked = publish(store, {"national": many(a01="kam"), "own": {"b": Document(key="b", fields={})}})
    assert len(asked) == 41


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff"])
def test_without_the_digests_of_a_base_it_is_built_whole(store: GenerationStore, damage: bytes) -> None:
    before, _ = publish(store, {"national": many()})
    (before.folder / "segments" / "national" / "base" / "documents.json").write_bytes(damage)
    assert len(publish(store, {"national": many(a01="kam")})[1]) == 40


def test_nothing_is_laid_over_an_index_without_documents() -> None:
    assert not changes.fit_deltas((), 0)
