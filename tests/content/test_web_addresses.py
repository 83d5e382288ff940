import pytest

from widget_server.content.malformed import MalformedError
from widget_server.content.web_addresses import mail, origin, website


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("info@coa.nl", "mailto:info@coa.nl"),
        ("PostbusNOO@minjenv.nl", "mailto:PostbusNOO@minjenv.nl"),
        ("info@loketoekraïnepsh.nl", "mailto:info@xn--loketoekranepsh-bqb.nl"),
        ("a&b=1?@example.nl", "mailto:a%26b%3D1%3F@example.nl"),
    ],
)
def test_a_mail_address_is_linked_in_ascii(typed: str, link: str) -> None:
    assert mail(typed) == link


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "info",
        "@coa.nl",
        "info@",
        "info@coa",
        "a b@coa.nl",
        "Info <info@coa.nl>",
        "a@@coa.nl",
        ".a@coa.nl",
        "info@-coa.nl",
        "info@coa..nl",
        "info@coa.nl.",
        "info@[10.0.0.1]",
        "info@10.0.0.1",
        f"info@{'a' * 64}.nl",
    ],
)
def test_a_mail_address_that_cannot_exist_is_refused(typed: str) -> None:
    with pytest.raises(MalformedError):
        mail(typed)


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("www.vrd.nl", "https://www.vrd.nl"),
        ("www.COA.nl", "https://www.coa.nl"),
        ("https://takecarebnb.org/", "https://takecarebnb.org/"),
        ("http://example.nl", "http://example.nl"),
        ("www.example.nl:8080/a", "https://www.example.nl:8080/a"),
        ("www.example.nl:443/a", "https://www.example.nl/a"),
    ],
)
def test_a_web_address_without_scheme_gets_https(typed: str, link: str) -> None:
    assert website(typed) == link


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("www.loketoekraïnepsh.nl", "https://www.xn--loketoekranepsh-bqb.nl"),
        ("www.rijksoverheid.nl/opvang-oekraïne", "https://www.rijksoverheid.nl/opvang-oekra%C3%AFne"),
        ("example.nl/oekra%C3%AFne", "https://example.nl/oekra%C3%AFne"),
        ("example.nl/100%", "https://example.nl/100%25"),
        ("example.nl/?q=ï&a=b#één", "https://example.nl/?q=%C3%AF&a=b#%C3%A9%C3%A9n"),
        ('example.nl/"><script>', "https://example.nl/%22%3E%3Cscript%3E"),
        ("https://приклад.укр/шлях", "https://xn--80aikifvh.xn--j1amh/%D1%88%D0%BB%D1%8F%D1%85"),
    ],
)
def test_a_web_address_is_linked_in_ascii(typed: str, link: str) -> None:
    assert website(typed) == link


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "coa",
        "null",
        "www.coa.nl/een pagina",
        "javascript:alert(1)",
        "mailto:info@coa.nl",
        "ftp://coa.nl",
        "//coa.nl",
        "https:/coa.nl",
        "https://",
        "https://[::1",
        "https://coa.nl:99999",
        "https://user@coa.nl",
        "https://192.168.0.1/",
        "www.coa.nl\n",
        "https://coa_nl.nl",
    ],
)
def test_what_cannot_be_opened_is_refused(typed: str) -> None:
    with pytest.raises(MalformedError):
        website(typed)


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("https://www.Borger-Odoorn.nl", "https://www.borger-odoorn.nl"),
        ("https://oekraïne.nl", "https://xn--oekrane-sza.nl"),
        ("https://example.nl:443", "https://example.nl"),
        ("http://localhost:8000", "http://localhost:8000"),
    ],
)
def test_an_origin_is_kept_as_a_browser_sends_it(typed: str, sent: str) -> None:
    assert origin(typed) == sent


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "*",
        "null",
        "www.coa.nl",
        "https://coa.nl/",
        "https://coa.nl/a",
        "https://coa.nl?",
        "https://*.coa.nl",
    ],
)
def test_what_no_browser_sends_as_origin_is_refused(typed: str) -> None:
    with pytest.raises(MalformedError):
        origin(typed)
