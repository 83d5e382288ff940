"""URLs and mail addresses in a text, and which of their words say nothing.

"https://www.refugeehelp.nl/uk" is looked for as "refugeehelp": its scheme, its www and its
top-level domain stand in every address and would only make unlike entries alike.
"""

import re
from typing import Final

# Only the top-level domains that occur in this domain's addresses, so that a full stop
# without a blank after it ("einde.Nieuwe zin") is not taken for an address.
_TOP_LEVEL: Final = r"(?:nl|eu|com|org|net|info|ua|ru|be|de|uk|gov|edu|int|app|io)"

_ADDRESS: Final = re.compile(
    rf"""(?:https?://|www\.)\S+
       | [^\s@]+@[^\s@]+\.\w+
       | \w[\w-]*(?:\.[\w-]+)*\.{_TOP_LEVEL}\b(?:/\S*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_SAYS_NOTHING: Final = re.compile(
    rf"https?(?=://)|(?<!\w)www(?=\.)|(?<=\.){_TOP_LEVEL}(?![\w.])", re.IGNORECASE
)


def empty_words(text: str) -> frozenset[int]:
    """Where in `text` words begin that belong to an address and say nothing, in code points.

    >>> sorted(empty_words("zie www.refugeehelp.nl"))
    [4, 20]
    """
    if "." not in text and "://" not in text:
        return frozenset()
    return frozenset(
        address.start() + word.start()
        for address in _ADDRESS.finditer(text)
        for word in _SAYS_NOTHING.finditer(address[0])
    )
