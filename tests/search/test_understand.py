"""How each word of a question is understood, from pages in each language."""

from collections.abc import Callable

import pytest

from widget_server.search import weights
from widget_server.search.plan import Plan
from widget_server.search.steps import Step

Planned = Callable[..., Plan]


@pytest.mark.parametrize(
    ("typed", "page", "step", "meant"),
    [
        ("appartement", "nl", Step.EXACT, "appartement"),
        ("Appartement", "nl", Step.EXACT, "appartement"),
        ("apartment", "nl", Step.EXACT, "apartment"),  # English on a Dutch page
        ("квартира", "nl", Step.EXACT, "квартира"),
        ("appartementen", "nl", Step.KEYS, "appartementen"),
        ("apartments", "en", Step.KEYS, "apartments"),
        ("квартири", "uk", Step.KEYS, "квартири"),
        ("комнаты", "ru", Step.KEYS, "комнаты"),
        ("schoolkinderen", "nl", Step.COMPOUND, "schoolkinderen"),
        ("verzekeringskaart", "nl", Step.COMPOUND, "verzekeringskaart"),
        ("rijwiel", "nl", Step.SYNONYM, "rijwiel"),
        ("rijwielen", "nl", Step.SYNONYM, "rijwielen"),
        ("посвідка", "uk", Step.SYNONYM, "посвідка"),
        ("verzek", "nl", Step.PREFIX, "verzekering"),
        ("apartm", "en", Step.PREFIX, "apartment"),
        ("кварт", "uk", Step.PREFIX, "квартира"),
        ("vrach", "en", Step.PREFIX, "vrachtwagen"),
        ("vrach", "ru", Step.TRANSLITERATION, "врач"),  # what the page's language makes of it goes first
        (";bnkj", "uk", Step.LAYOUT, "житло"),
        (";bnkj", "nl", Step.LAYOUT, "житло"),
        ("rdfhnbhf", "uk", Step.LAYOUT, "квартира"),
        ("rjvyfnf", "ru", Step.LAYOUT, "комната"),
        ("ысрщщд", "ru", Step.LAYOUT, "school"),  # Dutch on a Russian keyboard
        ("zhytlo", "nl", Step.TRANSLITERATION, "житло"),
        ("likar", "uk", Step.TRANSLITERATION, "лікар"),
        ("komnata", "ru", Step.TRANSLITERATION, "комната"),
        ("жытло", "uk", Step.SPELLING, "житло"),
        ("verzekerig", "nl", Step.TYPO, "verzekering"),
        ("apartmet", "en", Step.TYPO, "apartment"),
        ("квратира", "uk", Step.TYPO, "квартира"),
        ("страхвка", "ru", Step.TYPO, "страховка"),
        ("zi", "uk", Step.PREFIX, "ziekte"),  # a beginning, before it sounds like a function word
        ("schoos", "uk", Step.TYPO, "school"),  # and not щось
        ("xyzzyqq", "nl", Step.UNKNOWN, None),
        ("щщщщщ", "uk", Step.UNKNOWN, None),
    ],
)
def test_a_word_goes_down_the_steps_until_one_finds_something(
    plan: Planned, typed: str, page: str, step: Step, meant: str | None
) -> None:
    (word,) = plan(typed, page).words
    assert (word.meaning.step, word.meaning.readings[0].word if word.meaning.readings else None) == (
        step,
        meant,
    )


@pytest.mark.parametrize(
    ("query", "page", "carrying"),
    [
        ("Waar kan ik een appartement vinden?", "nl", ["appartement"]),
        ("Where can I find an apartment, please?", "en", ["apartment"]),
        ("Де я можу знайти житло?", "uk", ["житло"]),
        ("Где мне найти жильё?", "ru", ["жильё"]),
        ("where is the school", "nl", ["school"]),  # English on a Dutch page
        ("school appartement", "nl", ["school", "appartement"]),
        ("de likar", "uk", ["likar"]),  # "de" stands in a Ukrainian text, within a name
        ("en", "nl", ["en"]),  # a question of function words alone asks for these
        ("rdfhnbhf lkz cbyf", "uk", ["rdfhnbhf"]),  # квартира для сина
        ("treba kvartyra", "uk", ["kvartyra"]),
        ("потрибна квартира", "uk", ["квартира"]),  # spelt as it sounds
        ("door apartment", "en", ["door", "apartment"]),  # no Dutch "by" where English entries have doors
        ("door school", "nl", ["school"]),
        ("tak school", "uk", ["tak", "school"]),  # a Dutch branch of a tree, and no "so" in Ukrainian
        ("v zilverdam", "uk", ["zilverdam"]),
    ],
)
def test_function_words_cost_a_question_nothing(
    plan: Planned, query: str, page: str, carrying: list[str]
) -> None:
    assert [word.typed for word in plan(query, page).words if word.meaning.information] == carrying


def test_a_compound_written_in_two_is_read_as_one_if_the_whole_exists(plan: Planned) -> None:
    assert [word.meaning.step for word in plan("tenten-kamp").words] == [Step.EXACT]
    assert [word.typed for word in plan("school-zwembad").words] == ["school", "zwembad"]


def test_a_comma_behind_cyrillic_letters_is_no_letter_of_another_keyboard(plan: Planned) -> None:
    (word, *_) = plan("квартири, документи", "uk").words
    assert (word.typed, word.meaning.step) == ("квартири", Step.KEYS)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("Waar schrijf ik mijn kind in?", "inschrijf"),
        ("schrijf ik mij in bij een huisarts", "inschrijf"),
        ("ik schrijf in mijn huis", "schrijf"),  # a preposition
        ("ik lees het in", "lees"),  # nothing here has to do with inlezen
        ("in schrijf", "schrijf"),
    ],
)
def test_a_verb_is_joined_with_what_it_left_at_the_end_of_its_clause(
    plan: Planned, query: str, word: str
) -> None:
    sought = [reading.word for found in plan(query).words for reading in found.meaning.readings]
    assert ("inschrijf" in sought) == (word == "inschrijf")
    assert word == "lees" or word in sought


@pytest.mark.parametrize("typed", ["aaaa", "zzzzzz", "яяяя", "II"])
def test_a_letter_over_and_over_sounds_like_no_word(plan: Planned, typed: str) -> None:
    assert not plan(typed, "uk").is_understood


def test_only_the_last_word_may_be_unfinished(plan: Planned) -> None:
    steps = [word.meaning.step for word in plan("verzek school").words]
    assert Step.PREFIX not in steps
    assert plan("school verzek").words[-1].meaning.step is Step.PREFIX


def test_a_beginning_is_completed_in_the_languages_of_its_letters_only(plan: Planned) -> None:
    assert plan("dopomoga", "uk").words[0].meaning.step is Step.TRANSLITERATION


def test_a_word_with_a_blank_behind_it_is_finished(plan: Planned) -> None:
    assert plan("verzek ").words[0].meaning.step is not Step.PREFIX


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (";bnkj", "житло"),
        ("waar is zhytlo?", "waar is житло?"),
        ("school verzekerig", "school verzekering"),
        ("verzekerig en zhytlo", "verzekering en житло"),
        ("treba zhytlo dlya syna", "треба житло для syna"),
        ("verzekering", None),
        ("verzekeringen", None),
        ("verzek", None),
        ("xyzzyqq", None),
    ],
)
def test_a_question_is_shown_as_it_was_understood(plan: Planned, typed: str, shown: str | None) -> None:
    assert plan(typed).repaired == shown


@pytest.mark.parametrize(("page", "meant"), [("nl", "documenten"), ("en", "documents")])
def test_of_two_words_as_near_the_one_of_the_pages_language_was_meant(
    plan: Planned, page: str, meant: str
) -> None:
    (word,) = plan("documentn", page).words
    near = {(reading.word, reading.edits) for reading in word.meaning.readings}
    assert {("documenten", 1), ("documents", 1)} <= near
    assert plan("documentn", page).repaired == meant


@pytest.mark.parametrize("typed", [";bnkj", "zhytlo", "жытло", "verzekerig"])
def test_an_exact_question_is_left_as_it_is(plan: Planned, typed: str) -> None:
    exact = plan(typed, exact=True)
    assert exact.repaired is None
    assert {word.meaning.step for word in exact.words} == {Step.UNKNOWN}


def test_a_word_one_edit_away_is_worth_as_much_as_one_that_was_typed(plan: Planned) -> None:
    def worth(typed: str) -> list[float]:
        readings = plan(typed).words[0].meaning.readings
        return [reading.weight for reading in readings if reading.word == "verzekering"]

    assert worth("verzekerig") == worth("verzekering") == [1.0]
    assert worth("verzkerig") == [weights.FURTHER_EDIT]


@pytest.mark.parametrize(
    ("word", "worth"),
    [("verzekering", weights.OTHER_LANGUAGE), ("school", weights.OTHER_LANGUAGE * weights.KNOWN_HERE)],
)
def test_a_dutch_word_is_worth_less_on_an_english_page_and_least_if_english_has_it_too(
    plan: Planned, word: str, worth: float
) -> None:
    def stems(page: str) -> float:
        terms = (term for branch in plan(word, page).words[0].meaning.clause.branches for term in branch)
        return sum(term.weight for term in terms if term.field == "nl.stem" and term.anchors)

    assert stems("en") == pytest.approx(stems("nl") * worth)


def test_a_typo_is_less_sure_the_further_it_is_from_the_word(plan: Planned) -> None:
    sure, near, far = (
        plan(typed).words[0].meaning.certainty for typed in ("verzekering", "verzekerig", "verzkerig")
    )
    assert sure > near > far > 0


def test_a_word_that_everybody_uses_tells_less_than_a_rare_one(plan: Planned) -> None:
    common, rare = plan("huis tentenkamp").words
    assert common.meaning.information < rare.meaning.information


def test_a_compound_is_as_sure_as_its_parts_are_known(plan: Planned) -> None:
    whole, half = (plan(typed).words[0].meaning.certainty for typed in ("schoolkinderen", "schooldinosaurus"))
    assert whole > half > 0


def test_a_compound_that_is_mostly_unknown_leads_nowhere_by_itself(plan: Planned) -> None:
    assert plan("schoolkinderen").is_understood
    assert not plan("schooldinosaurusmuseum").is_understood


def test_half_a_compound_is_taken_only_where_nothing_else_explains_the_word(plan: Planned) -> None:
    assert plan("schooldinosaurus").words[0].meaning.step is Step.COMPOUND
    assert plan("schoolappartemnt").words[0].meaning.step is not Step.COMPOUND


def test_persons_and_times_that_no_entry_names_cost_a_question_nothing(plan: Planned) -> None:
    words = plan("appartement voor mijn kleindochter sinds dinsdag").words
    assert [word.typed for word in words if word.meaning.information] == ["appartement"]
    assert not plan("kleindochter dinsdag").is_understood
    assert [word.typed for word in plan("житло для бабусі", "uk").words if word.meaning.information] == [
        "житло"
    ]


def test_what_anyone_says_on_a_page_is_no_word_of_another_language(plan: Planned) -> None:
    assert plan("сказу", "uk").words[0].meaning.step is Step.KEYS
    assert plan("комната сказать", "ru").words[1].meaning.step is Step.FILLER


@pytest.mark.parametrize(
    ("number", "step"), [("12", Step.FILLER), ("2026", Step.FILLER), ("0612345678", Step.UNKNOWN)]
)
def test_a_number_costs_a_question_nothing_unless_it_is_one_to_call(
    plan: Planned, number: str, step: Step
) -> None:
    asked = plan(f"{number} appartementen")
    assert [word.meaning.step for word in asked.words] == [step, Step.KEYS]


def test_of_a_question_that_is_mostly_unknown_several_words_must_tell(plan: Planned) -> None:
    assert not plan("appartement xyzzyqq qqxyzzy").is_understood
    assert plan("appartement woonruimte xyzzyqq qqxyzzy plughzz").is_understood
    assert not plan("appartement woonruimte xyzzyqq qqxyzzy plughzz parkeren").is_understood


def test_two_words_written_as_one_are_taken_apart_though_half_a_compound_is_known(plan: Planned) -> None:
    assert [word.typed for word in plan("schoolapartment", "en").words] == ["school", "apartment"]
    assert [word.typed for word in plan("schooldinosaurus").words] == ["schooldinosaurus"]


def test_a_slip_in_a_name_is_mended_before_the_name_is_taken_apart(plan: Planned) -> None:
    (word,) = plan("housecall", "en").words
    assert [reading.word for reading in word.meaning.readings] == ["houseycall"]
    assert [word.typed for word in plan("housecall", "en", exact=True).words] == ["house", "call"]


def test_a_word_that_everybody_knows_is_not_taken_apart_where_two_others_happen_to_meet_in_it(
    plan: Planned,
) -> None:
    assert [word.typed for word in plan("dagboeken").words] == ["dagboeken"]


@pytest.mark.parametrize(("page", "shown"), [("uk", "ви"), ("ru", "вы")])
def test_a_function_word_in_latin_letters_is_one_of_the_pages_language(
    plan: Planned, page: str, shown: str
) -> None:
    assert str(plan("vy zhytlo", page).repaired).split()[0] == shown
