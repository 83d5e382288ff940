from datetime import date
from typing import Any

import pytest

from widget_server.content.model import Access, Channel, Corpus, Entry, Kind, Reference

ROOM = "national/entries/room-at-home.yaml"
BUREAU = "national/entries/room-bureau.yaml"


def entry(corpus: Corpus, entry_id: str) -> Entry:
    return next(found for found in corpus.entries if found.id == entry_id and found.municipality is None)


def test_a_faq_is_read_whole(sample: Corpus) -> None:
    room = entry(sample, "room-at-home")
    assert room.kind is Kind.FAQ
    assert room.turn_to == (Reference("room-bureau", "phone"), Reference("municipality", "phone"))
    assert room.texts["nl"].body == ("Zij bellen u terug.", "Praat erover met uw huisgenoten.")
    assert room.texts["nl"].keywords == ("logeerplek", "zolder")
    assert room.texts["ru"].body == ()
    assert [source.title for source in room.sources] == ["Handboek opvang"]
    assert list(room.texts) == ["nl", "en", "uk", "ru"]


def test_an_organisation_is_read_whole(sample: Corpus) -> None:
    bureau = entry(sample, "room-bureau")
    contacts = {contact.name: contact for contact in bureau.contacts}
    assert list(contacts) == ["phone", "whatsapp", "mail", "site", "visit", "account"]
    assert contacts["phone"].value == "070-44 55 888"
    assert contacts["phone"].href == "tel:+31704455888"
    assert contacts["phone"].hours == "Mo-Fr 09:00-21:00; PH off"
    assert contacts["phone"].label["uk"] == "Гаряча лінія"
    assert contacts["mail"].value == "info@loketoekraïnepsh.nl"
    assert contacts["mail"].regions == ("zeeland",)
    assert contacts["site"].access is Access.LOGIN
    assert contacts["account"].channel is Channel.ACCOUNT
    assert contacts["account"].href is None
    assert bureau.promote is not None
    assert bureau.promote.until == date(2026, 12, 31)


def test_an_entry_is_shown_up_to_and_including_its_last_day(sample: Corpus) -> None:
    zeeland = entry(sample, "zeeland-only")
    assert zeeland.is_current(date(2026, 6, 30))
    assert not zeeland.is_current(date(2026, 7, 1))


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (ROOM, "  ru:\n", "  ua:\n", ["9:3 missing-translation", "20:3 unknown-language"]),
        (ROOM, "    title: I have a spare room\n", "", ["15:5 missing-translation"]),
        (ROOM, "title: I have a spare room", "title:", ["15:11 empty-value"]),
        (ROOM, "title: I have a spare room", "title: [a]", ["15:12 wrong-shape"]),
        (ROOM, "summary: Tell the Room Bureau about it.", 'summary: " \\n "', ["16:14 empty-value"]),
        (ROOM, "[logeerplek, zolder]", "logeerplek, zolder", ["13:15 wrong-shape"]),
        (ROOM, "[logeerplek, zolder]", "[logeerplek, {a: b}]", ["13:28 wrong-shape"]),
        (ROOM, "kind: faq", "kind: FAQ", ["1:7 unknown-value"]),
        (
            ROOM,
            "verified_on: 2026-03-01",
            "verified_on: 2026-03-01\nvalid_until: 2025-08-31",
            ["6:14 impossible-period"],
        ),
        (ROOM, "owner: redactie@example.nl", "owner: redactie", ["6:8 malformed-email"]),
        (BUREAU, "    hours: Mo-Fr 09:00-21:00; PH off", "    hours: kantooruren", ["11:12 malformed-hours"]),
        (BUREAU, "    label: {nl: Hulplijn, ", "    label: {", ["10:12 missing-translation"]),
        (BUREAU, "    address: Kerkplein 1, 1234 AB Zilverdam", "    access: public", ["23:5 one-channel"]),
        (BUREAU, "    whatsapp: 06-48158053", "    whatsapp: 14 0591", ["14:15 malformed-phone"]),
        (BUREAU, "    email: info@loketoekraïnepsh.nl", "    email: loket", ["16:12 malformed-email"]),
        (BUREAU, "    access: login", "    access: secret", ["21:13 unknown-value"]),
        (BUREAU, "  visit:", "  Visit Us:", ["22:3 bad-name"]),
        (BUREAU, "until: 2026-12-31", "until: oudjaar", ["26:72 impossible-date"]),
        (BUREAU, ", reason: every host starts here", "", ["26:10 missing-field"]),
        (
            "zilverdam/entries/room-bureau.yaml",
            "audience: [host]",
            "regions: [zeeland]\naudience: [host]",
            ["2:10 misplaced-field"],
        ),
    ],
)
def test_what_is_wrong_in_an_entry_is_told(
    folder: Any, path: str, old: str, new: str, told: list[str]
) -> None:
    folder.change(path, old, new)
    assert folder.told() == [f"{path}:{line}" for line in told]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("municipality", "[municipality]"),
        ("room-bureau/phone, municipality", "[room-bureau/phone, municipality]"),
        ("", "[a, b]"),
        ("{a: b}", "[a, b]"),
        ("'a: b'", "[a, b]"),
    ],
)
def test_what_must_be_a_list_is_shown_as_one(folder: Any, typed: str, hint: str) -> None:
    folder.change(ROOM, "[room-bureau/phone, municipality/phone]", typed)
    assert [fault.hint for fault in folder.faults()] == [f"write it as a list: {hint}"]


def test_a_paragraph_that_must_be_a_list_is_not_split_at_its_commas(folder: Any) -> None:
    folder.change(
        ROOM,
        "body: [Zij bellen u terug., Praat erover met uw huisgenoten.]",
        "body: Bel eerst, en kom dan langs.",
    )
    assert [fault.hint for fault in folder.faults()] == [
        "write it as a list: each item on a line of its own, after `- `"
    ]


def test_all_faults_of_an_entry_are_told_in_one_run(folder: Any) -> None:
    folder.write("national/entries/empty.yaml", "{}")
    assert folder.told() == ["national/entries/empty.yaml:1:1 missing-field"] * 7


@pytest.mark.parametrize("root", ["[]", "text", "- a"])
def test_a_file_that_is_no_entry_at_all_gives_one_fault(folder: Any, root: str) -> None:
    folder.write("national/entries/odd.yaml", root)
    assert folder.told() == ["national/entries/odd.yaml:1:1 wrong-shape"]


def test_a_promise_may_be_over_before_somebody_verified_it(folder: Any) -> None:
    folder.change("national/entries/zeeland-only.yaml", "valid_until: 2026-06-30", "valid_until: 2025-12-31")
    assert folder.told() == []


def test_an_entry_is_verified_after_its_newest_source_and_may_end_after_its_oldest(folder: Any) -> None:
    folder.change(
        "national/sources.yaml", "handbook:\n", "flyer: {title: F, publisher: P, date: 2022-03}\nhandbook:\n"
    )
    folder.change(ROOM, "sources: [handbook]", "sources: [flyer, handbook]")
    folder.change(ROOM, "owner:", "valid_until: 2022-03-20\nowner:")
    assert folder.told() == []
    folder.change(ROOM, "verified_on: 2026-03-01", "verified_on: 2022-03-10")
    assert folder.told() == [f"{ROOM}:5:14 impossible-period"]


@pytest.mark.parametrize(
    ("last_day", "told"), [("Jan 31", [f"{BUREAU}:11:12 malformed-hours"]), ("Mar 2", [])]
)
def test_hours_must_not_have_ended_when_somebody_verified_them(
    folder: Any, last_day: str, told: list[str]
) -> None:
    """Whatever day it is now: what was sound when it was written stays so."""
    folder.change(BUREAU, "Mo-Fr 09:00-21:00; PH off", f"2026 Jan 1-2026 {last_day} 09:00-21:00")
    assert folder.told() == told


def test_lines_of_a_folded_text_are_joined_and_a_no_break_space_stays(folder: Any) -> None:
    folder.change(
        ROOM,
        "summary: Tell the Room Bureau about it.",
        "summary: |\n      Call  14\N{NO-BREAK SPACE}0591\n      today.",
    )
    assert (
        entry(folder.corpus(), "room-at-home").texts["en"].summary == "Call 14\N{NO-BREAK SPACE}0591 today."
    )


@pytest.mark.parametrize("value", ["no", "0591", "9:30", "~"])
def test_a_value_that_yaml_would_change_stays_as_typed(folder: Any, value: str) -> None:
    folder.change(ROOM, "[logeerplek, zolder]", f"[{value}]")
    assert entry(folder.corpus(), "room-at-home").texts["nl"].keywords == (value,)
