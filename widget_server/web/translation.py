"""The language of a page: Jinja's `gettext` speaks the one that the request chose."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from flask import Flask, g

from widget_server.content.model import Audience
from widget_server.languages import ENDONYMS, LANGUAGES, Language, is_language
from widget_server.messages import messages
from widget_server.search.request import DEFAULT_LANGUAGE
from widget_server.web import wording
from widget_server.web.theme import ratio_in_words

_I18N: Final = "jinja2.ext.i18n"


def register(app: Flask) -> None:
    """Give the templates of `app` translated words, and the filters that put facts into words."""
    app.jinja_env.add_extension(_I18N)
    app.jinja_env.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(endonyms=ENDONYMS, languages=LANGUAGES)
    app.jinja_env.filters.update(
        marked=wording.marked,
        breakable=wording.breakable,
        in_words=_in_words,
        language_name=_language_name,
        audience_name=_audience_name,
        ratio=_ratio,
    )
    app.context_processor(lambda: {"language": spoken()})


def speak(code: str) -> Language:
    """Let the answer to this request be in the language `code`; the default one where `code` is none of ours."""
    g.language = code if is_language(code) else DEFAULT_LANGUAGE
    return spoken()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Put what is rendered meanwhile into `language`: a part of a page can be meant for another reader."""
    before = spoken()
    g.language = language
    try:
        yield
    finally:
        g.language = before


def spoken() -> Language:
    """The language of the answer to this request."""
    language: Language = g.get("language", DEFAULT_LANGUAGE)
    return language


def _gettext(message: str) -> str:
    return messages(spoken()).gettext(message)


def _ngettext(singular: str, plural: str, count: int) -> str:
    return messages(spoken()).ngettext(singular, plural, count)


def _in_words(written: str) -> str:
    return wording.date_in_words(str(written), spoken())


def _language_name(code: Language) -> str:
    return wording.language_name(code, spoken())


def _ratio(ratio: float) -> str:
    return ratio_in_words(ratio, spoken())


def _audience_name(audience: Audience) -> str:
    gettext = messages(spoken()).gettext
    names = {
        Audience.HELPER: gettext("people who want to help"),
        Audience.REFUGEE: gettext("refugees"),
        Audience.HOST: gettext("people with guests at home"),
        Audience.PROFESSIONAL: gettext("professionals"),
    }
    return names[audience]
