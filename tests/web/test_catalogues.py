"""What CI would do with `pybabel`: no word of the pages may be stale, missing, fuzzy or left over."""

import re
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from widget_server.languages import LANGUAGES
from widget_server.messages import DOMAIN, messages
from widget_server.resources import LOCALES, ROOT

#: How placeholders look: `%(name)s` of Jinja's i18n, `{name}` of Python's format.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|{\w+}")


@pytest.fixture(scope="module")
def template() -> Catalog:
    with (LOCALES / f"{DOMAIN}.pot").open("rb") as file:
        return read_po(file)


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    with (LOCALES / request.param / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=request.param, abort_invalid=True)


def ids(catalogue: Catalog) -> set[Any]:
    return {message.id for message in catalogue if message.id}


def forms(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def extracted() -> set[Any]:
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    found = Catalog()
    for _, _, message, _, _ in extract_from_dir(ROOT, methods, options, directory_filter=is_ours):
        found.add(message)
    return ids(found)


def is_ours(folder: str) -> bool:
    return str(folder) == str(ROOT) or str(folder).startswith(str(ROOT / "widget_server"))


def test_the_template_holds_exactly_the_words_in_the_code(template: Catalog) -> None:
    assert ids(template) == extracted(), "run the two commands of docs/translating.md"


def test_a_catalogue_holds_exactly_the_words_of_the_template(catalogue: Catalog, template: Catalog) -> None:
    assert ids(catalogue) == ids(template)
    assert not catalogue.obsolete


def test_every_word_is_translated_in_every_form_and_none_is_fuzzy(catalogue: Catalog) -> None:
    for message in catalogue:
        if message.id:
            assert all(forms(message.string)), message.id
            assert not message.fuzzy, message.id


def test_every_plural_has_the_forms_of_its_language(catalogue: Catalog) -> None:
    assert catalogue.plural_expr == get_plural(str(catalogue.locale)).plural_expr
    for message in catalogue:
        if message.pluralizable:
            assert len(message.string) == catalogue.num_plurals


def test_a_translation_has_the_placeholders_of_its_original(catalogue: Catalog) -> None:
    for message in catalogue:
        if message.id:
            wanted = set(PLACEHOLDER.findall(forms(message.id)[-1]))
            assert all(set(PLACEHOLDER.findall(each)) == wanted for each in forms(message.string)), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_is_what_the_code_says_and_others_are_not(language: str, template: Catalog) -> None:
    translated = messages(language)
    sample = "Where can I turn?"
    assert sample in ids(template)
    assert (translated.gettext(sample) == sample) == (language == "en")
