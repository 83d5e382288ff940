"""What a webmaster chose on /webmasters."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from flask import url_for

from widget_server.content.model import Audience
from widget_server.languages import Language, is_language
from widget_server.web import theme
from widget_server.web.protocol import MunicipalityView
from widget_server.web.qr import short_address
from widget_server.web.site import site
from widget_server.web.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A widget as it will stand on a page. `colours` are the widget's own where nobody chose others."""

    municipality: MunicipalityView
    language: Language
    audience: Audience | None
    colours: Theme

    @classmethod
    def read(cls, parameters: Mapping[str, str], otherwise: Language) -> Self:
        """The choice in `parameters`, with what can be used of them; the widget speaks `otherwise` by default."""
        service = site().service
        slug, language = parameters.get("municipality", ""), parameters.get("widget-lang", "")
        if slug not in service.municipalities():
            slug = site().first_municipality
        return cls(
            municipality=service.municipality(slug),
            language=language if is_language(language) else otherwise,
            audience=audience(parameters.get("audience", "")),
            colours=Theme.read(parameters) or theme.DEFAULT,
        )

    @property
    def slug(self) -> str:
        """The municipality, as the attribute and the address name it."""
        return self.municipality.slug

    @property
    def theme(self) -> Theme | None:
        """The colours, if they are not the widget's own: a page's house style reaches the widget by itself."""
        return None if self.colours == theme.DEFAULT else self.colours

    @property
    def parameters(self) -> dict[str, Any]:
        """The choice as parameters of /webmasters."""
        chosen = {"municipality": self.slug, "widget-lang": self.language, "audience": self.audience}
        return {name: value for name, value in chosen.items() if value} | self.colours.parameters

    @property
    def frame(self) -> str:
        """The path of the page for frames."""
        colours = self.theme.parameters if self.theme else {}
        return url_for(
            "embed.embed", municipality=self.slug, lang=self.language, audience=self.audience, **colours
        )

    @property
    def search(self) -> str:
        """The path of the search page."""
        return url_for(
            "pages.search", municipality=self.slug, lang=self.language, audience=self.audience or None
        )

    @property
    def on_paper(self) -> str:
        """The short address, as a QR code holds it."""
        return short_address(self.slug, self.language)


def audience(code: str) -> Audience | None:
    """The audience `code`; None, which is everyone, where it is none of ours."""
    return Audience(code) if code in set(Audience) else None
