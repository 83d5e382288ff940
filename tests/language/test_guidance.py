from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from widget_server.language import guidance
from widget_server.language.guidance import Guidance
from widget_server.language.linguist import Linguist
from widget_server.language.store import LemmaStore
from widget_server.languages import Language


@dataclass(frozen=True)
class Group:
    words: tuple[str, ...]
    one_way: bool = False
    language: Language = "nl"


@dataclass(frozen=True)
class Asked:
    query: str
    answers: tuple[str, ...]
    language: Language = "nl"


@dataclass(frozen=True)
class Lists:
    synonyms: tuple[Group, ...]
    elsewhere: Mapping[Language, tuple[str, ...]]
    examples: tuple[Asked, ...]


TAUGHT = Lists(
    synonyms=(Group(("kamer", "logeerplek")),),
    elsewhere={"nl": ("parkeren",)},
    examples=(Asked("wie krijgt de kamer", ("room",)), Asked("wie belt mij", ("helpline",))),
)


def test_all_lists_are_there_again_when_opened(tmp_path: Path, store: LemmaStore) -> None:
    (tmp_path / "language").mkdir()
    analyzer = Linguist.build({"nl": {"kamer", "parkeren"}}, tmp_path / "language", store).analyzer
    guidance.save(TAUGHT, analyzer, tmp_path)
    opened = Guidance.open(tmp_path, analyzer)
    assert opened.synonyms.words("kamer", "nl") == ("logeerplek",)
    assert opened.elsewhere.signs("parkeren")
    assert opened.examples.votes([("nl", "kamer")], [], 1).keys() == {"room"}


@pytest.mark.parametrize(
    "changed",
    [
        replace(TAUGHT, synonyms=()),
        replace(TAUGHT, synonyms=(Group(("kamer", "onderdak")),)),
        replace(TAUGHT, synonyms=(Group(("kamer", "logeerplek"), one_way=True),)),
        replace(TAUGHT, synonyms=(Group(("kamer", "logeerplek"), language="en"),)),
        replace(TAUGHT, elsewhere={"nl": ("parkeren", "boete")}),
        replace(TAUGHT, elsewhere={"en": ("parkeren",)}),
        replace(TAUGHT, examples=TAUGHT.examples[:1]),
        replace(TAUGHT, examples=TAUGHT.examples[::-1]),
        replace(TAUGHT, examples=(replace(TAUGHT.examples[0], answers=("bed",)), TAUGHT.examples[1])),
        replace(TAUGHT, examples=(replace(TAUGHT.examples[0], query="wie deelt"), TAUGHT.examples[1])),
        replace(TAUGHT, examples=(replace(TAUGHT.examples[0], language="en"), TAUGHT.examples[1])),
    ],
)
def test_any_change_gives_another_digest(changed: Lists) -> None:
    assert guidance.digest(changed) != guidance.digest(TAUGHT)


def test_the_same_lists_have_the_same_digest() -> None:
    assert guidance.digest(replace(TAUGHT, elsewhere=dict(TAUGHT.elsewhere))) == guidance.digest(TAUGHT)
