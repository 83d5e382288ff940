"""What a click on a contact fact opens. The fact itself is shown as the editor typed it."""

from typing import Final

from widget_server.content.model import Channel
from widget_server.content.phone_numbers import telephone, whatsapp
from widget_server.content.web_addresses import mail, website

#: An address and an account number open nothing: which map or bank to use is the reader's choice.
_MAKERS: Final = {
    Channel.PHONE: telephone,
    Channel.WHATSAPP: whatsapp,
    Channel.EMAIL: mail,
    Channel.WEBSITE: website,
}


def href(channel: Channel, value: str) -> str | None:
    """What a click on `value` opens; None where nothing can be opened.

    Raises:
        MalformedError: nothing can be made of the value.

    >>> href(Channel.PHONE, "14 0591"), href(Channel.ACCOUNT, "Giro 555")
    ('tel:140591', None)
    """
    make = _MAKERS.get(channel)
    return make(value) if make else None
