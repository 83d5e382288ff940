"""The editors' synonyms, ready to be looked up by any inflection of a word."""

from collections import defaultdict
from collections.abc import Iterable

from widget_server.content.model import Synonyms
from widget_server.language.folding import fold
from widget_server.language.terms import Analyzer
from widget_server.languages import Language


class Thesaurus:
    """For each word and language, the other words that an editor says mean the same.

    A word is recognised by its stem keys, so that "kleren" also brings what stands with "kleding".
    """

    __slots__ = ("_analyzer", "_others")

    def __init__(self, groups: Iterable[Synonyms], analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._others: dict[tuple[Language, str], dict[str, None]] = defaultdict(dict)
        for group in groups:
            words = tuple(map(fold, group.words))
            for head in words[:1] if group.one_way else words:
                self._add(head, words, group.language)

    def of(self, word: str, language: Language) -> tuple[str, ...]:
        """The words that also answer `word`, in the order of the editors' lists."""
        keys = self._analyzer.word_terms(word, language).stems
        found: dict[str, None] = {}
        for key in keys:
            found |= self._others.get((language, key), {})
        return tuple(found)

    def _add(self, head: str, words: Iterable[str], language: Language) -> None:
        for key in self._analyzer.word_terms(head, language).stems:
            self._others[language, key] |= dict.fromkeys(word for word in words if word != head)
