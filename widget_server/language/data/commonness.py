"""Make `commonness.<language>.marisa` from the word frequencies of the package wordfreq 3.1.1.

    pip install wordfreq==3.1.1
    python -m widget_server.language.data.commonness

Its data may be redistributed under CC BY-SA 4.0 (see commonness.LICENCE.txt); the package itself is not needed
to run Terecht. Kept are folded words from `LEAST` on, the most common spelling of each.
"""

import sys
from typing import Final

from marisa_trie import RecordTrie
from wordfreq import iter_wordlist, zipf_frequency

from widget_server.language.commonness import FORMAT, LEAST, TENTHS, path
from widget_server.language.folding import fold
from widget_server.languages import LANGUAGES, Language

_LIST: Final = "large"


def build(language: Language) -> int:
    """Write the table of `language`; returns how many words it holds."""
    common: dict[str, int] = {}
    for word in iter_wordlist(language, _LIST):
        scale = zipf_frequency(word, language, _LIST)
        if scale < LEAST:
            break  # the list falls
        common.setdefault(fold(word), round(scale * TENTHS))
    common.pop("", None)
    RecordTrie(FORMAT, [(word, (value,)) for word, value in sorted(common.items())]).save(str(path(language)))
    return len(common)


if __name__ == "__main__":
    for each in LANGUAGES:
        sys.stdout.write(f"{each}: {build(each)} words\n")
