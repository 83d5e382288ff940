import pytest

from widget_server.content.hours_in_words import in_words
from widget_server.languages import Language


@pytest.mark.parametrize(
    ("syntax", "language", "words"),
    [
        ("Mo-Fr 09:00-21:00", "nl", "maandag t/m vrijdag 09:00–21:00"),
        ("Mo-Fr 09:00-21:00", "en", "Monday to Friday 09:00–21:00"),
        ("Mo-Fr 09:00-21:00", "uk", "понеділок – пʼятниця 09:00–21:00"),
        ("Mo-Fr 09:00-21:00", "ru", "понедельник – пятница 09:00–21:00"),
        ("Mo-Fr 09:00-17:00; PH off", "nl", "maandag t/m vrijdag 09:00–17:00, niet op feestdagen"),
        ("Mo-Fr 09:00-17:00; PH off", "en", "Monday to Friday 09:00–17:00, not on public holidays"),
        ("Sa,Su 10:00-12:00", "nl", "zaterdag, zondag 10:00–12:00"),  # two days are named, not a range
        ("Tu 09:00-12:00,13:00-17:00", "en", "Tuesday 09:00–12:00, 13:00–17:00"),
        (
            "Mo-We 09:00-17:00; Fr 09:00-12:00",
            "nl",
            "maandag t/m woensdag 09:00–17:00; vrijdag 09:00–12:00",
        ),
        ("24/7", "nl", "maandag t/m zondag de hele dag"),
        ("24/7", "en", "Monday to Sunday all day"),
        ('Mo 09:00-12:00 "op afspraak"', "nl", 'Mo 09:00-12:00 "op afspraak"'),  # too irregular for words
    ],
)
def test_hours_are_told_in_the_reader_s_words(syntax: str, language: Language, words: str) -> None:
    assert in_words(syntax, language) == words
