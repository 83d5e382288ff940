"""docs/performance.md and docs/relevance.md: their tables and pictures, made of the committed figures.

What stands between `<!-- figures: name -->` and `<!-- end -->` is written by `python -m benchmarks documents`; all else is
people's.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks import chart, reindexing, report
from benchmarks.relevance import shown
from widget_server.languages import LANGUAGES

_DOCS: Final = Path(__file__).parents[1] / "docs"
_PICTURES: Final = "pictures"
_BLOCK: Final = re.compile(r"(<!-- figures: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)

_KINDS: Final = {"terms": "Three terms", "prefix": "A word and a beginning", "typo": "A misspelt word"}

Figures = Mapping[str, Any]


def run() -> None:
    """Write the figures of `results/` into the documents, and draw the pictures."""
    for name in ("performance", "relevance"):
        path = _DOCS / f"{name}.md"
        path.write_text(_BLOCK.sub(_filled, path.read_text("utf-8")), "utf-8")
    speed = report.read("speed")
    for kind, title in _KINDS.items() if speed else ():
        _draw(kind, f"{title}, new to a warm process: p50", speed)


def _filled(block: re.Match[str]) -> str:
    head, name, end = block.groups()
    part, _, detail = name.partition("/")
    found = report.read(part)
    body = "\n\n".join(_BLOCKS[part](found, detail)) if found else "Not measured yet."
    return f"{head}\n{body}\n\n{end}"


def _machine(found: Figures) -> str:
    about = found["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in about["versions"].items())
    extra = "".join(f", {name} {found[name]}" for name in ("node", "wrk") if found.get(name))
    return (
        f"Measured {about['measured']} on {about['cores']} cores ({about['processor']}), {about['memory_gb']} GB, "
        f"Python {about['python']}, {versions}{extra}."
    )


def _speed(found: Figures, kind: str) -> Iterator[str]:
    sizes: Figures = found["sizes"]
    if not kind:
        yield _machine(found)
        yield report.table(
            ("entries", "text MB", "engine", "index MB", "memory MB", "build s", "open ms"),
            (
                (
                    size,
                    each["corpus_mb"],
                    name,
                    *(e[key] for key in ("index_mb", "memory_mb", "build_s", "open_ms")),
                )
                for size, each in sizes.items()
                for name, e in each["engines"].items()
            ),
        )
        return
    yield f"![{_KINDS[kind]}: growth]({_PICTURES}/{kind}.svg)"
    yield report.table(
        ("engine", *(f"{int(size):,}: new, again (x ours)" for size in sizes)),
        (
            (name, *(_cell(each["engines"], name, kind) for each in sizes.values()))
            for name in _engines(sizes)
        ),
    )


def _engines(sizes: Figures) -> list[str]:
    return list(dict.fromkeys(name for each in sizes.values() for name in each["engines"]))


def _cell(engines: Figures, name: str, kind: str) -> str | None:
    if name not in engines:
        return None
    return ", ".join(
        f"{engines[name][kind][when]['p50']:.3f} ({_ratio(engines, name, kind, when):.2f})"
        for when in ("new", "again")
    )


def _ratio(engines: Figures, name: str, kind: str, when: str) -> float:
    """How many times our p50 that of an engine is."""
    found: float = engines[name][kind][when]["p50"] / engines["terecht"][kind][when]["p50"]
    return found


def _draw(kind: str, title: str, found: Figures) -> None:
    sizes: Figures = found["sizes"]
    lines = {
        name: [
            (int(size), each["engines"][name][kind]["new"]["p50"])
            for size, each in sizes.items()
            if name in each["engines"]
        ]
        for name in _engines(sizes)
    }
    chart.write(_DOCS / _PICTURES / f"{kind}.svg", title, lines)


def _service(found: Figures, _detail: str) -> Iterator[str]:
    one, many = found["one"], found["many"]
    yield _machine(found)
    rows = (
        (f"{one['entries']:,} entries, one municipality", one["index_mb"], one),
        (f"{many['municipalities']} municipalities, asked in one", many["index_mb"], many["one"]),
        (f"{many['municipalities']} municipalities, asked in all", many["index_mb"], many["all"]),
    )
    head = (
        "",
        "index MB",
        "open ms",
        "RSS MB",
        "PSS MB",
        "new p50 ms",
        "p99",
        "again p50",
        "p99",
        "cold p50",
        "p99",
        "elsewhere p50",
        "p99",
    )
    yield report.table(head, ((name, size, *_service_row(each)) for name, size, each in rows))
    told = ", ".join(f"{when} x {ratio:.2f}" for when, ratio in many["ratios"].items())
    yield f"All against one, p50: {told}. Elsewhere are questions that were asked before, in another municipality."
    yield report.table(
        ("stage", "share of the time"), ((stage, f"{share:.0%}") for stage, share in one["stages"].items())
    )


def _service_row(found: Figures) -> tuple[float | None, ...]:
    asked, nothing = found["memory_mb"]["asked"], dict.fromkeys(("p50", "p99"))
    kinds = ("new", "again", "first", "elsewhere")
    times = (time for when in kinds for time in found.get(when, nothing).values())
    return (found["open_ms"], asked["rss"], asked["pss"], *times)


def _reindex(found: Figures, _detail: str) -> Iterator[str]:
    yield _machine(found)
    yield report.table(reindexing.HEAD, reindexing.rows(found))
    yield reindexing.judged(found)


def _http(found: Figures, _detail: str) -> Iterator[str]:
    rates, half, meanwhile = found["rates"], found["at_half"], found["while_reindexing"]
    yield _machine(found)
    yield (
        f"Search {rates['search']:,.0f} requests a second, a constant of the same {found['answer_bytes']:,} bytes "
        f"{rates['constant']:,.0f}: {found['share']:.0%}."
    )
    memory = found["worker_mb"]
    yield (
        f"One of the two workers after that: {memory['rss']:.0f} MB RSS, {memory['pss']:.0f} MB PSS; the pages of the index and "
        "of the libraries are the same for both."
    )
    rows = (
        ("at half of that rate", half),
        (f"while {meanwhile['reindexed']} generations were published", meanwhile),
    )
    head = ("", "requests", "failed", "p50 ms", "p99 ms")
    yield report.table(
        head, ((name, each["requests"], each["failed"], *each["times"].values()) for name, each in rows)
    )


def _relevance(found: Figures, name: str) -> Iterator[str]:
    one = found["sets"].get(name)
    if one is None:
        yield _machine(found)
        return
    asked = ", ".join(f"{language} {count}" for language, count in one["questions"].items())
    yield f"nDCG@10 / success@1; questions: {asked}."
    best = {
        language: max(e[language]["ndcg"] for e in one["engines"].values() if language in e)
        for language in one["questions"]
    }
    yield report.table(
        ("engine", *LANGUAGES),
        (
            (engine, *(_marked(by.get(language), best.get(language)) for language in LANGUAGES))
            for engine, by in one["engines"].items()
        ),
    )


def _marked(figures: dict[str, float] | None, best: float | None) -> str | None:
    """Both figures; in bold where none is better."""
    text = shown(figures)
    return f"**{text}**" if figures and text and figures["ndcg"] == best else text


_BLOCKS: Final[dict[str, Callable[[Figures, str], Iterator[str]]]] = {
    "speed": _speed,
    "service": _service,
    "reindex": _reindex,
    "http": _http,
    "relevance": _relevance,
}
