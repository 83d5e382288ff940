"""How things look on a terminal: progress, results, explanations, reports. Knows nothing of how they come about."""

import sys
from collections.abc import Iterator

from widget_server.search.page import ContactView, ResultPage
from widget_server.search.plan import Plan
from widget_server.search.service import Found


def progress(what: str, done: int, total: int) -> None:
    """Show how far a job is: one line that moves on a terminal, a line a step elsewhere."""
    if sys.stderr.isatty():
        count = f" {done}/{total}" if total > 1 else ""
        sys.stderr.write(f"\r\x1b[K{what}{count} …")
    elif done == 0:
        sys.stderr.write(f"{what} …\n")
    sys.stderr.flush()


def end_progress() -> None:
    """Leave the line that moved."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")


def page(found: ResultPage) -> Iterator[str]:
    """A page of results, a block of lines an answer."""
    if found.suggestion:
        yield f"Searched for: {found.suggestion.text}"
    if not found.results:
        yield f"Nothing found in {', '.join(found.searched_languages)}. Ask {found.fallback.organisation}:"
        yield from map(_contact, found.fallback.contacts)
    for place, result in enumerate(found.results, 1):
        yield f"{place}. {result.title}  [{result.id}]"
        yield f"   {result.summary}"
        yield from map(_contact, result.contacts)
    yield f"{found.total} found"


def _contact(contact: ContactView) -> str:
    hours = f", {contact.hours.text}" if contact.hours else ""
    return f"   - {contact.label}: {contact.value}{hours}"


def explanation(found: Found) -> Iterator[str]:
    """The plan of a question, and what each of its words gave each answer."""
    yield from _plan(found.plan)
    for place, hit in enumerate(found.hits.best, 1):
        pairs = [(word, score) for word, score in zip(found.plan.words, hit.clauses, strict=True) if score]
        matched = sum(word.meaning.understood for word, _ in pairs) / (found.plan.understood or 1.0)
        parts = ", ".join(f"{word.typed} {score:.2f}" for word, score in pairs)
        yield f"{place}. {hit.key}  score {hit.score:.2f}; {matched:.0%} of what was understood: {parts}"
    yield f"{found.hits.total} found"


def _plan(plan: Plan) -> Iterator[str]:
    for word in plan.words:
        readings = (
            ", ".join(f"{r.language} {r.word} ({r.weight:.2f})" for r in word.meaning.readings) or "nothing"
        )
        yield f"{word.typed}: {word.meaning.step}, information {word.meaning.information:.2f} -> {readings}"
