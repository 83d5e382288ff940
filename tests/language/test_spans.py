from widget_server.language.spans import merged


def test_overlapping_and_touching_ranges_are_one() -> None:
    assert merged([(5, 9), (0, 4), (0, 9), (12, 13), (9, 11)]) == ((0, 11), (12, 13))
