"""Make `dutch-words.marisa` from the OpenTaal word list.

The list comes with Debian's package `wdutch` (2.20.19) or from https://github.com/OpenTaal/opentaal-wordlist:

    python -m widget_server.language.data.build /usr/share/dict/dutch

Kept is what can be a part of a compound: words of letters only, folded as our texts are, three letters
or more. The same list gives the same file, byte for byte.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from marisa_trie import Trie

from widget_server.language.compounds import DUTCH_WORDS
from widget_server.language.folding import fold

_SHORTEST: Final = 3


def words(lines: Iterable[str]) -> list[str]:
    """The usable words of a word list, each once, sorted.

    >>> words(["aai", "Oekraïne", "oekraïne", "1000-jarig", "op de hoogte", "ui"])
    ['aai', 'oekraine']
    """
    folded = (fold(line.strip()) for line in lines)
    return sorted({word for word in folded if len(word) >= _SHORTEST and word.isascii() and word.isalpha()})


def build(source: Path, target: Path = DUTCH_WORDS) -> int:
    """Write the words of the list `source` to `target`; returns how many."""
    found = words(source.read_text(encoding="utf-8").splitlines())
    Trie(found).save(str(target))
    return len(found)


if __name__ == "__main__":
    sys.stdout.write(f"{build(Path(sys.argv[1]))} words\n")
