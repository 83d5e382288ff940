"""While only this machine reaches the server, a webmaster tries things out: any page of this machine may then take part."""

from typing import Final
from urllib.parse import urlsplit

from widget_server.settings import Settings

_LOOPBACK_HOSTS: Final = {"127.0.0.1", "localhost", "::1"}

#: The origin of any page on the reader's own machine, whatever its port, as a regular expression.
LOOPBACK_ORIGIN: Final = r"^https?://(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?\Z"


def is_for_development(settings: Settings) -> bool:
    """Whether only this machine reaches a server with these `settings`."""
    host = urlsplit(settings.public_url).hostname if settings.public_url else settings.host
    return host in _LOOPBACK_HOSTS
