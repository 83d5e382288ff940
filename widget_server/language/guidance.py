"""What editors teach the search beside entries: synonyms, words that belong elsewhere, examples.

It follows from their words and the analysis, so that a generation can take over what the one before made of the same. An inflection that only
a new entry made known reaches the examples with the next whole build.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final, Protocol, Self

from widget_server.language.elsewhere import Elsewhere
from widget_server.language.examples import Example, Examples
from widget_server.language.terms import Analyzer
from widget_server.language.thesaurus import Group, Thesaurus
from widget_server.languages import Language

#: The folder of a generation that holds it, in a folder named by its `digest`.
FOLDER: Final = "guidance"

_THESAURUS: Final = "thesaurus.json"
_ELSEWHERE: Final = "elsewhere.json"
_DIGEST_BYTES: Final = 8


class Lists(Protocol):
    """The lists of the editors."""

    @property
    def synonyms(self) -> Iterable[Group]:
        """Words that mean the same."""

    @property
    def elsewhere(self) -> Mapping[Language, Iterable[str]]:
        """Words and phrases that belong elsewhere."""

    @property
    def examples(self) -> Iterable[Example]:
        """Questions with their answers."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """The lists, ready to be asked; immutable, so any number of threads may."""

    synonyms: Thesaurus
    elsewhere: Elsewhere
    examples: Examples

    @classmethod
    def open(cls, folder: Path, analyzer: Analyzer) -> Self:
        """What `save` wrote to `folder`."""
        return cls(
            Thesaurus.decode((folder / _THESAURUS).read_bytes(), analyzer),
            Elsewhere.decode((folder / _ELSEWHERE).read_bytes(), analyzer),
            Examples.open(folder),
        )


def save(lists: Lists, analyzer: Analyzer, folder: Path) -> None:
    """Write what follows from `lists` to `folder`, which must exist."""
    (folder / _THESAURUS).write_bytes(Thesaurus.of(lists.synonyms, analyzer).encode())
    (folder / _ELSEWHERE).write_bytes(Elsewhere.of(lists.elsewhere, analyzer).encode())
    Examples.save(lists.examples, analyzer, folder)


def digest(lists: Lists) -> str:
    """A name for exactly these lists."""
    plain = (
        [(group.language, group.one_way, *group.words) for group in lists.synonyms],
        {language: tuple(words) for language, words in lists.elsewhere.items()},
        [(each.language, each.query, *each.answers) for each in lists.examples],
    )
    return blake2b(json.dumps(plain).encode(), digest_size=_DIGEST_BYTES).hexdigest()
