# ruff: noqa: INP001  a script beside what it builds, not a package
"""The words of the widget: taken from src/, translated in locales/, packed for the bundle.

Catalogue domain `widget`. `python catalogue.py` brings the template and the catalogues up to date with src/.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

HERE: Final = Path(__file__).parent
SOURCES: Final = HERE / "src"
EXTRAS: Final = SOURCES / "more"
LOCALES: Final = HERE.parent.parent / "locales"
TEMPLATE: Final = LOCALES / "widget.pot"
LANGUAGES: Final = ("nl", "en", "uk", "ru")

#: `t("text")` and `n("one", "many", count)`, as widget_server uses gettext and ngettext.
KEYWORDS: Final = {"t": None, "n": (1, 2)}

#: How texts travel in the bundle: signs that no text holds, none of them a letter or a digit.
BETWEEN_MESSAGES: Final = "+"
BETWEEN_FORMS: Final = "*"
PLACEHOLDERS: Final = {"%s": "$", "%d": "#"}

#: Letters as signs of one byte; src/cyrillic.js turns them back. What is not here travels as it is.
CYRILLIC_LANGUAGES: Final = ("uk", "ru")
CYRILLIC: Final = {letter: letter - 0x410 + 0x40 for letter in range(0x410, 0x450)} | {
    letter: letter - 0x450 + 0x30 for letter in range(0x450, 0x45A)
}


def template(*folders: Path) -> Catalog:
    """Every text that `folders` show (by default both parts of the widget), in the order of the files."""
    catalogue = Catalog(project="terecht", charset="utf-8", fuzzy=False)
    for path in (path for folder in folders or (SOURCES, EXTRAS) for path in sorted(folder.glob("*.js"))):
        for line, text, comments, context in extract_from_file("javascript", path, KEYWORDS):
            place = (path.relative_to(HERE.parent.parent).as_posix(), line)
            catalogue.add(text, locations=[place], auto_comments=comments, context=context)
    return catalogue


def path_of(language: str) -> Path:
    """Where the catalogue of `language` lies."""
    return LOCALES / language / "LC_MESSAGES" / "widget.po"


def translations(language: str) -> Catalog:
    """The catalogue of `language` as it lies on disk."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """The messages of `catalogue` without its header."""
    return (message for message in catalogue if message.id)


def faults(language: str) -> list[str]:
    """What a reader in `language` would miss: missing, fuzzy and stale texts, one sentence each."""
    catalogue, wanted = translations(language), template()
    found = []
    for message in messages(wanted):
        translated = catalogue.get(message.id)
        if translated is None or not all(_forms(translated)):
            found.append(f"{language}: {_name(message)!r} is not translated")
        elif translated.fuzzy:
            found.append(f"{language}: {_name(message)!r} is fuzzy")
    stale = (message for message in messages(catalogue) if message.id not in wanted)
    return found + [f"{language}: {_name(message)!r} is not in src/ any more" for message in stale]


def packed(language: str, wanted: Catalog) -> str:
    """The texts of `language` that the template `wanted` names, in its order, in one string.

    Raises:
        ValueError: a text holds a sign that means something else in the bundle.
    """
    catalogue = translations(language)
    texts = (catalogue[message.id] for message in messages(wanted))
    cyrillic = language in CYRILLIC_LANGUAGES
    forms = ([_packed_text(form, cyrillic=cyrillic) for form in _forms(message)] for message in texts)
    return BETWEEN_MESSAGES.join(BETWEEN_FORMS.join(each) for each in forms)


def _packed_text(text: str, *, cyrillic: bool) -> str:
    bare = text.replace("%s", "").replace("%d", "")
    taken = re.search(r"[+*$#%0-9@-\x7f]" if cyrillic else r"[+*$#%]", bare)
    if taken:
        raise ValueError(f"{text!r} holds {taken[0]!r}, which the bundle needs; use another sign")
    if cyrillic:
        text = text.translate(CYRILLIC)
    for placeholder, sign in PLACEHOLDERS.items():
        text = text.replace(placeholder, sign)
    return text


def update() -> None:
    """Write the template, and bring each catalogue in line with it; new texts are left empty."""
    fresh = template()
    _write(TEMPLATE, fresh)
    for language in LANGUAGES:
        catalogue = translations(language)
        catalogue.update(fresh, no_fuzzy_matching=True, keep_user_comments=True)
        catalogue.obsolete.clear()
        _write(path_of(language), catalogue)


def _forms(message: Message) -> tuple[str, ...]:
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return tuple(str(form or "") for form in forms)


def _name(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _write(path: Path, catalogue: Catalog) -> None:
    catalogue.header_comment = "# The texts of the widget, taken from static/widget/src. See docs/widget.md."
    catalogue.last_translator = catalogue.language_team = catalogue.copyright_holder = (
        "The Terecht maintainers"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, omit_header=False, width=110, include_lineno=False, sort_output=False)


if __name__ == "__main__":
    update()
