"""What is compiled and what is not mark the same and vote the same."""

from array import array
from types import ModuleType
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from widget_server.language.kernel import portable
from widget_server.language.wording import digest, write

compiled = pytest.importorskip(
    "widget_server.language.kernel.compiled", reason="installed without a C compiler", exc_type=ImportError
)

KERNELS: tuple[ModuleType, ...] = (compiled, portable)
WORDS = ("kamer", "kamers", "noodopvang-locatie", "дім", "\U0001f642", "06 12", "in", ".")
EXAMPLES = 12

varied = settings(max_examples=200, deadline=None)
each_kernel = pytest.mark.parametrize("kernel", KERNELS, ids=("compiled", "portable"))


@varied
@given(
    texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), max_size=5),
    found=st.lists(
        st.tuples(st.lists(st.sampled_from([*WORDS, "locatie", "ghost"]), max_size=4), st.integers(0, 63))
    ),
)
def test_both_kernels_mark_the_same(texts: list[str], found: list[tuple[list[str], int]]) -> None:
    digests = [(b"".join(map(digest, words)), 1 << place) for words, place in found]
    one, other = (kernel.Sought(digests) for kernel in KERNELS)
    mine, same = (kernel.Wording(write(texts)) for kernel in KERNELS)
    assert len(one) == len(other)
    assert mine.bits(one) == same.bits(other)
    for text in range(len(texts)):
        assert mine.places(text, one) == same.places(text, other)


class Voters(NamedTuple):
    """Examples, and what a question shares with them."""

    names: tuple[str, ...]
    sizes: "array[float]"
    bounds: "array[int]"
    answers: "array[int]"
    held: list[tuple[float, bytes]]


@st.composite
def voters(draw: st.DrawFn) -> Voters:
    names = ("room", "helpline", "town hall", "pets")
    own = draw(st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=3), max_size=EXAMPLES))
    bounds = [0]
    for each in own:
        bounds.append(bounds[-1] + len(each))
    numbers = st.sets(st.integers(0, len(own) - 1)).map(sorted) if own else st.just([])
    held = draw(st.lists(st.tuples(st.sampled_from([0.5, 1.0, 3.3]), numbers), max_size=5))
    return Voters(
        names,
        array("d", draw(st.lists(st.sampled_from([1.0, 4.2]), min_size=len(own), max_size=len(own)))),
        array("I", bounds),
        array("I", [answer for each in own for answer in each]),
        [(worth, array("I", found).tobytes()) for worth, found in held],
    )


@varied
@given(voters(), st.sampled_from([0, 1, 3, 99]), st.sampled_from([0.0, 0.3, 0.9]), st.data())
def test_both_kernels_vote_the_same(examples: Voters, limit: int, far: float, data: st.DataObject) -> None:
    one, other = (kernel.Electorate(*examples[:4]) for kernel in KERNELS)
    votes = one.votes(examples.held, limit, far)
    assert list(votes) == list(other.votes(examples.held, limit, far))
    assert votes == pytest.approx(other.votes(examples.held, limit, far), rel=1e-12)
    size = len(examples.sizes)
    mask = np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)), np.bool_)
    for _, numbers in examples.held:
        assert one.count(numbers, mask) == other.count(numbers, mask)


@each_kernel
@pytest.mark.parametrize("cut", [1, 5, 12, 400])
def test_what_is_no_wording_is_an_error_and_no_crash(kernel: ModuleType, cut: int) -> None:
    written = write(["Een kamer", "in huis"])
    for broken in (written[:-cut], written + b"\0", b"", b"\2", b"\7" + written[1:], b"\4" + b"\xff" * 9):
        with pytest.raises(ValueError, match="wording"):
            kernel.Wording(broken)


@each_kernel
def test_a_text_that_is_not_there_is_an_error_and_no_crash(kernel: ModuleType) -> None:
    wording, sought = kernel.Wording(write(["Een kamer"])), kernel.Sought(())
    for text in (1, 7, -3):
        with pytest.raises((IndexError, ValueError)):
            wording.places(text, sought)


def test_examples_that_do_not_fit_together_are_an_error_and_no_crash() -> None:
    names, sizes, bounds, answers = ("room",), array("d", [1.0]), array("I", [0, 1]), array("I", [0])
    numbers = array("I", [0]).tobytes()
    examples = compiled.Electorate(names, sizes, bounds, answers)
    assert examples.votes([(1.0, numbers)], 3, 0.3) == {"room": 1.0}
    for broken in (
        array("I", [0, 2]),
        array("I", [0]),
        array("I"),
        array("I", [1, 1]),
        array("I", [0, 0, 1]),
    ):
        with pytest.raises(ValueError, match="do not belong together"):
            compiled.Electorate(names, sizes, broken, answers)
    with pytest.raises(ValueError, match="without a name"):
        compiled.Electorate((), sizes, bounds, answers)
    with pytest.raises(ValueError, match="elements of 4 bytes where 8 are expected"):
        compiled.Electorate(names, array("f", [1.0]), bounds, answers)
    unheard_of = array("I", [0, 1]).tobytes()
    with pytest.raises(IndexError):
        examples.votes([(1.0, unheard_of)], 3, 0.3)
    with pytest.raises(IndexError):
        examples.count(unheard_of, np.ones(1, np.bool_))
    with pytest.raises(ValueError, match="2 where 1 are expected"):
        examples.count(numbers, np.ones(2, np.bool_))
    assert examples.votes([(1.0, numbers)], -1, 0.3) == {}
