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


def test_what_was_made_meanwhile_is_old_and_not_looked_through_at_once() -> None:
    with uncollected():
        made = [[number] for number in range(10)]
        assert not any(each is made for each in gc.get_objects(generation=2))
    assert any(each is made for each in gc.get_objects(generation=2))


def test_what_a_process_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        with uncollected():
            pass
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
