import pytest

from widget_server.language import dutch


@pytest.mark.parametrize(
    ("participle", "infinitive"),
    [
        ("ingeschreven", "inschrijven"),
        ("opgevangen", "opvangen"),
        ("aangewezen", "aanwijzen"),
        ("ondergebracht", "onderbrengen"),
        ("afgesproken", "afspreken"),
    ],
)
def test_a_strong_participle_shares_a_key_with_its_infinitive(participle: str, infinitive: str) -> None:
    assert set(dutch.keys(participle)) & set(dutch.keys(infinitive))


def test_a_word_that_only_ends_like_one_has_one_key() -> None:
    assert len(dutch.keys("burgemeester")) == len(dutch.keys("vergeven")) == 1
