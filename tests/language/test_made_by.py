from importlib.metadata import version

from widget_server.language.made_by import made_by
from widget_server.language.terms import ANALYSIS_VERSION


def test_an_index_was_made_by_our_analysis_and_the_libraries_that_know_words() -> None:
    assert made_by() == {
        "analysis": ANALYSIS_VERSION,
        "PyStemmer": version("PyStemmer"),
        "simplemma": version("simplemma"),
    }
