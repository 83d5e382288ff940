"""What questions like this one were answered with: entries that answer several of them are favoured among those found.

"Who gets to see my phone number after I offer a room?" shares "phone number" with a helpline and "room" with those
who look for rooms. What it is about, others have asked before it, and an editor has said what answers that.
No entry is found by an example: that would need somebody's judgement of what else it asks.
"""

from math import pow  # noqa: A004  always a float

from widget_server.language.examples import Examples, typed
from widget_server.language.folding import fold
from widget_server.languages import Language
from widget_server.search import weights
from widget_server.search.plan import Plan

#: The id of an entry, and what its score is multiplied by.
Lift = tuple[str, float]


def lifts(plan: Plan, page: Language, examples: Examples) -> tuple[Lift, ...]:
    """The entries that answer the examples most like `plan`, asked from a page in `page`; each with its factor above 1."""
    # Of a set the order is another one in each process, and all workers are to say the same.
    keys = sorted({key for word in plan.words for key in word.meaning.keys})
    words = typed((fold(word.typed) for word in plan.words), page)
    votes = examples.votes(keys, words, weights.PRECEDENTS)
    return tuple((answer, _factor(given)) for answer, given in votes.items())


def _factor(votes: float) -> float:
    return pow(1 + votes / weights.PRECEDENT_DOUBT, weights.PRECEDENT_POWER)
