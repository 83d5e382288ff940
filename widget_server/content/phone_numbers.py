"""Phone numbers as typed -> links, by the rules of the Dutch numbering plan.

The editor's grouping is for reading and stays; libphonenumber judges the number. Its own links
and its own grouping are not used: `14 0591` would become +31 140591, which reaches nobody.
"""

import re
from typing import Final

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberType
from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

from widget_server.content.dashes import dash_for_a_hyphen
from widget_server.content.malformed import MalformedError

#: Digits, the usual grouping, and a plus in front. Letters ("0800 HELP") and two numbers in one are refused.
_PHONE: Final = re.compile(r"\+?[0-9 ().\N{NO-BREAK SPACE}-]+")

#: Numbers that a municipality is reached by: 14 and its area code, no trunk 0 and no country code before it
#: (Nummerplan telefoon- en ISDN-diensten, range 14). `+31 14 …` reaches nobody, although libraries write it.
_FOURTEEN: Final = re.compile(r"14\d{3,4}")

#: Short numbers that libphonenumber does not list for the Netherlands: suicide prevention, animals in need.
_SHORT_NUMBERS: Final = frozenset({"113", "144"})

#: 0800 and 0900 and their kin are dialled in the Netherlands only, so their link stays national.
_NATIONAL_TYPES: Final = frozenset(
    {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST},
)

_COUNTRY: Final = "NL"
_COUNTRY_CODE: Final = 31


def telephone(value: str) -> str:
    """A `tel:` link by the rules of the Dutch numbering plan.

    >>> telephone("070-44 55 888"), telephone("0900-8844"), telephone("112")
    ('tel:+31704455888', 'tel:09008844', 'tel:112')
    """
    number, digits = _parsed(value)
    if number is None:
        return f"tel:{digits}"
    if number.country_code == _COUNTRY_CODE and phonenumbers.number_type(number) in _NATIONAL_TYPES:
        return f"tel:0{phonenumbers.national_significant_number(number)}"
    return f"tel:{_international(number)}"


def whatsapp(value: str) -> str:
    """A WhatsApp link.

    >>> whatsapp("06-48158053")
    'https://wa.me/31648158053'
    """
    number, _ = _parsed(value)
    if number is None or phonenumbers.number_type(number) in _NATIONAL_TYPES:
        raise MalformedError(f"'{value}' is a number that WhatsApp cannot hold")
    return f"https://wa.me/{_international(number).removeprefix('+')}"


def _international(number: PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _parsed(value: str) -> tuple[PhoneNumber | None, str]:
    """The number and its digits; None for numbers that have no international form."""
    if not _PHONE.fullmatch(value):
        reason = dash_for_a_hyphen(value) or "is not one number in digits, spaces, hyphens and brackets"
        raise MalformedError(f"'{value}' {reason}")
    digits = re.sub(r"\D", "", value)
    try:
        number = phonenumbers.parse(value, _COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise MalformedError(f"'{value}' is no phone number") from error
    if digits in _SHORT_NUMBERS or is_valid_short_number_for_region(number, _COUNTRY):
        return None, _only_national(value, digits)
    if not phonenumbers.is_valid_number(number):
        raise MalformedError(f"'{value}' is no number that exists in the numbering plan")
    if (
        _FOURTEEN.fullmatch(phonenumbers.national_significant_number(number))
        and number.country_code == _COUNTRY_CODE
    ):
        return None, _only_national(value, digits)
    return number, digits


def _only_national(value: str, digits: str) -> str:
    if digits.startswith("0") or value.startswith("+"):
        raise MalformedError(f"'{value}' cannot be dialled with a 0 or a country code before it")
    return digits
