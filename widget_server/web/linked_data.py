"""An entry as schema.org data, for search engines: a question with its answer, or an organisation to turn to.

https://schema.org/FAQPage, https://schema.org/GovernmentOrganization, https://schema.org/ContactPoint
"""

from typing import Any, Final

from widget_server.content.model import Channel, Kind
from widget_server.search.page import ContactView, Result

Node = dict[str, Any]

#: What schema.org calls a channel, and which of its facts it takes. An address or an account number is no ContactPoint.
_PROPERTY: Final = {
    Channel.PHONE: ("telephone", "value"),
    Channel.WHATSAPP: ("telephone", "value"),
    Channel.EMAIL: ("email", "value"),
    Channel.WEBSITE: ("url", "href"),
}


def linked_data(result: Result, address: str) -> Node:
    """The JSON-LD of the page of `result` at `address`; it says nothing that the page does not show."""
    node = _question(result) if result.kind is Kind.FAQ else _organisation(result)
    return {
        "@context": "https://schema.org",
        "@id": address,
        "inLanguage": result.language,
        "dateModified": result.verified_on.isoformat(),
        **node,
    }


def _question(result: Result) -> Node:
    text = "\n\n".join([result.summary, *result.body])
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": result.title,
                "acceptedAnswer": {"@type": "Answer", "text": text, "inLanguage": result.language},
            }
        ],
        "mentions": _contact_points(result),
    }


def _organisation(result: Result) -> Node:
    # `inLanguage` and `dateModified` are properties of a page, so the organisation is what the page is about.
    return {
        "@type": "WebPage",
        "mainEntity": {
            "@type": "GovernmentOrganization",
            "name": result.title,
            "description": result.summary,
            "contactPoint": _contact_points(result),
        },
    }


def _contact_points(result: Result) -> list[Node]:
    return [_contact_point(contact) for contact in result.contacts if contact.channel in _PROPERTY]


def _contact_point(contact: ContactView) -> Node:
    name, fact = _PROPERTY[contact.channel]
    node = {
        "@type": "ContactPoint",
        "name": contact.label,
        name: getattr(contact, fact),
        "availableLanguage": list(contact.languages),
        "areaServed": list(contact.regions),
    }
    return {name: value for name, value in node.items() if value}
