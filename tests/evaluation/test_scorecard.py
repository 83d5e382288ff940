from collections.abc import Callable

from widget_server.evaluation.scorecard import Figures, Judgement, Scorecard

Judged = Callable[..., Judgement]


def test_a_question_is_lost_when_no_answer_is_among_the_first_three(judged: Judged) -> None:
    cases = [("a", "a"), ("bca", "a"), ("bcda", "a"), ("", "a"), ("", ""), ("a", "")]
    assert [judged(*case).is_lost for case in cases] == [False, False, True, True, False, True]


def test_figures_are_means_over_the_questions(judged: Judged) -> None:
    overall = Scorecard((judged("a", "a"), judged("ba", "a"), judged("", "a"), judged("", ""))).overall
    assert (overall.questions, overall.success_at_1, overall.success_at_3, overall.mrr) == (
        4,
        0.5,
        0.75,
        0.625,
    )


def test_groups_stand_in_the_order_of_their_first_question(judged: Judged) -> None:
    card = Scorecard((judged("a", "a", language="uk"), judged("b", "a"), judged("b", "a", language="uk")))
    by_language = card.by(lambda judgement: judgement.language)
    assert [(name, figures.success_at_1) for name, figures in by_language.items()] == [
        ("uk", 0.5),
        ("nl", 0.0),
    ]


def test_losses_are_the_questions_themselves(judged: Judged) -> None:
    lost = judged("", "a", query="hond")
    assert Scorecard((judged("a", "a"), lost)).losses == (lost,)
    assert lost.name == "nl: hond"


def test_a_question_is_named_as_it_was_asked(judged: Judged) -> None:
    asked = judged("", "a", query="hond", municipality="zilverdam", audience="helper")
    assert asked.name == "nl zilverdam helper: hond"


def test_the_table_has_a_line_a_group(judged: Judged) -> None:
    table = Scorecard((judged("a", "a"), judged("b", "a", language="uk", kind="typo"))).table().splitlines()
    assert [line.split()[0] for line in table] == ["questions", "all", "nl", "uk", "word", "typo"]
    assert table[1].split() == ["all", "2", "0.500", "0.500", "0.500", "0.500"]
    assert len({len(line) for line in table}) == 1


def test_no_questions_at_all_give_an_empty_table() -> None:
    assert len(Scorecard(()).table().splitlines()) == 1
    assert Scorecard(()).losses == ()


def test_figures_of_one_question(judged: Judged) -> None:
    figures = Figures(questions=1, success_at_1=1.0, success_at_3=1.0, mrr=1.0, ndcg=1.0)
    assert Figures.of([judged("a", "a")]) == figures
