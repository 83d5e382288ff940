import gc

import pytest

from widget_server.indexing.garbage import uncollected


def test_garbage_is_left_alone_meanwhile_and_looked_for_again_whatever_happens() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        assert 1 / gc.isenabled()
    assert gc.isenabled()


def test_within_another_the_inner_one_ends_nothing() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
