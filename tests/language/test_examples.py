from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from widget_server.language.examples import Examples
from widget_server.language.linguist import Linguist
from widget_server.language.store import LemmaStore
from widget_server.languages import Language

Votes = Callable[..., dict[str, float]]


class Asked(NamedTuple):
    query: str
    answers: tuple[str, ...]
    language: Language = "nl"


ASKED = (
    Asked("wie ziet mijn telefoonnummer", ("privacy",)),
    Asked("wat is het telefoonnummer van de gemeente", ("helpline", "town hall")),
    Asked("ik heb een kamer", ("room",)),
    Asked("who gets to see my room", ("privacy",), "en"),
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, store: LemmaStore) -> tuple[Examples, Linguist]:
    """The examples, and who knows their words."""
    words = {"nl": {word for asked in ASKED for word in asked.query.split()}}
    linguist = Linguist.build(words, tmp_path_factory.mktemp("language"), store)
    folder = tmp_path_factory.mktemp("examples")
    Examples.save(ASKED, linguist.analyzer, folder)
    return Examples.open(folder), linguist


@pytest.fixture(scope="module")
def votes(asked: tuple[Examples, Linguist]) -> Votes:
    """The votes for a question of these words."""
    examples, linguist = asked

    def votes(*words: str, voters: int = 15, language: Language = "nl") -> dict[str, float]:
        keys = {(language, key) for word in words for key in linguist.analyzer.keys(word, language)}
        return examples.votes(keys, voters)

    return votes


@pytest.fixture(scope="module")
def leaning(asked: tuple[Examples, Linguist]) -> Callable[..., float]:
    """How much more than others a question of these words is for some answers."""
    examples, linguist = asked

    def leaning(*words: str, answers: Iterable[str], language: Language = "nl") -> float:
        keys = {(language, key) for word in words for key in linguist.analyzer.keys(word, language)}
        return examples.leaning(keys, frozenset(answers))

    return leaning


def test_a_question_leans_to_the_answers_of_the_examples_that_share_its_words(
    leaning: Callable[..., float],
) -> None:
    for_the_secret, for_the_rest = {"privacy"}, {"helpline", "town hall", "room"}
    assert leaning("ziet", answers=for_the_secret) > 0 > leaning("gemeente", answers=for_the_secret)
    assert leaning("ziet", answers=for_the_rest) == pytest.approx(-leaning("ziet", answers=for_the_secret))
    both = leaning("ziet", "gemeente", answers=for_the_secret)
    assert leaning("gemeente", answers=for_the_secret) < both < leaning("ziet", answers=for_the_secret)


def test_only_the_first_answer_of_an_example_tells_for_whom_it_is(leaning: Callable[..., float]) -> None:
    assert leaning("gemeente", answers={"helpline"}) > 0
    assert leaning("gemeente", answers={"town hall"}) == 0


def test_a_word_of_no_example_leans_nowhere(leaning: Callable[..., float]) -> None:
    assert leaning("fiets", answers={"privacy"}) == 0
    assert leaning("ziet", answers=()) == leaning("ziet", answers={"privacy", "helpline", "room"}) == 0


def test_the_answers_of_what_is_most_alike_get_the_most_votes(votes: Votes) -> None:
    found = votes("telefoonnummer", "ziet")
    assert max(found, key=found.__getitem__) == "privacy"
    assert found.keys() == {"privacy", "helpline", "town hall"}


def test_the_question_itself_has_one_vote_which_its_answers_share(votes: Votes) -> None:
    assert votes("kamer") == {"room": pytest.approx(1.0)}
    found = votes("telefoonnummer", "gemeente", voters=1)
    assert found == {"helpline": pytest.approx(0.5), "town hall": pytest.approx(0.5)}


def test_only_the_nearest_vote(votes: Votes) -> None:
    assert votes("telefoonnummer", "ziet", voters=1).keys() == {"privacy"}


def test_a_key_is_one_of_its_own_language(votes: Votes) -> None:
    assert votes("room") == {}
    assert votes("room", language="en") == {}  # the only English example: its words tell it from no other
    assert votes("kamer", language="en") == {}


@pytest.mark.parametrize("words", [(), ("fiets",), ("ik",)])
def test_what_no_example_holds_has_no_votes(votes: Votes, words: Iterable[str]) -> None:
    assert votes(*words) == {}


def test_without_examples_nobody_votes(tmp_path: Path, store: LemmaStore) -> None:
    (tmp_path / "language").mkdir()
    analyzer = Linguist.build({}, tmp_path / "language", store).analyzer
    Examples.save([], analyzer, tmp_path)
    assert Examples.open(tmp_path).votes([("nl", "kamer")], 15) == {}
