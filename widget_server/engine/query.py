"""What the engine is asked: clauses of branches of weighted terms.

A clause stands for one word of the question. Its branches are the ways to read that word (a
Dutch reading, a Ukrainian one, a synonym); a document gets the score of the best branch, so
that a word which exists in two languages does not count twice. A branch is the sum of its
terms (the surface form, the stem, the parts of a compound, the 4-grams).

All of these are named tuples, which take a third of the time of a frozen dataclass to make; and the terms of a word that are worth the
same stand together: a question has a hundred terms.
"""

from typing import NamedTuple

#: Tags with what they multiply the scores of their documents by.
Boosts = tuple[tuple[str, float], ...]


class WeightedTerms(NamedTuple):
    """Posting lists of one field to read; `weight` is what each term is worth.

    Only terms with `anchors` make a document match; others (4-grams) add to the score of
    documents that match anyhow, so that near-misses refine an order but never invent a hit.
    """

    field: str
    terms: tuple[str, ...]
    weight: float = 1.0
    anchors: bool = True


class Clause(NamedTuple):
    """One word of the question: the best of its `branches` counts.

    `worth` is what an anchor of it adds towards the `least` of the query.
    """

    branches: tuple[tuple[WeightedTerms, ...], ...]
    worth: float = 0.0


class Query(NamedTuple):
    """A question in the engine's terms.

    A hit carries every tag-group: `tags` is a conjunction of disjunctions
    (`(("audience=helper", "audience=host"), ("kind=faq",))`). `without` excludes. The clauses that a hit
    matches are worth `least` together. `boosts` multiply the scores of documents with a tag, `lifts` those of a key.
    """

    clauses: tuple[Clause, ...]
    tags: tuple[tuple[str, ...], ...] = ()
    without: frozenset[str] = frozenset()
    boosts: Boosts = ()
    lifts: tuple[tuple[str, float], ...] = ()
    least: float = 0.0
    limit: int = 64


class Hit(NamedTuple):
    """A document found: its key, its number in the view, its score, and that of each clause (0.0: no anchor matched)."""

    key: str
    position: int
    score: float
    clauses: tuple[float, ...]


class Hits(NamedTuple):
    """The best hits, by falling score and then by key, and how many documents matched in all."""

    total: int
    best: tuple[Hit, ...]
