"""Which words of the texts a stem key finds: for marking what matched, without analysing the texts again."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final, Self

from marisa_trie import BytesTrie

from widget_server.language.terms import Analyzer
from widget_server.language.wording import digest
from widget_server.languages import Language

_FILE: Final = "conflations.marisa"


class Conflations:
    """The words that were taken together under one key, of all languages at once, as one memory-mapped file."""

    __slots__ = ("tries",)

    def __init__(self, *tries: BytesTrie) -> None:
        self.tries = tries

    @classmethod
    def build(cls, words: Mapping[Language, Collection[str]], analyzer: Analyzer, folder: Path) -> Self:
        """Those of the folded `words` that occur, written to `folder` (which must exist)."""
        by_key: dict[str, set[str]] = defaultdict(set)
        for language, occurring in words.items():
            for word in occurring:
                terms = analyzer.word_terms(word, language)
                for key in (*terms.stems, *terms.parts):
                    by_key[key].add(word)
        found = ((key, b"".join(sorted(map(digest, words)))) for key, words in by_key.items())
        BytesTrie(found).save(str(folder / _FILE))
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """What `build` wrote to `folder`."""
        return cls(BytesTrie().mmap(str(folder / _FILE)))

    def joined(self, other: "Conflations") -> "Conflations":
        """These and those of `other`."""
        return Conflations(*self.tries, *other.tries)

    def digests(self, key: str) -> bytes:
        """The digests of the words that `key` finds, one after another (see `wording`)."""
        return b"".join([digests for trie in self.tries for digests in trie.get(key, ())])
