from collections.abc import Callable

import pytest

from widget_server.engine.document import Document
from widget_server.engine.view import View

pytestmark = pytest.mark.usefixtures("each_kernel")


def holding(key: str, *terms: str) -> Document:
    return Document(key=key, fields={"nl.word": dict.fromkeys(terms, 1.0)})


def test_a_term_that_is_best_only_in_all_layers_together_comes_first(view_of: Callable[..., View]) -> None:
    national = [
        holding("1", "kamer", "kast"),
        holding("2", "kamer", "kast"),
        holding("3", "kamer"),
        holding("4"),
    ]
    own = [holding("5", "kast"), holding("6", "kast")]
    assert view_of(national, own).prefix("nl.word", "ka", 1) == (("kast", 4),)


def test_equals_come_in_the_order_of_their_letters(view_of: Callable[..., View]) -> None:
    view = view_of([holding("1", "kb", "ka", "kc")], [holding("2", "kd")])
    assert [term for term, _ in view.prefix("nl.word", "k", 3)] == ["ka", "kb", "kc"]


def test_a_term_of_hidden_documents_only_is_not_offered(view_of: Callable[..., View]) -> None:
    view = view_of([holding("1", "weg"), holding("2", "wel")], [holding("1", "nu")])
    assert view.prefix("nl.word", "we", 5) == (("wel", 1),)
    assert list(view.terms("nl.word")) == ["nu", "wel"]
    assert view.frequency("nl.word", "weg") == 0
