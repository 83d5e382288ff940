"""The words of one language that a question can be led to: by spelling, by stem, by sound."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from widget_server.language import stems
from widget_server.language.alphabets import CYRILLIC
from widget_server.language.lexicon import Lexicon
from widget_server.language.pairs import Pairs
from widget_server.language.transliteration import cyrillic_keys
from widget_server.languages import Language


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language that a question can be led to.

    `word_of_stem` gives each stem the shortest word that has it (see `shortest_with`); `sounds` gives each sound
    (`transliteration.cyrillic_key`) its words, and is empty for a language in Latin letters.
    """

    words: Lexicon
    stems: Lexicon
    word_of_stem: Pairs
    sounds: Pairs

    @classmethod
    def of(cls, words: Collection[str], language: Language, occurring: Collection[str] | None = None) -> Self:
        """The vocabulary that these folded words make, in memory.

        Only those of them that are `occurring`, and not just forms of such a word, are found by their stems (all, where
        none are given): nearly every other form has the stem of one of these.
        """
        by_stem = _shortest_word_by_stem(words if occurring is None else occurring, language)
        sounds = zip(cyrillic_keys(words), words, strict=True) if language in CYRILLIC else ()
        return cls(
            Lexicon.of(words),
            Lexicon.of(by_stem),
            Pairs.of(by_stem.items()),
            Pairs.of(sounds),
        )

    @classmethod
    def open(cls, folder: Path, language: Language) -> Self:
        """The vocabulary of `language` that `save` wrote to `folder`, memory-mapped."""
        return cls(
            Lexicon.open(folder, f"{language}.words"),
            Lexicon.open(folder, f"{language}.stems"),
            Pairs.open(folder / f"{language}.word-of-stem.marisa"),
            Pairs.open(folder / f"{language}.sounds.marisa"),
        )

    def joined(self, other: "Vocabulary") -> "Vocabulary":
        """This vocabulary and that of `other`, whose words are none of these."""
        return Vocabulary(
            self.words.joined(other.words),
            self.stems.joined(other.stems),
            self.word_of_stem.joined(other.word_of_stem),
            self.sounds.joined(other.sounds),
        )

    def shortest_with(self, stem: str) -> str:
        """The shortest word that has this stem, which is one of `stems`."""
        return max(self.word_of_stem.rights(stem), key=_brevity)

    def save(self, folder: Path, language: Language) -> None:
        """Write the vocabulary to files of `folder` whose names begin with `language`."""
        self.words.save(folder, f"{language}.words")
        self.stems.save(folder, f"{language}.stems")
        self.word_of_stem.save(folder / f"{language}.word-of-stem.marisa")
        self.sounds.save(folder / f"{language}.sounds.marisa")


def _shortest_word_by_stem(words: Collection[str], language: Language) -> dict[str, str]:
    shortest: dict[str, str] = {}
    # As `_brevity` orders them, without a pair for each of 100,000 words.
    for word in sorted(sorted(words), key=len, reverse=True):
        for key in stems.keys(word, language):
            shortest[key] = word
    return shortest


def _brevity(word: str) -> tuple[int, str]:
    """Highest for the shortest; of words as short, for the last in the alphabet."""
    return -len(word), word
