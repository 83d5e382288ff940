import pytest

from widget_server.language import ukrainian


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("притулків", "притулок"),
        ("біженцям", "біженець"),
        ("дозволу", "дозвіл"),
        ("ночі", "ніч"),
        ("навчанню", "навчання"),
        ("допомозі", "допомога"),
        ("пенсій", "пенсія"),
        ("працюють", "працювати"),
        ("шукаємо", "шукати"),
        ("роблять", "робити"),
        ("писатимемо", "писати"),
        ("зареєструватись", "зареєструватися"),
        ("живете", "жити"),
        ("дітям", "дитина"),
        ("днів", "день"),
    ],
)
def test_a_form_shares_a_key_with_its_lemma(form: str, lemma: str) -> None:
    assert set(ukrainian.keys(form)) & set(ukrainian.keys(lemma))


@pytest.mark.parametrize(
    ("one", "other"),
    [("лікар", "ліки"), ("їжа", "їжак"), ("школа", "шкода"), ("їм", "їх"), ("гроші", "груша")],
)
def test_unlike_words_share_none(one: str, other: str) -> None:
    assert not set(ukrainian.keys(one)) & set(ukrainian.keys(other))
