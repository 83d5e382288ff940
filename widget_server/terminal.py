"""How things look on a terminal: progress, notes, results, explanations, reports. Knows nothing of how they come about."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from widget_server.content.deadlines import Deadline
from widget_server.engine.explanation import Contribution
from widget_server.search.page import ContactView, ResultPage
from widget_server.search.plan import Plan
from widget_server.search.service import Explained


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


def counted(total: int, shown: int) -> str:
    """How many entries there are, and how many of them are shown, if some are not."""
    return f"{total} entries" if shown == total else f"{total} entries ({shown} of them shown)"


def municipalities(count: int) -> str:
    """How many municipalities there are."""
    return "1 municipality" if count == 1 else f"{count} municipalities"


def notes(found: Iterable[Deadline], folder: Path) -> Iterator[str]:
    """What an editor should know of the content in `folder`, though it is no fault: a line each."""
    return (f"note: {folder.resolve().name}/{each.file} {each.message}" for each in found)


def _contact(contact: ContactView) -> str:
    hours = f", {contact.hours.text}" if contact.hours else ""
    return f"   - {contact.label}: {contact.value}{hours}"


def explanation(explained: Explained) -> Iterator[str]:
    """The plan of a question, and what each term gave each answer."""
    plan, hits = explained.found.plan, explained.found.hits
    yield from words(plan)
    for place, hit in enumerate(hits.best, 1):
        pairs = zip(plan.words, hit.clauses, strict=True)
        matched = sum(word.meaning.understood for word, score in pairs if score) / (plan.understood or 1.0)
        yield f"{place}. {hit.key}  score {hit.score:.2f}; {matched:.0%} of what was understood"
        yield from _contributions(plan, explained.contributions[hit.key])
        if explained.factors[hit.key] != 1:
            yield f"   whose it is, for whom, and promotions: x {explained.factors[hit.key]:.2f}"
        if hit.key in explained.lifts:
            yield f"   examples like this question: x {explained.lifts[hit.key]:.2f}"
    yield f"{hits.total} found"


def words(plan: Plan) -> Iterator[str]:
    """How each word of a question was understood."""
    for word in plan.words:
        meaning = word.meaning
        readings = ", ".join(f"{r.language} {r.word} ({r.weight:.2f})" for r in meaning.readings) or "nothing"
        yield f"{word.typed}: {meaning.step}, information {meaning.information:.2f} -> {readings}"


def _contributions(plan: Plan, contributions: Iterable[Contribution]) -> Iterator[str]:
    """A line a word; its 4-grams, which are many and say little one by one, as a sum."""
    counted = [contribution for contribution in contributions if contribution.counts]
    for number, word in enumerate(plan.words):
        own = [contribution for contribution in counted if contribution.clause == number]
        parts = [f"{c.field} {c.term} {c.score:.2f}" for c in own if c.anchors]
        refined = sum(c.score for c in own if not c.anchors)
        if refined:
            parts.append(f"likeness {refined:.2f}")
        if parts:
            yield f"   {word.typed}: {', '.join(parts)}"
