from dataclasses import fields
from pathlib import Path

import pytest

from widget_server import resources
from widget_server.errors import SettingsError
from widget_server.settings import TABLE, Settings, page, read

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"


def test_an_empty_environment_gives_the_defaults() -> None:
    assert read({}) == Settings()


def test_the_table_and_the_object_hold_the_same_settings() -> None:
    assert [setting.name for setting in TABLE] == [field.name for field in fields(Settings)]


def test_every_setting_is_read_from_its_variable() -> None:
    environment = {
        "TERECHT_CONTENT": "/content",
        "TERECHT_STATE": "/state",
        "TERECHT_CACHE": "/cache",
        "TERECHT_HOST": "0.0.0.0",  # noqa: S104  never bound to
        "TERECHT_PORT": "9000",
        "TERECHT_WORKERS": "4",
        "TERECHT_PUBLIC_URL": "https://terecht.example",
        "TERECHT_REINDEX_TOKEN": "secret",
        "TERECHT_SECURITY_CONTACT": "mailto:lek@terecht.example",
    }
    assert set(environment) == {setting.variable for setting in TABLE}
    assert read(environment) == Settings(
        content=Path("/content"),
        state=Path("/state"),
        cache=Path("/cache"),
        host="0.0.0.0",  # noqa: S104  as above
        port=9000,
        workers=4,
        public_url="https://terecht.example",
        reindex_token="secret",  # noqa: S106  nobody's
        security_contact="mailto:lek@terecht.example",
    )


def test_an_empty_variable_counts_as_not_given() -> None:
    assert read({setting.variable: "" for setting in TABLE} | {"PORT": ""}) == Settings()
    assert read({}).content == resources.CONTENT


def test_the_cache_lies_in_the_state_folder_unless_it_is_given() -> None:
    assert read({"TERECHT_STATE": "/state"}).cache == Path("/state/cache")
    assert read({"TERECHT_STATE": "/state", "TERECHT_CACHE": "/cache"}).cache == Path("/cache")


@pytest.mark.parametrize(
    ("environment", "port"),
    [
        ({"PORT": "9000"}, 9000),
        ({"PORT": "9000", "TERECHT_PORT": "9001"}, 9001),
        ({"PORT": "9000", "TERECHT_PORT": ""}, 9000),
        ({"PORT": "", "TERECHT_PORT": "9001"}, 9001),
        ({"TERECHT_PORT": "1"}, 1),
        ({"TERECHT_PORT": "65535"}, 65535),
    ],
)
def test_port_is_read_under_the_name_that_hosts_use_as_well(environment: dict[str, str], port: int) -> None:
    assert read(environment).port == port


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("TERECHT_PORT", "0", "TERECHT_PORT is '0'; it takes a number from 1 to 65535"),
        ("TERECHT_PORT", "65536", "TERECHT_PORT is '65536'; it takes a number from 1 to 65535"),
        ("TERECHT_PORT", "http", "TERECHT_PORT is 'http'; it takes a number from 1 to 65535"),
        ("PORT", "8000.5", "PORT is '8000.5'; it takes a number from 1 to 65535"),
        (
            "TERECHT_PUBLIC_URL",
            "terecht.example",
            "TERECHT_PUBLIC_URL is 'terecht.example'; it takes a whole address without a path, like https://terecht.example",
        ),
        (
            "TERECHT_SECURITY_CONTACT",
            "lek@terecht.example",
            "TERECHT_SECURITY_CONTACT is 'lek@terecht.example'; it takes mailto: and a mail address, or the https: address of a page",
        ),
        ("TERECHT_WORKERS", "0", "TERECHT_WORKERS is '0'; it takes a number from 1"),
        ("TERECHT_WORKERS", "many", "TERECHT_WORKERS is 'many'; it takes a number from 1"),
    ],
)
def test_a_bad_value_says_what_was_given_and_what_is_taken(variable: str, value: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read({variable: value})
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("environment", "variable"),
    [
        ({"PORT": "x"}, "PORT"),
        ({"PORT": "9000", "TERECHT_PORT": "x"}, "TERECHT_PORT"),
        ({"PORT": "x", "TERECHT_PORT": ""}, "PORT"),
    ],
)
def test_a_bad_value_is_told_under_the_name_that_it_was_given_by(
    environment: dict[str, str], variable: str
) -> None:
    with pytest.raises(SettingsError, match=f"^{variable} is 'x'"):
        read(environment)


@pytest.mark.parametrize(
    "url",
    [
        "https://terecht.example",
        "http://localhost:8000",
        "http://[::1]:8000/",
        "https://terecht.oekraïne.example",
    ],
)
def test_the_public_url_is_a_whole_address(url: str) -> None:
    assert read({"TERECHT_PUBLIC_URL": url}).public_url == url


@pytest.mark.parametrize(
    "url",
    [
        "terecht.example",
        "//terecht.example",
        "ftp://terecht.example",
        "HTTPS://terecht.example",
        "https://",
        "https:///zoek",
        "https://terecht.example/zoek",
        "https://https://terecht.example",
        "https://beheer:geheim@terecht.example",
        "https://terecht.example:http",
        "https://terecht.example:0",
        "https://terecht.example:99999",
        "https://terecht.example/?lang=nl",
        "https://terecht.example/#zoek",
        "https://terecht.example/een twee",
        "https://terecht.example/\n",
        "https://terecht.example\n",
        "http://[",
        "http://[::1",
        "http://[:::]",
        " ",
    ],
)
def test_a_public_url_that_no_link_can_be_built_on_stops_the_start(url: str) -> None:
    with pytest.raises(SettingsError, match=r"^TERECHT_PUBLIC_URL is "):
        read({"TERECHT_PUBLIC_URL": url})


@pytest.mark.parametrize(
    "contact", ["mailto:lek@terecht.example", "https://terecht.example/lek?taal=nl#melden", ""]
)
def test_leaks_are_reported_by_mail_or_on_a_page(contact: str) -> None:
    assert read({"TERECHT_SECURITY_CONTACT": contact}).security_contact == contact


@pytest.mark.parametrize(
    "contact",
    [
        "lek@terecht.example",
        "mailto:lek",
        "mailto:lek@terecht.example\nContact: mailto:dief@elders.example",
        "https://terecht.example/\rContact: mailto:dief@elders.example",
        "https://terecht.example/\u2028",
        "http://terecht.example/lek",
        "https://[",
    ],
)
def test_a_contact_that_security_txt_cannot_hold_stops_the_start(contact: str) -> None:
    with pytest.raises(SettingsError, match=r"^TERECHT_SECURITY_CONTACT is "):
        read({"TERECHT_SECURITY_CONTACT": contact})


def test_all_bad_values_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read({"TERECHT_PORT": "x", "TERECHT_WORKERS": "y"})
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize("host", ["localhost", "127.0.0", "terecht.example"])
def test_a_name_is_no_address_to_listen_on(host: str) -> None:
    with pytest.raises(SettingsError, match=r"it takes an IP address, like 127\.0\.0\.1 or ::"):
        read({"TERECHT_HOST": host})


@pytest.mark.parametrize("token", ["geheim\n", "ge heim", "geheim wörd"])
def test_a_token_that_no_header_can_carry_stops_the_start_and_is_not_shown(token: str) -> None:
    with pytest.raises(SettingsError, match=r"^TERECHT_REINDEX_TOKEN holds something else") as caught:
        read({"TERECHT_REINDEX_TOKEN": token})
    assert "heim" not in str(caught.value)


def test_the_secret_is_not_shown_with_the_settings() -> None:
    assert "geheim" not in repr(read({"TERECHT_REINDEX_TOKEN": "geheim"}))


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),  # noqa: S104  compared with
        ("::", "http://127.0.0.1:8000"),
        ("::1", "http://[::1]:8000"),
    ],
)
def test_the_address_can_be_browsed_to(host: str, address: str) -> None:
    assert Settings(host=host).address == address


def test_the_page_of_settings_is_what_the_table_says() -> None:
    assert PAGE.read_text() == page(), "write it anew: python -m widget_server.settings > docs/settings.md"


def test_the_page_names_no_folder_of_this_machine() -> None:
    assert str(Path.cwd()) not in page()
