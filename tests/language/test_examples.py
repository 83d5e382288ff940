from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from widget_server.language.examples import Examples, typed
from widget_server.language.linguist import Linguist
from widget_server.language.stopwords import is_stopword
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
    """The votes for a question."""
    examples, linguist = asked

    def votes(query: str, voters: int = 15, language: Language = "nl") -> dict[str, float]:
        words = query.split()
        telling = (word for word in words if not is_stopword(word, language))
        keys = {(language, key) for word in telling for key in linguist.analyzer.keys(word, language)}
        return examples.votes(keys, typed(words, language), voters)

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
    found = votes("wie ziet het telefoonnummer")
    assert max(found, key=found.__getitem__) == "privacy"
    assert found.keys() == {"privacy", "helpline", "town hall"}


def test_the_question_itself_has_one_vote_which_its_answers_share(votes: Votes) -> None:
    assert votes("ik heb een kamer")["room"] == pytest.approx(1.0)
    found = votes("wat is het telefoonnummer van de gemeente", voters=1)
    assert found == {"helpline": pytest.approx(0.5), "town hall": pytest.approx(0.5)}


def test_another_inflection_counts_by_its_key_alone(votes: Votes) -> None:
    assert 0 < votes("ik heb een kamers")["room"] < votes("ik heb een kamer")["room"]


def test_function_words_tell_questions_apart_as_well(votes: Votes) -> None:
    assert votes("wat is het").keys() == {"helpline", "town hall"}
    assert votes("heb ik").keys() == {"room"}


def test_words_that_no_example_holds_make_a_question_less_like_any(votes: Votes) -> None:
    assert 0 < votes("kamer fiets tuin")["room"] < votes("kamer fiets")["room"] < votes("kamer")["room"]


def test_only_the_nearest_vote(votes: Votes) -> None:
    assert votes("telefoonnummer ziet", voters=1).keys() == {"privacy"}


def test_what_is_far_from_the_nearest_has_no_vote(votes: Votes) -> None:
    assert votes("telefoonnummer gemeente").keys() == {"privacy", "helpline", "town hall"}
    assert votes("wat is het telefoonnummer van de gemeente").keys() == {"helpline", "town hall"}


def test_a_word_is_one_of_its_own_language(votes: Votes) -> None:
    assert votes("room") == {}
    assert votes("room", language="en").keys() == {"privacy"}
    assert votes("kamer", language="en") == {}


@pytest.mark.parametrize("query", ["", "fiets", "zij"])
def test_what_no_example_holds_has_no_votes(votes: Votes, query: str) -> None:
    assert votes(query) == {}


def test_without_examples_nobody_votes(tmp_path: Path, store: LemmaStore) -> None:
    (tmp_path / "language").mkdir()
    analyzer = Linguist.build({}, tmp_path / "language", store).analyzer
    Examples.save([], analyzer, tmp_path)
    kamer = [("nl", "kamer")]
    assert Examples.open(tmp_path).votes(kamer, kamer, 15) == {}
    assert Examples.open(tmp_path).leaning(kamer, frozenset({"room"})) == 0
