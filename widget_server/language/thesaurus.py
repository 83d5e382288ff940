"""The editors' synonyms by the stem keys of their words: made at index time, as a server has better things to do."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, Self

from widget_server.language.folding import fold
from widget_server.language.terms import Analyzer
from widget_server.languages import Language


class Group(Protocol):
    """Words that mean the same; `one_way` if only the first of them leads to the others."""

    @property
    def language(self) -> Language:
        """The language of all of them."""

    @property
    def words(self) -> Sequence[str]:
        """The words as an editor wrote them."""

    @property
    def one_way(self) -> bool:
        """Whether the others do not lead to the first."""


class Thesaurus:
    """For each word and language, the other words that an editor says mean the same.

    A word is recognised by its stem keys, so that "kleren" also brings what stands with "kleding".
    """

    __slots__ = ("_analyzer", "_others")

    def __init__(self, others: Mapping[str, Mapping[str, Sequence[str]]], analyzer: Analyzer) -> None:
        """`others` are the words by language and key."""
        self._others = others
        self._analyzer = analyzer

    @classmethod
    def of(cls, groups: Iterable[Group], analyzer: Analyzer) -> Self:
        """The thesaurus of these groups."""
        others: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        for group in groups:
            words = tuple(map(fold, group.words))
            for head in words[:1] if group.one_way else words:
                for key in analyzer.keys(head, group.language):
                    known = others[group.language].setdefault(key, [])
                    known += (word for word in words if word != head and word not in known)
        return cls(others, analyzer)

    @classmethod
    def decode(cls, written: bytes, analyzer: Analyzer) -> Self:
        """The thesaurus that `encode` wrote."""
        return cls(json.loads(written), analyzer)

    def encode(self) -> bytes:
        """The thesaurus as JSON."""
        return json.dumps(self._others, ensure_ascii=False).encode()

    def words(self, word: str, language: Language) -> tuple[str, ...]:
        """The words that also answer `word`, in the order of the editors' lists."""
        others = self._others.get(language, {})
        keys = self._analyzer.word_terms(word, language).stems
        return tuple(dict.fromkeys(other for key in keys for other in others.get(key, ())))
