import re

import pytest

from widget_server.language.addresses import empty_words


@pytest.mark.parametrize(
    ("text", "says_nothing"),
    [
        ("https://www.refugeehelp.nl/uk", ["https", "www", "nl"]),
        ("loketoekraïnepsh.nl", ["nl"]),
        ("info@borger-odoorn.nl", ["nl"]),
        ("einde.Nieuwe zin", []),
        ("nl en uk", []),
    ],
)
def test_only_what_every_address_holds_says_nothing(text: str, says_nothing: list[str]) -> None:
    words = [re.match(r"\w+", text[start:]) for start in sorted(empty_words(text))]
    assert [word and word[0] for word in words] == says_nothing
