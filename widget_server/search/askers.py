"""Who asks: whether a question sounds like one of a professional, who wants another answer than a resident does.

"We are a council and look for beds" shares its words with what people who flee are told. Who asks such a thing is in words that
no entry needs to hold ("council", "our clients", "ambtenaar"); the editors' examples tell it, by whom their answers are for.
"""

from math import exp

from widget_server.language.folding import fold
from widget_server.language.stopwords import is_stopword
from widget_server.languages import Language
from widget_server.search import weights
from widget_server.search.desk import Desk
from widget_server.search.plan import Plan


def professional(plan: Plan, page: Language, desk: Desk) -> float:
    """What the scores of answers for professionals alone are multiplied by, for whoever asks `plan` from a page in `page`: about 1 for most."""
    analyzer = desk.edition.analyzer
    words = (fold(word.typed) for word in plan.words)
    keys = {
        (page, key)
        for word in words
        if not is_stopword(word, page)
        for key in analyzer.word_terms(word, page).stems
    }
    leaning = desk.edition.guidance.examples.leaning(keys, desk.professionals)
    bounded = max(-weights.MOST_LEANING, min(leaning, weights.MOST_LEANING))
    return exp(weights.ASKER_POWER * bounded)
