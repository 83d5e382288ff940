"""Web and mail addresses as typed -> absolute, ASCII-only links.

Unicode hosts become punycode and Unicode paths percent-encoded, as browsers do; what is shown
stays as typed. A host is only judged by its form: whether it answers is not looked up.
"""

import re
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from widget_server.content.malformed import MalformedError

#: The local part of an address without quotes (RFC 5322 section 3.2.3, dot-atom).
_LOCAL_PART: Final = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)

#: What stays as it is in a `mailto:` link (RFC 6068 section 2); the others would end the address.
_MAIL_CHARACTERS: Final = "!$'*+-._~"

#: Letters, digits and inner hyphens, with a last label that is no number (RFC 1123 section 2.1).
_LABEL: Final = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_HOST: Final = re.compile(rf"({_LABEL}\.)+(?!\d+$){_LABEL}")

#: A browser leaves these out of an origin.
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}

#: Where a webmaster tries the widget out; the only host without a dot.
_OWN_MACHINE: Final = "localhost"

#: What may stand in a path, a query or a fragment as it is (RFC 3986 section 3.3 and 3.4); quote() adds letters and digits.
_PATH_CHARACTERS: Final = "/:@!$&'()*+,;=~-._%"
_QUERY_CHARACTERS: Final = _PATH_CHARACTERS + "?"
_LONE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")


def mail(value: str) -> str:
    """A `mailto:` link, its host in ASCII.

    >>> mail("info@loketoekraïnepsh.nl")
    'mailto:info@xn--loketoekranepsh-bqb.nl'
    """
    local, at, host = value.rpartition("@")
    if not at or not _LOCAL_PART.fullmatch(local):
        raise MalformedError(f"'{value}' is no e-mail address")
    return f"mailto:{quote(local, safe=_MAIL_CHARACTERS)}@{_ascii_host(host)}"


def website(value: str) -> str:
    """An absolute http(s) URL in ASCII; without a scheme it gets https.

    >>> website("www.rijksoverheid.nl/opvang-oekraïne")
    'https://www.rijksoverheid.nl/opvang-oekra%C3%AFne'
    """
    parts = _split(value)
    path = _escaped(parts.path, _PATH_CHARACTERS)
    query = _escaped(parts.query, _QUERY_CHARACTERS)
    fragment = _escaped(parts.fragment, _QUERY_CHARACTERS)
    return parts._replace(netloc=_netloc(parts), path=path, query=query, fragment=fragment).geturl()


def origin(value: str) -> str:
    """An origin as browsers send it (RFC 6454 section 6.2).

    >>> origin("https://www.Borger-Odoorn.nl")
    'https://www.borger-odoorn.nl'
    """
    parts = _split(value) if "://" in value else None
    if parts is None or value.endswith(("?", "#")) or parts.path or parts.query or parts.fragment:
        raise MalformedError(f"'{value}' is not just a scheme and a host")
    return f"{parts.scheme}://{_netloc(parts)}"


def _split(value: str) -> SplitResult:
    if not value.isprintable() or " " in value:
        raise MalformedError(f"'{value}' holds a space")
    try:
        parts = urlsplit(value if "://" in value else f"https://{value}")
        _ = parts.port
    except ValueError as error:
        raise MalformedError(f"'{value}' is no web address") from error
    if parts.scheme not in {"http", "https"}:
        raise MalformedError(f"'{value}' begins with {parts.scheme}://, which is not http or https")
    if "@" in parts.netloc:
        raise MalformedError(f"'{value}' holds a user name")
    return parts


def _netloc(parts: SplitResult) -> str:
    host = _ascii_host(parts.hostname or "") if parts.hostname != _OWN_MACHINE else _OWN_MACHINE
    return host if parts.port in {None, _DEFAULT_PORTS[parts.scheme]} else f"{host}:{parts.port}"


def _ascii_host(host: str) -> str:
    """A host name in its ASCII form (punycode), in lower case."""
    try:
        ascii_host = host.encode("idna").decode().lower()
    except UnicodeError as error:
        raise MalformedError(f"'{host}' is no host name") from error
    if not _HOST.fullmatch(ascii_host):
        raise MalformedError(f"'{host}' is no host name")
    return ascii_host


def _escaped(text: str, safe: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", text), safe=safe)
