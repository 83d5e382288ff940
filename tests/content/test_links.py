import pytest

from widget_server.content.links import href
from widget_server.content.model import Channel


@pytest.mark.parametrize(
    ("channel", "typed", "link"),
    [
        (Channel.PHONE, "14 0591", "tel:140591"),
        (Channel.WHATSAPP, "06-48158053", "https://wa.me/31648158053"),
        (Channel.EMAIL, "info@coa.nl", "mailto:info@coa.nl"),
        (Channel.WEBSITE, "www.coa.nl", "https://www.coa.nl"),
        (Channel.ADDRESS, "Hoofdstraat 50, Exloo", None),
        (Channel.ACCOUNT, "Giro 555", None),
    ],
)
def test_each_channel_opens_its_own_kind_of_link(channel: Channel, typed: str, link: str | None) -> None:
    assert href(channel, typed) == link
