from dataclasses import replace

import pytest

from widget_server.content.model import Audience, Corpus
from widget_server.content.tags import tags


@pytest.mark.parametrize(
    ("key", "labels"),
    [
        ("dog", {"kind=faq", "audience=refugee", "topic=animals"}),
        (
            "room-bureau",
            {
                "kind=organisation",
                "audience=host",
                "audience=refugee",
                "topic=housing",
                "promoted=national/room-bureau",
            },
        ),
    ],
)
def test_an_entry_carries_a_label_for_all_that_it_is_filtered_and_ranked_by(
    sample: Corpus, key: str, labels: set[str]
) -> None:
    (entry,) = [entry for entry in sample.layer("national") if entry.id == key]
    assert set(tags(entry)) == labels


def test_an_own_entry_says_so(sample: Corpus) -> None:
    assert all("own" in tags(entry) for entry in sample.layer("zilverdam"))


@pytest.mark.parametrize(
    ("audience", "is_theirs"),
    [
        ((Audience.PROFESSIONAL,), True),
        ((Audience.PROFESSIONAL, Audience.HOST), False),
        ((Audience.HOST,), False),
    ],
)
def test_what_is_for_professionals_alone_says_so(
    sample: Corpus, audience: tuple[Audience, ...], *, is_theirs: bool
) -> None:
    entry = replace(sample.entries[0], audience=audience)
    assert ("for=professionals" in tags(entry)) is is_theirs
