from types import ModuleType
from typing import Any

import pytest

from widget_server.language.kernel import portable
from widget_server.language.wording import digest, write


@pytest.fixture(params=["compiled", "portable"])
def kernel(request: pytest.FixtureRequest) -> ModuleType | Any:
    """What reads wordings: one kernel, and then the other."""
    if request.param == "portable":
        return portable
    return pytest.importorskip("widget_server.language.kernel.compiled", exc_type=ImportError)


def found(kernel: ModuleType, *texts: str, **bits: int) -> tuple[tuple[int, ...], list[Any]]:
    """For each text which bits of these words it holds, and where they stand."""
    wording = kernel.Wording(write(texts))
    sought = kernel.Sought([(digest(word), bit) for word, bit in bits.items()])
    return wording.bits(sought), [wording.places(text, sought) for text in range(len(texts))]


def test_a_word_is_found_in_each_text_where_it_stands(kernel: ModuleType) -> None:
    bits, places = found(kernel, "Een kamer", "Geen huis", "Kamer, kamer", kamer=1, tuin=2)
    assert bits == (1, 0, 1)
    assert places == [((4, 9),), (), ((0, 5), (7, 12))]


def test_what_is_sought_for_a_word_is_told_with_it(kernel: ModuleType) -> None:
    bits, _ = found(kernel, "Een kamer in huis", "Een kamer", "Een huis", kamer=1, huis=6)
    assert bits == (7, 1, 6)


def test_places_are_half_open_ranges_of_code_points(kernel: ModuleType) -> None:
    assert found(kernel, "\U0001f642 ї", ї=1)[1] == [((2, 3),)]


def test_a_whole_and_its_parts_are_marked_as_one(kernel: ModuleType) -> None:
    assert found(kernel, "De noodopvang-locatie", noodopvanglocatie=1, locatie=1)[1] == [((3, 21),)]


def test_a_long_text_takes_wider_numbers_and_is_marked_as_well(kernel: ModuleType) -> None:
    short, long = "Een kamer", f"{'x' * 70_000} kamer"
    assert len(write([long])) - len(write([short])) == 2 * 2 * 4 - 2 * 2 * 2 + 2 * 2
    assert found(kernel, short, long, kamer=1)[1] == [((4, 9),), ((70_001, 70_006),)]


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), ("...",)])
def test_texts_without_words_have_none(kernel: ModuleType, texts: tuple[str, ...]) -> None:
    assert found(kernel, *texts, kamer=1) == ((0,) * len(texts), [()] * len(texts))


def test_a_digest_of_a_word_is_one_of_its_own_and_never_nothing() -> None:
    digests = {digest(word) for word in ("", "kamer", "kamers", "дім", "дом")}
    assert {len(each) for each in digests} == {8}
    assert len(digests) == 5
    assert bytes(8) not in digests


def test_a_digest_of_zeros_stands_for_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    class Zeros:
        def __init__(self, *_: object, **__: object) -> None:
            self.digest = lambda: bytes(8)

    monkeypatch.setattr("widget_server.language.wording.blake2b", Zeros)
    assert digest.__wrapped__("kamer") == b"\1" * 8
