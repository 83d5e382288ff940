from contextlib import suppress

from flask import Flask

from widget_server.web.translation import speak, speaking, spoken


def test_a_part_of_a_page_can_be_in_another_language(app: Flask) -> None:
    with app.app_context():
        speak("nl")
        with speaking("uk"):
            assert spoken() == "uk"
        assert spoken() == "nl"


def test_the_page_is_in_its_own_language_again_when_that_part_fails(app: Flask) -> None:
    with app.app_context():
        speak("nl")
        with suppress(ZeroDivisionError), speaking("uk"):
            raise ZeroDivisionError
        assert spoken() == "nl"
