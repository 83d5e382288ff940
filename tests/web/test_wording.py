import pytest

from widget_server.language.spans import Spans
from widget_server.web.wording import date_in_words, language_name, marked


@pytest.mark.parametrize(
    ("text", "spans", "html"),
    [
        ("kamer", (), "kamer"),
        ("kamer", ((0, 5),), "<mark>kamer</mark>"),
        ("een kamer, twee kamers", ((4, 9), (16, 22)), "een <mark>kamer</mark>, twee <mark>kamers</mark>"),
        ("<b> & 'x'", ((1, 2),), "&lt;<mark>b</mark>&gt; &amp; &#39;x&#39;"),
        ("<b>", ((0, 3),), "<mark>&lt;b&gt;</mark>"),
        ("🏠 кімната", ((2, 9),), "🏠 <mark>кімната</mark>"),  # code points, not UTF-16 units
        ("", (), ""),
    ],
)
def test_spans_are_marked_and_the_rest_is_escaped(text: str, spans: Spans, html: str) -> None:
    assert marked(text, spans) == html


@pytest.mark.parametrize(
    ("written", "language", "words"),
    [
        ("2022-03-01", "nl", "1 maart 2022"),
        ("2022-03-01", "en", "1 March 2022"),
        ("2022-03-01", "uk", "1 березня 2022\u202fр."),
        ("2022-03-01", "ru", "1 марта 2022\u202fг."),
        ("2022-03", "uk", "березень 2022\u202fр."),
        ("2025-09", "nl", "september 2025"),
        ("2025", "ru", "2025"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_was_written(written: str, language: str, words: str) -> None:
    assert date_in_words(written, language) == words


def test_a_language_has_a_name_in_each_language() -> None:
    assert [language_name("uk", each) for each in ("nl", "en", "uk", "ru")] == [
        "Oekraïens",
        "Ukrainian",
        "українська",
        "украинский",
    ]
