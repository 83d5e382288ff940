from widget_server.engine.cache import OVERHEAD_BYTES, Cache

ROOM_FOR_FOUR = 4 * OVERHEAD_BYTES


def test_what_was_put_is_found_and_what_was_not_is_none() -> None:
    cache = Cache()
    cache.put("a", "A", 1)
    assert (cache.get("a"), cache.get("b")) == ("A", None)


def test_what_is_used_stays_and_what_is_not_goes() -> None:
    cache = Cache(ROOM_FOR_FOUR)
    for number in range(20):
        cache.put(number, str(number), 0)
        cache.put("used", "yes", 0) if number == 0 else cache.get("used")
    assert cache.get("used") == "yes"
    assert cache.get(0) is None


def test_it_never_holds_more_than_its_limit_however_it_is_used() -> None:
    cache = Cache(ROOM_FOR_FOUR)
    for number in range(200):
        cache.put(number % 7, number, 0)
        cache.get(number % 5)
        assert len(cache._young) + len(cache._old) <= 4


def test_arrays_count_for_their_size() -> None:
    cache = Cache(2 * (OVERHEAD_BYTES + 1_000))
    for number in range(20):
        cache.put(number, bytes(1_000), 1_000)
        cache.get(number - 1)
        assert len(cache._young) + len(cache._old) <= 2
