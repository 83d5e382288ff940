import pytest

from widget_server.language.stopwords import is_stopword
from widget_server.language.tokens import tokenize
from widget_server.languages import Language


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        ("Waar kan ik terecht voor een huisarts?", "nl", ["huisarts"]),
        ("Ik wil graag vluchtelingen helpen, alstublieft", "nl", ["vluchtelingen", "helpen"]),
        ("Hoe kom ik aan mijn paspoort?", "nl", ["paspoort"]),
        ("Where can I get help with my housing please?", "en", ["help", "housing"]),
        ("I'm looking for work without a permit", "en", ["work", "without", "permit"]),
        ("Підкажіть, будь ласка, де можна знайти житло?", "uk", ["житло"]),
        ("Як отримати допомогу для моєї сім'ї", "uk", ["допомогу", "сімї"]),
        ("Подскажите, пожалуйста, где можно найти врача?", "ru", ["врача"]),
        ("Я ищу работу без знания языка", "ru", ["работу", "без", "знания", "языка"]),
    ],
)
def test_what_is_left_of_a_question_is_what_it_asks_for(
    question: str, language: Language, asked: list[str]
) -> None:
    assert [token.word for token in tokenize(question) if not is_stopword(token.word, language)] == asked


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("hulp", "nl"),
        ("helpen", "nl"),
        ("niet", "nl"),
        ("geen", "nl"),
        ("zonder", "nl"),
        ("help", "en"),
        ("work", "en"),
        ("not", "en"),
        ("no", "en"),
        ("without", "en"),
        ("допомога", "uk"),
        ("не", "uk"),
        ("без", "uk"),
        ("помощь", "ru"),
        ("не", "ru"),
        ("без", "ru"),
        ("детский", "ru"),
    ],
)
def test_a_word_that_carries_the_question_stays(word: str, language: Language) -> None:
    assert not is_stopword(word, language)
