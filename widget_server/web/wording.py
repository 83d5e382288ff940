"""Facts put into words for a page: marked matches, dates, names of languages."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.dates import format_date, format_skeleton
from markupsafe import Markup, escape

from widget_server.language.spans import Spans
from widget_server.languages import LOCALES, Language

#: Where an address is cut at the end of a line: before "@", after "/" and ".", and nowhere at its own end.
_JOINT: Final = re.compile(r"(?=@)|(?<=[/.])(?=[^/.])")

#: Characters of a part with a hyphen that stays on one line: a screen of 320 pixels holds 28 in bold.
_UNBROKEN: Final = 24


def marked(text: str, spans: Spans) -> Markup:
    """`text` as HTML with its `spans` marked.

    >>> marked("Een kamer & meer", ((4, 9),))
    Markup('Een <mark>kamer</mark> &amp; meer')
    """
    html = Markup()
    position = 0
    for start, end in spans:
        html += escape(text[position:start]) + Markup("<mark>{}</mark>").format(text[start:end])
        position = end
    return html + escape(text[position:])


def breakable(address: str) -> Markup:
    """A mail or web address as HTML that goes on to the next line between its parts, where it is too long for one.

    >>> breakable("hulp@odoorn.nl/hulp")
    Markup('hulp<wbr>@odoorn.<wbr>nl/<wbr>hulp')
    """
    return Markup("<wbr>").join(map(_part, _JOINT.split(address)))


def _part(text: str) -> Markup:
    # At the end of a line the hyphen of "borger-odoorn" would look like that of a divided word.
    if "-" in text and len(text) <= _UNBROKEN:
        return Markup('<span class="unbroken">{}</span>').format(text)
    return escape(text)


@lru_cache(maxsize=1024)
def date_in_words(written: str, language: Language) -> str:
    """A date as precise as it was written: YYYY, YYYY-MM or YYYY-MM-DD.

    >>> date_in_words("2022-03-01", "nl"), date_in_words("2022-03", "en"), date_in_words("2022", "uk")
    ('1 maart 2022', 'March 2022', '2022')
    """
    match written.split("-"):
        case [year, month, day]:
            return format_date(date(int(year), int(month), int(day)), "long", locale=LOCALES[language])
        case [year, month]:
            return format_skeleton("yMMMM", date(int(year), int(month), 1), locale=LOCALES[language])
        case _:
            return written


@lru_cache(maxsize=16)
def language_name(code: Language, language: Language) -> str:
    """What `language` calls the language `code`.

    >>> language_name("uk", "nl")
    'Oekraïens'
    """
    return str(Locale(language).languages[code])
