"""GET /.well-known/security.txt: where to report a leak (RFC 9116; internet.nl asks for it on every host)."""

from datetime import timedelta
from typing import Final

from flask import Blueprint, Response

from widget_server.languages import LANGUAGES
from widget_server.web.site import site

#: RFC 9116, section 2.5.5: less than a year ahead.
_LIFE: Final = timedelta(days=180)

blueprint = Blueprint("security_txt", __name__)


@blueprint.get("/.well-known/security.txt")
def security_txt() -> Response:
    """Name the contact for reports, the address or the page that the operator set."""
    base = site().base_url
    midnight = site().clock().replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {site().settings.security_contact or f'{base}/webmasters#security'}",
        f"Expires: {(midnight + _LIFE).isoformat()}",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
        f"Canonical: {base}/.well-known/security.txt",
    ]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
