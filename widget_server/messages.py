"""The words of the interface in four languages, from the Babel catalogues in `locales/`.

Catalogues are read as PO at the first use and compiled in memory, so that no built file can be stale.
"""

import gettext
from functools import cache
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from widget_server import resources
from widget_server.languages import Language

DOMAIN = "terecht"


@cache
def messages(language: Language) -> gettext.NullTranslations:
    """The translations for `language`: use its `gettext` and `ngettext`."""
    compiled = BytesIO()
    with (resources.LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
