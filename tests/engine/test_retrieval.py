"""What a query's clauses, branches, anchors and tags mean; small corpora where each position has its reason."""

import sys
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from widget_server.engine.document import Document
from widget_server.engine.explanation import explain
from widget_server.engine.query import Clause, Query, WeightedTerms
from widget_server.engine.retrieval import evaluate
from widget_server.engine.scoring import MOST_REFINED
from widget_server.engine.segment import Segment
from widget_server.engine.view import View

pytestmark = pytest.mark.usefixtures("each_kernel")

ViewOf = Callable[..., View]

ROOM = WeightedTerms("nl.word", ("kamer",))
DOG = WeightedTerms("nl.word", ("hond",))
CAT = WeightedTerms("nl.word", ("kat",))
GRAM = WeightedTerms("nl.gram", ("kame",), anchors=False)


def entry(key: str, words: str, *tags: str, grams: str = "") -> Document:
    fields = {"nl.word": dict.fromkeys(words.split(), 1.0), "nl.gram": dict.fromkeys(grams.split(), 1.0)}
    return Document(key=key, fields=fields, tags=frozenset(tags), payload=key.upper().encode())


CORPUS = [
    entry("dog", "hond huis", "kind=faq", "audience=helper"),
    entry("hotel", "hotel", grams="kame"),
    entry("room", "kamer huis", "kind=faq", "audience=refugee", grams="kame amer"),
    entry("room-with-dog", "kamer hond", "kind=organisation", "audience=host"),
]


def ask(view: View, *clauses: Collection[Collection[WeightedTerms]], **options: object) -> list[str]:
    query = Query(clauses=tuple(Clause(tuple(map(tuple, clause))) for clause in clauses), **options)  # type: ignore[arg-type]
    return [hit.key for hit in evaluate(view, query).best]


def test_a_document_with_both_words_comes_before_those_with_one(view_of: ViewOf) -> None:
    assert ask(view_of(CORPUS), [[ROOM]], [[DOG]]) == ["room-with-dog", "dog", "room"]


def test_the_best_branch_counts_and_not_the_sum_of_branches(view_of: ViewOf) -> None:
    view = view_of(CORPUS)
    one = evaluate(view, Query(clauses=(Clause(((ROOM,),)),))).best[0]
    twice = evaluate(view, Query(clauses=(Clause(((ROOM,), (ROOM,))),))).best[0]
    assert one == twice


def test_the_terms_of_a_branch_add_up_with_their_weights(view_of: ViewOf) -> None:
    view = view_of([entry("room", "kamer")])
    once = evaluate(view, Query(clauses=(Clause(((ROOM,),)),))).best[0].score
    heavy = WeightedTerms("nl.word", ("kamer",), weight=2.0)
    assert evaluate(view, Query(clauses=(Clause(((ROOM, heavy),)),))).best[0].score == pytest.approx(3 * once)


def test_a_term_without_anchor_refines_but_never_finds(view_of: ViewOf) -> None:
    view = view_of(CORPUS)
    assert ask(view, [[GRAM]]) == []
    assert ask(view, [[ROOM]]) == ["room", "room-with-dog"]
    assert ask(view, [[ROOM, GRAM]]) == ["room", "room-with-dog"]
    refined = evaluate(view, Query(clauses=(Clause(((ROOM, GRAM),)),))).best
    plain = evaluate(view, Query(clauses=(Clause(((ROOM,),)),))).best
    assert refined[0].score > plain[0].score
    assert refined[1].score == plain[1].score


def test_a_term_without_anchor_counts_where_another_clause_matched(view_of: ViewOf) -> None:
    view = view_of([entry("a", "hond"), entry("b", "hond", grams="kame"), entry("c", "", grams="kame")])
    assert ask(view, [[DOG]], [[CAT, GRAM]]) == ["b", "a"]


def test_a_hit_tells_each_clause_by_its_anchors_only(view_of: ViewOf) -> None:
    query = Query(clauses=(Clause(((DOG,),)), Clause(((ROOM, GRAM),)), Clause(((CAT,),))))
    hits = {hit.key: hit.clauses for hit in evaluate(view_of(CORPUS), query).best}
    assert [score > 0 for score in hits["room-with-dog"]] == [True, True, False]
    assert hits["room"] == (0.0, hits["room-with-dog"][1], 0.0)


@pytest.mark.parametrize(
    ("tags", "without", "expected"),
    [
        ((), frozenset(), ["dog", "room", "room-with-dog"]),
        ((("kind=faq",),), frozenset(), ["dog", "room"]),
        ((("audience=helper", "audience=host"),), frozenset(), ["dog", "room-with-dog"]),
        ((("audience=helper", "audience=host"), ("kind=faq",)), frozenset(), ["dog"]),
        ((), frozenset({"kind=faq"}), ["room-with-dog"]),
        ((("kind=unheard-of",),), frozenset(), []),
        (((),), frozenset(), []),
    ],
)
def test_tags_are_a_conjunction_of_disjunctions_and_without_excludes(
    view_of: ViewOf, tags: tuple[tuple[str, ...], ...], without: frozenset[str], expected: list[str]
) -> None:
    assert sorted(ask(view_of(CORPUS), [[ROOM]], [[DOG]], tags=tags, without=without)) == expected


def test_boosts_multiply_the_scores_of_documents_with_a_tag(view_of: ViewOf) -> None:
    view = view_of(CORPUS)
    clauses = (Clause(((DOG,),)),)
    plain = {hit.key: hit.score for hit in evaluate(view, Query(clauses=clauses)).best}
    boosted = evaluate(
        view, Query(clauses=clauses, boosts=(("audience=helper", 3.0), ("kind=unheard-of", 9.0)))
    ).best
    factors = {hit.key: hit.score / plain[hit.key] for hit in boosted}
    assert factors == pytest.approx({"dog": 3.0, "room-with-dog": 1.0})


def test_lifts_multiply_the_scores_of_documents_by_their_keys_and_find_none(view_of: ViewOf) -> None:
    view = view_of(CORPUS)
    clauses = (Clause(((DOG,),)),)
    plain = {hit.key: hit.score for hit in evaluate(view, Query(clauses=clauses)).best}
    lifts = (("dog", 3.0), ("room", 9.0), ("unheard-of", 9.0))
    lifted = evaluate(view, Query(clauses=clauses, lifts=lifts)).best
    factors = {hit.key: hit.score / plain[hit.key] for hit in lifted}
    assert factors == pytest.approx({"dog": 3.0, "room-with-dog": 1.0})


def test_a_hit_matches_clauses_that_are_worth_the_least_asked_for(view_of: ViewOf) -> None:
    clauses = (Clause(((ROOM,),), worth=1.0), Clause(((DOG,),), worth=2.0), Clause(((CAT,),), worth=5.0))
    for least, expected in ((0.0, 3), (1.0, 3), (2.0, 2), (3.0, 1), (3.5, 0)):
        assert evaluate(view_of(CORPUS), Query(clauses=clauses, least=least)).total == expected


def test_a_clause_is_worth_the_same_however_many_of_its_anchors_match(view_of: ViewOf) -> None:
    either = Clause(((ROOM, DOG), (DOG,)), worth=1.0)
    for least, expected in ((1.0, 3), (2.0, 0)):
        assert evaluate(view_of(CORPUS), Query(clauses=(either,), least=least)).total == expected


def test_equal_scores_are_ordered_by_key_across_layers(view_of: ViewOf) -> None:
    view = view_of([entry(key, "kamer") for key in "fdb"], [entry(key, "kamer") for key in "eca"])
    assert ask(view, [[ROOM]]) == list("abcdef")
    assert ask(view, [[ROOM]], limit=4) == list("abcd")


def test_the_total_counts_all_and_the_limit_cuts_the_list(view_of: ViewOf) -> None:
    view = view_of(CORPUS)
    for limit in range(5):
        hits = evaluate(view, Query(clauses=(Clause(((ROOM,),)), Clause(((DOG,),))), limit=limit))
        assert (hits.total, [hit.key for hit in hits.best]) == (3, ["room-with-dog", "dog", "room"][:limit])


@pytest.mark.parametrize(
    "clauses", [(), (Clause(()),), (Clause(((),)),), (Clause(((WeightedTerms("xx", ("kamer",)),),)),)]
)
def test_a_query_without_known_terms_finds_nothing(view_of: ViewOf, clauses: tuple[Clause, ...]) -> None:
    assert evaluate(view_of(CORPUS), Query(clauses=clauses)).total == 0


@pytest.mark.parametrize("layers", [[[]], [[], []], [[entry("empty", "")]]])
def test_a_view_without_terms_finds_nothing(view_of: ViewOf, layers: list[list[Document]]) -> None:
    view = view_of(*layers)
    assert evaluate(view, Query(clauses=(Clause(((ROOM,),)),))).total == 0
    assert view.prefix("nl.word", "k", 3) == ()


@pytest.mark.parametrize("text", ["", "\ud800", "\0", "k" * 10_000, "\U0010ffff"])
def test_any_text_can_be_asked_for(view_of: ViewOf, text: str) -> None:
    view = view_of(CORPUS)
    assert ask(view, [[WeightedTerms("nl.word", (text,))]]) == []
    assert view.get(text) is None
    assert view.frequency("nl.word", text) == 0
    assert isinstance(view.prefix("nl.word", text, 3), tuple)


def test_the_own_layer_hides_the_national_document_of_its_key(view_of: ViewOf) -> None:
    own = Document(key="room", fields={"nl.word": {"hotel": 1.0}}, payload=b"own")
    view = view_of(CORPUS, [own])
    assert ask(view, [[ROOM]]) == ["room-with-dog"]
    assert view.get("room") == b"own"
    assert view.get("dog") == b"DOG"


def test_a_small_layer_over_a_large_one_is_found_by_its_own_documents(view_of: ViewOf) -> None:
    national = [entry(f"n{number:03}", "kamer hond") for number in range(300)]
    view = view_of(national, [entry("own", "kamer kamer hond")])
    clauses = (Clause(((ROOM,),)), Clause(((DOG,),)))
    hits = evaluate(view, Query(clauses=clauses, limit=400)).best
    assert sorted(hit.key for hit in hits) == sorted(view.keys())


def test_a_term_that_only_refines_is_not_read_when_it_stands_everywhere(view_of: ViewOf) -> None:
    everywhere = [entry(f"entry-{number:04}", "hond", grams="kame") for number in range(MOST_REFINED + 1)]
    for corpus, refined in ((everywhere, False), (everywhere[1:], True)):
        view = view_of(corpus)
        plain, fuller = (
            evaluate(view, Query(clauses=(Clause((terms,)),))) for terms in ((DOG,), (DOG, GRAM))
        )
        assert (fuller.best[0].score > plain.best[0].score) == refined


def test_an_explanation_leaves_out_what_was_not_read(view_of: ViewOf) -> None:
    view = view_of([entry(f"entry-{number:04}", "hond", grams="kame") for number in range(MOST_REFINED + 1)])
    query = Query(clauses=(Clause(((DOG, GRAM),)),))
    (hit, *_) = evaluate(view, query).best
    assert [part.term for part in explain(view, query, hit.key)] == ["hond"]


def test_an_explanation_adds_up_to_the_score(view_of: ViewOf) -> None:
    view = view_of(CORPUS)
    query = Query(
        clauses=(
            Clause(((ROOM, GRAM), (CAT,))),
            Clause(((DOG,), (WeightedTerms("nl.word", ("huis",), 0.5),))),
        )
    )
    for hit in evaluate(view, query).best:
        parts = explain(view, query, hit.key)
        assert sum(part.score for part in parts if part.counts) == pytest.approx(hit.score)
    told = [(part.field, part.term, part.anchors) for part in explain(view, query, "room") if part.counts]
    assert told == [("nl.word", "kamer", True), ("nl.gram", "kame", False), ("nl.word", "huis", True)]
    assert explain(view, query, "unknown") == ()


@pytest.fixture
def quick_switching() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("quick_switching")
def test_threads_on_one_view_get_what_one_thread_gets(
    pack: Callable[[Collection[Document]], Segment], today: object
) -> None:
    corpus = [
        entry(f"entry-{n}", " ".join(f"w{d}" for d in range(1, 30) if n % d == 0), f"kind={n % 2}")
        for n in range(60)
    ]
    queries = [
        Query(
            clauses=(
                Clause(((WeightedTerms("nl.word", (f"w{n % 29 + 1}",)),),)),
                Clause(((WeightedTerms("nl.word", (f"w{n % 7}",)),),)),
            ),
            tags=((f"kind={n % 2}",),),
        )
        for n in range(100)
    ]
    segment = pack(corpus)
    expected = [evaluate(View([(segment, ())], today), query) for query in queries]  # type: ignore[arg-type]
    shared = View([(segment, ())], today)  # type: ignore[arg-type]
    with ThreadPoolExecutor(8) as threads:
        for _ in range(3):
            assert list(threads.map(lambda query: evaluate(shared, query), queries)) == expected
