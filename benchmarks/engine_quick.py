"""How fast the engine is, alone: no analysis, no ranking, no HTTP.

    python benchmarks/engine_quick.py [entries]

A seeded corpus in four languages with Zipf-like words (60 a language and entry; word, stem and 4-gram
fields), one national segment; then 300 of its entries under 50 own ones, for one and for 350 municipalities.
"""

import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from widget_server.engine import segment_writer, whoosh_index
from widget_server.engine.cache import Cache
from widget_server.engine.document import Document
from widget_server.engine.query import Clause, Query, WeightedTerm
from widget_server.engine.retrieval import evaluate
from widget_server.engine.segment import Segment
from widget_server.engine.view import View

LANGUAGES = ("nl", "en", "uk", "ru")
SYLLABLES = ("ka", "me", "ri", "to", "ver", "len", "op", "st", "in", "ge", "wo", "ning", "huis", "aan", "be")
WORDS_PER_TEXT = 60
VOCABULARY = 20_000
TODAY = date(2026, 11, 21)
MUNICIPALITIES = 350

DICE = random.Random(7)  # noqa: S311  the same corpus each time is the point
WORDS = ["".join(DICE.choices(SYLLABLES, k=DICE.randint(2, 5))) for _ in range(VOCABULARY)]
ZIPF = [1 / (rank + 3) for rank in range(VOCABULARY)]


def words(count: int) -> list[str]:
    return DICE.choices(WORDS, ZIPF, k=count)


def entry(key: str) -> Document:
    fields: dict[str, dict[str, float]] = {}
    for language in LANGUAGES:
        text = [language + word for word in words(WORDS_PER_TEXT)]
        fields[f"{language}.word"] = dict.fromkeys(text, 1.0)
        fields[f"{language}.stem"] = dict.fromkeys((word[:-1] for word in text), 1.0)
        fields[f"{language}.gram"] = dict.fromkeys(
            (w[at : at + 4] for w in text for at in range(len(w) - 3)), 1.0
        )
    return Document(key=key, fields=fields, payload=b"x" * 1_000)


def three_terms() -> Query:
    terms = (WeightedTerm("nl.word", "nl" + word) for word in words(3))
    return Query(clauses=tuple(Clause(((term,),)) for term in terms), limit=10)


def planned() -> Query:
    """As the search plans three words: a branch a language, each of a word, a stem and some 4-grams."""
    clauses = [Clause(tuple(_branch(language, word) for language in LANGUAGES)) for word in words(3)]
    return Query(clauses=tuple(clauses))


def _branch(language: str, word: str) -> tuple[WeightedTerm, ...]:
    word = language + word
    grams = (
        WeightedTerm(f"{language}.gram", word[at : at + 4], 0.3, anchors=False) for at in range(len(word) - 3)
    )
    return (WeightedTerm(f"{language}.word", word), WeightedTerm(f"{language}.stem", word[:-1], 0.5), *grams)


def report(name: str, calls: Sequence[Callable[[], object]], rounds: int = 5) -> None:
    """Percentiles over the calls, each by its best round: what other processes take is not ours."""
    times = sorted(min(_milliseconds(call) for _ in range(rounds)) for call in calls)
    print(f"{name:44} p50 {statistics.median(times):7.3f} ms   p99 {times[int(len(times) * 0.99)]:7.3f} ms")


def _milliseconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1e3


def packed(folder: Path, documents: Sequence[Document]) -> Path:
    whoosh_index.write(documents, folder / "whoosh")
    segment_writer.write(
        whoosh_index.read(folder / "whoosh", whoosh_index.fields_of(documents)), folder / "postings.bin"
    )
    return folder / "postings.bin"


def searches(
    views: Sequence[View], make: Callable[[], Query], count: int = 300
) -> list[Callable[[], object]]:
    return [partial(evaluate, views[number % len(views)], make()) for number in range(count)]


def resident() -> int:
    """Megabytes in memory, mapped files included."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() >> 20


def one_index(folder: Path, entries: int) -> None:
    documents = [entry(f"e{number:06}") for number in range(entries)]
    postings = sum(len(terms) for document in documents for terms in document.fields.values())
    print(f"-- {entries} entries x {len(LANGUAGES)} languages, {postings:,} postings")
    start = time.perf_counter()
    path = packed(folder, documents)
    print(f"{'build':44} {time.perf_counter() - start:.1f} s, {path.stat().st_size >> 20} MB")
    before = resident()
    start = time.perf_counter()
    view = View([(Segment(path), ())], TODAY)
    print(f"{'open':44} {(time.perf_counter() - start) * 1e3:.0f} ms")
    report("three terms", searches([view], three_terms))
    report("three words as the search plans them", searches([view], planned))
    report(
        "prefix of one letter", [partial(view.prefix, "nl.word", "nl" + word[0], 12) for word in words(300)]
    )
    report(
        "prefix of three letters",
        [partial(view.prefix, "nl.word", "nl" + word[:3], 12) for word in words(300)],
    )
    print(f"{'memory since opening':44} {resident() - before} MB")


def many(folder: Path) -> None:
    print(f"-- {MUNICIPALITIES} municipalities, 300 shared and 50 own entries each")
    national = packed(folder / "national", [entry(f"n{number}") for number in range(300)])
    own = packed(folder / "own", [entry(f"o{number}") for number in range(50)])
    copies = [shutil.copy(own, folder / f"{number}.bin") for number in range(MUNICIPALITIES)]
    before = resident()
    shared, cache = Segment(national), Cache()
    views = [View([(shared, {"n1"}), (Segment(copy), ())], TODAY, cache) for copy in copies]
    for make in (three_terms, planned):
        report(f"{make.__name__}, one municipality", searches(views[:1], make, 2_000))
        report(f"{make.__name__}, all in turn", searches(views, make, 2_000))
    print(f"{'memory since opening':44} {resident() - before} MB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        one_index(Path(folder) / "one", int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
        many(Path(folder))
