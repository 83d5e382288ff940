"""Which provinces and regions a question names, in any of the languages and in any inflection."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from widget_server.content.model import Translated
from widget_server.language.stems import Key
from widget_server.language.terms import Analyzer
from widget_server.language.tokens import tokenize
from widget_server.search.plan import Plan


class Gazetteer:
    """The names of places, by the stem keys of their words."""

    __slots__ = ("_names",)

    def __init__(self, places: Mapping[str, Translated], analyzer: Analyzer) -> None:
        #: For each word of a name, the places that have it and what share of the name it is.
        self._names: dict[Key, dict[str, float]] = defaultdict(dict)
        for slug, names in places.items():
            for language, name in names.items():
                words = tokenize(name)
                for word in words:
                    share = 1.0 if word.joins else 1 / sum(not other.joins for other in words)
                    for key in analyzer.keys(word.word, language):
                        self._names[language, key][slug] = share

    def named(self, plan: Plan) -> dict[str, float]:
        """The places that `plan` names, each with the share of its name that the question holds, up to 1.0."""
        shares: dict[str, float] = defaultdict(float)
        for word in plan.words:
            for slug, share in self._of(word.meaning.keys).items():
                shares[slug] = min(1.0, shares[slug] + share)
        return dict(shares)

    def _of(self, keys: Iterable[Key]) -> dict[str, float]:
        found: dict[str, float] = {}
        for key in keys:
            for slug, share in self._names.get(key, {}).items():
                found[slug] = max(share, found.get(slug, 0.0))
        return found
