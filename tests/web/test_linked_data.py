from typing import Any

import pytest

from widget_server.content.model import Kind
from widget_server.search.page import Result
from widget_server.web.linked_data import linked_data

ADDRESS = "https://terecht.example/borger-odoorn/entries/x"


@pytest.fixture
def result(service: Any) -> Result:
    return service.entry("room-at-home", "nl", "borger-odoorn")


def test_a_faq_is_a_question_with_its_answer(result: Result) -> None:
    [question] = linked_data(result, ADDRESS)["mainEntity"]
    assert question["@type"] == "Question"
    assert question["acceptedAnswer"]["text"].startswith("Meld uw kamer aan.")
    assert question["acceptedAnswer"]["inLanguage"] == "nl"


def test_an_organisation_has_its_contact_points(result: Result) -> None:
    node = linked_data(result._replace(kind=Kind.ORGANISATION), ADDRESS)["mainEntity"]
    assert node["@type"] == "GovernmentOrganization"
    assert node["contactPoint"] == [
        {
            "@type": "ContactPoint",
            "name": "Gemeente Borger-Odoorn",
            "telephone": "14 0591",
            "availableLanguage": ["nl"],
        },
        {"@type": "ContactPoint", "name": "Gemeente Borger-Odoorn", "email": "hulp@borger-odoorn.nl"},
        {
            "@type": "ContactPoint",
            "name": "Gemeente Borger-Odoorn",
            "url": "https://vng.nl/forum",
            "areaServed": ["Drenthe"],
        },
    ]
