"""The time that opening hours, expiry and promotions are judged at."""

from datetime import datetime

from widget_server.content.hours import ZONE


def now() -> datetime:
    """This moment, in Dutch time."""
    return datetime.now(ZONE)
