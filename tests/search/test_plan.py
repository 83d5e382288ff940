from widget_server.engine.query import Clause
from widget_server.language.wording import Wording, digest, write
from widget_server.search.plan import Meaning, Plan, PlannedWord
from widget_server.search.steps import Step


def plan(*found: str) -> Plan:
    """A question each of whose words finds one in the texts."""
    words = (
        PlannedWord(
            word,
            place,
            place + 1,
            Meaning(
                step=Step.EXACT,
                readings=(),
                clause=Clause(()),
                information=1.0,
                certainty=1.0,
                finds=digest(word),
            ),
        )
        for place, word in enumerate(found)
    )
    return Plan(query="", words=tuple(words))


def test_each_word_of_a_question_has_a_bit_of_its_own() -> None:
    wording = Wording(write(["een kamer", "geen huis", "kamer in huis"]))
    assert wording.bits(plan("kamer", "tuin", "huis").sought) == (1, 4, 5)


def test_the_last_words_of_a_very_long_question_share_a_bit() -> None:
    wording = Wording(write(["een kamer", "geen huis"]))
    assert wording.bits(plan(*["tuin"] * 63, "kamer", *["tuin"] * 30, "huis").sought) == (1 << 63, 1 << 63)
