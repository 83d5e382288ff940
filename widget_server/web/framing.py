"""Which pages may show ours in a frame: those of the municipality, as with the API's CORS."""

import re
from collections.abc import Sequence

from flask import request

from widget_server.web.development import LOOPBACK_ORIGIN, is_for_development
from widget_server.web.headers import may_be_framed_by
from widget_server.web.protocol import MunicipalityView
from widget_server.web.site import site


def open_to_frames_of(view: MunicipalityView) -> Sequence[str]:
    """Let the sites of `view` frame the answer to this request, and give their origins.

    In development a page of this machine may too. `Referer` tells its origin, which is needed as a whole:
    a message to a page must name it.
    """
    origins = [*view.origins, *_tried_out_from()]
    may_be_framed_by(origins)
    return origins


def _tried_out_from() -> Sequence[str]:
    if not is_for_development(site().settings):
        return ()
    origin = "/".join((request.referrer or "").split("/")[:3])
    return (origin,) if re.match(LOOPBACK_ORIGIN, origin) else ()
