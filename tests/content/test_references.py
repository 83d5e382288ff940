from typing import Any

import pytest

ROOM = "national/entries/room-at-home.yaml"
BUREAU = "national/entries/room-bureau.yaml"
OWN_BUREAU = "zilverdam/entries/room-bureau.yaml"
ZILVERDAM = "zilverdam/municipality.yaml"
MANY = ["housing", "animals", *(f"topic-{number}" for number in range(15))]
HELPLINE = "national/entries/helpline.yaml"


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (ROOM, "room-bureau/phone", "room-buro", "7:11 dead-reference"),
        (ROOM, "room-bureau/phone", "room-bureau/fax", "7:11 no-contact-point"),
        (ROOM, "room-bureau/phone", "room-bureau/", "7:11 no-contact-point"),
        (ROOM, "room-bureau/phone", "dog", "7:11 not-an-organisation"),
        (
            ROOM,
            "room-bureau/phone",
            "gemeente-zilverdam",
            "7:11 dead-reference",
        ),  # only known in one municipality
        (ROOM, "municipality/phone", "municipality/mail", "7:30 no-contact-point"),
        (ROOM, "[housing]", "[houses]", "3:10 dead-reference"),
        (ROOM, "[handbook]", "[handboek]", "4:11 dead-reference"),
        (BUREAU, "regions: [zeeland]", "regions: [zeland]", "18:15 dead-reference"),
        (
            "national/entries/zeeland-only.yaml",
            "regions: [zeeland]",
            "regions: [zilverdam]",
            "8:11 dead-reference",
        ),
        (ZILVERDAM, "hide: [dog]", "hide: [dogs]", "6:8 dead-reference"),
        (ZILVERDAM, "hide: [dog]", "hide: [gemeente-zilverdam]", "6:8 dead-reference"),
        (ZILVERDAM, "province: drenthe", "province: drente", "2:11 dead-reference"),
        (ZILVERDAM, "organisation: gemeente-zilverdam", "organisation: gemeente", "4:15 dead-reference"),
        (ZILVERDAM, "organisation: gemeente-zilverdam", "organisation: dog", "4:15 not-an-organisation"),
        (
            "national/judged/nl.yaml",
            "municipality: zilverdam",
            "municipality: gouddam",
            "2:68 dead-reference",
        ),
        ("national/judged/nl.yaml", "expects: [room-at-home]", "expects: [room]", "1:55 dead-reference"),
        ("zilverdam/judged/nl.yaml", "[gemeente-zilverdam]", "[dog]", "1:47 dead-reference"),  # hidden here
        (
            "zilverdam/judged/nl.yaml",
            "[gemeente-zilverdam]",
            "[zeeland-only]",
            "1:47 dead-reference",
        ),  # for elsewhere
    ],
)
def test_a_reference_that_leads_nowhere_is_told(
    folder: Any, path: str, old: str, new: str, told: str
) -> None:
    folder.change(path, old, new)
    assert f"{path}:{told}" in folder.told()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ROOM, "room-bureau/phone", "room-bureau"),
        (ROOM, "municipality/phone", "municipality"),
        (ZILVERDAM, "hide: [dog]", "hide: []"),
        (ZILVERDAM, "organisation: gemeente-zilverdam", "organisation: room-bureau"),
        ("zilverdam/judged/nl.yaml", "[gemeente-zilverdam]", "[room-at-home]"),
    ],
)
def test_a_reference_that_leads_somewhere_is_accepted(folder: Any, path: str, old: str, new: str) -> None:
    folder.change(path, old, new)
    assert folder.told() == []


def test_a_dead_reference_names_what_looks_most_like_it(folder: Any) -> None:
    folder.change(ROOM, "room-bureau/phone", "room-buro/phone")
    assert [fault.hint for fault in folder.faults()] == ["did you mean room-bureau?"]


def test_a_dead_name_is_told_with_those_there_are_and_their_file(folder: Any) -> None:
    folder.change(ROOM, "[housing]", "[wonen]")
    assert [fault.hint for fault in folder.faults()] == ["national/topics.yaml has housing, animals"]
    folder.write(
        "national/topics.yaml", "".join(f"{name}: {{nl: a, en: b, uk: c, ru: d}}\n" for name in MANY)
    )
    told = [fault.hint for fault in folder.faults() if "wonen" in fault.message]
    assert told == ["the names stand in national/topics.yaml"]


def test_a_replacing_entry_must_have_what_national_answers_turn_to(folder: Any) -> None:
    folder.change(OWN_BUREAU, "  phone:\n    phone:", "  tel:\n    phone:")
    assert folder.told() == [f"{OWN_BUREAU}:8:3 no-contact-point"]


def test_a_faq_cannot_replace_an_organisation_that_national_answers_turn_to(folder: Any) -> None:
    folder.change(OWN_BUREAU, "kind: organisation", "kind: faq")
    folder.change(OWN_BUREAU, "contacts:\n  phone:\n    phone: 0592-26 66 62\n", "")
    assert folder.told() == [f"{OWN_BUREAU}:1:1 not-an-organisation"]


def test_an_answer_that_a_municipality_hides_need_not_be_answerable_there(folder: Any) -> None:
    folder.change("national/entries/dog.yaml", "turn_to: [room-bureau]", "turn_to: [municipality/mail]")
    assert folder.told() == []


def test_an_answer_for_other_regions_need_not_be_answerable_here(folder: Any) -> None:
    folder.change("national/entries/zeeland-only.yaml", "regions:", "turn_to: [municipality/mail]\nregions:")
    assert folder.told() == []


def test_the_organisation_of_a_municipality_must_be_reachable(folder: Any) -> None:
    folder.change(
        "zilverdam/entries/gemeente-zilverdam.yaml", "contacts:\n  phone:\n    phone: 14 0591\n", ""
    )
    folder.change(ROOM, ", municipality/phone", "")
    assert folder.told() == [f"{ZILVERDAM}:4:15 no-contact-point"]


OWN_OFFICE = "zilverdam/entries/gemeente-zilverdam.yaml"


@pytest.mark.parametrize(
    ("path", "old", "new", "why"),
    [
        (OWN_OFFICE, "owner:", "valid_until: 2027-12-31\nowner:", "is shown until 2027-12-31"),
        (OWN_OFFICE, "owner:", "valid_until: 2026-03-31\nowner:", "is shown until 2026-03-31"),
        (ZILVERDAM, "organisation: gemeente-zilverdam", "organisation: helpline", ""),
        (ZILVERDAM, "hide: [dog]", "hide: [dog, helpline]", "stands under `hide`"),
        (HELPLINE, "owner:", "regions: [drenthe]\nowner:", ""),
        (HELPLINE, "owner:", "regions: [zeeland]\nowner:", "is not for the regions of zilverdam"),
    ],
)
def test_the_last_resort_of_each_reader_must_always_be_shown(
    folder: Any, path: str, old: str, new: str, why: str
) -> None:
    folder.write(HELPLINE, (folder.root / OWN_OFFICE).read_text())
    if path != OWN_OFFICE and "organisation" not in old:
        folder.change(ZILVERDAM, "organisation: gemeente-zilverdam", "organisation: helpline")
    folder.change(path, old, new)
    faults = folder.faults()
    assert [fault.message.partition(":")[0].split(" ", 1)[1] for fault in faults] == ([why] if why else [])
    assert all(fault.code == "dead-reference" and fault.file.endswith(ZILVERDAM) for fault in faults)


LOST = [f"{ROOM}:7:11 dead-reference"]


@pytest.mark.parametrize(
    ("turns_to", "changes", "told"),
    [
        ("[helpline]", [], []),
        ("[helpline]", [(HELPLINE, "owner:", "regions: [drenthe]\nowner:")], []),
        ("[helpline]", [(HELPLINE, "owner:", "regions: [zeeland]\nowner:")], LOST),
        ("[helpline, municipality]", [(HELPLINE, "owner:", "regions: [zeeland]\nowner:")], []),
        ("[helpline, room-bureau]", [(HELPLINE, "owner:", "regions: [zeeland]\nowner:")], []),
        ("[helpline]", [(HELPLINE, "owner:", "valid_until: 2027-12-31\nowner:")], LOST),
        (
            "[helpline]\nvalid_until: 2027-12-31",
            [(HELPLINE, "owner:", "valid_until: 2027-12-31\nowner:")],
            [],
        ),
        (
            "[helpline]\nregions: [zeeland]",
            [
                (HELPLINE, "owner:", "regions: [zeeland]\nowner:"),
                ("national/judged/nl.yaml", "expects: [room-at-home]", "expects: []"),
            ],
            [],
        ),
        (
            "[helpline]",
            [(ZILVERDAM, "hide: [dog]", "hide: [dog, helpline]")],
            [f"{ZILVERDAM}:6:13 dead-reference"],
        ),
        ("[helpline]", [(ZILVERDAM, "hide: [dog]", "hide: [dog, helpline, room-at-home]")], []),
        (
            "[helpline]",
            [
                (HELPLINE, "owner:", "regions: [zeeland]\nowner:"),
                (ZILVERDAM, "province: drenthe", "province: drente"),
            ],
            [f"{ZILVERDAM}:2:11 dead-reference"],
        ),
        (
            "[helpline]",
            [(HELPLINE, "owner:", "valid_until: vandaag\nowner:")],
            [f"{HELPLINE}:6:14 impossible-date"],
        ),
    ],
)
def test_wherever_an_answer_is_shown_one_of_those_it_turns_to_is_shown_as_long(
    folder: Any, turns_to: str, changes: list[tuple[str, str, str]], told: list[str]
) -> None:
    folder.write(HELPLINE, (folder.root / OWN_OFFICE).read_text())
    folder.change(ROOM, "[room-bureau/phone, municipality/phone]", turns_to)
    for change in changes:
        folder.change(*change)
    assert folder.told() == told


def test_a_municipality_s_own_answer_must_not_turn_to_whom_it_hides_alone(folder: Any) -> None:
    folder.write(HELPLINE, (folder.root / OWN_OFFICE).read_text())
    own = (folder.root / "national/entries/dog.yaml").read_text().replace("[room-bureau]", "[helpline]")
    folder.write("zilverdam/entries/cat.yaml", own)
    assert folder.told() == []
    folder.change(ZILVERDAM, "hide: [dog]", "hide: [dog, helpline]")
    (fault,) = folder.faults()
    assert fault.message == "'cat' turns to 'helpline', and is shown here"
    assert fault.hint == "let it turn to another as well"


def test_a_last_resort_of_which_something_could_not_be_read_is_one_fault(folder: Any) -> None:
    folder.write(HELPLINE, (folder.root / OWN_OFFICE).read_text())
    folder.change(HELPLINE, "owner:", "regions: [zeeland]\nowner:")
    folder.change(ZILVERDAM, "organisation: gemeente-zilverdam", "organisation: helpline")
    folder.change(ZILVERDAM, "province: drenthe", "province: zeelan")
    assert folder.told() == [f"{ZILVERDAM}:2:11 dead-reference"]
    folder.change(ZILVERDAM, "province: zeelan", "province: zeeland")
    folder.change(HELPLINE, "owner:", "valid_until: vandaag\nowner:")
    assert folder.told() == [f"{HELPLINE}:7:14 impossible-date"]


def test_an_example_may_lead_to_an_entry_of_any_municipality_if_it_stands_in_the_national_layer(
    folder: Any,
) -> None:
    folder.write("national/examples/nl.yaml", "waar is het raadhuis: gemeente-zilverdam, room-bureau\n")
    assert folder.told() == []
    folder.write("national/examples/nl.yaml", "waar is het raadhuis: gemeente-goudmeer\n")
    assert folder.told() == ["national/examples/nl.yaml:1:23 dead-reference"]


@pytest.mark.parametrize("query", ["ik heb een kamer", "Ik heb een kamer?", "IK HEB EEN KAMER ..."])
def test_a_judged_question_is_no_example(folder: Any, query: str) -> None:
    folder.write("national/examples/nl.yaml", f"{query}: room-at-home\n")
    assert folder.told() == ["national/examples/nl.yaml:1:1 judged-example"]
    folder.write("national/examples/en.yaml", f"{query}: room-at-home\n")
    folder.write("national/examples/nl.yaml", "iets anders: room-at-home\n")
    assert folder.told() == []


def test_a_broken_file_shows_as_one_fault_not_as_dead_references(folder: Any) -> None:
    folder.write(BUREAU, "kind: [organisation\n")
    folder.write("zilverdam/entries/gemeente-zilverdam.yaml", b"\xff")
    assert folder.told() == [
        f"{BUREAU}:2:1 syntax",
        "zilverdam/entries/gemeente-zilverdam.yaml:1:1 not-utf-8",
    ]


def test_a_broken_file_does_not_hide_the_faults_of_others(folder: Any) -> None:
    folder.write("national/sources.yaml", "handbook: [\n")
    folder.change(ROOM, "room-bureau/phone", "room-buro/phone")
    folder.change(ROOM, "kind: faq", "kind: fak")
    assert folder.told() == [
        f"{ROOM}:1:7 unknown-value",
        f"{ROOM}:7:11 dead-reference",
        "national/sources.yaml:2:1 syntax",
    ]


def test_a_topic_of_one_municipality_is_none_of_another(folder: Any) -> None:
    folder.write("zilverdam/topics.yaml", "harbour: {nl: Haven, en: Harbour, uk: Порт, ru: Порт}\n")
    folder.change(OWN_BUREAU, "topics: [housing]", "topics: [housing, harbour]")
    assert folder.told() == []
    folder.change(ROOM, "topics: [housing]", "topics: [harbour]")
    assert folder.told() == [f"{ROOM}:3:10 dead-reference"]


def test_two_municipalities_cannot_give_one_topic_two_names(folder: Any) -> None:
    folder.write("zilverdam/topics.yaml", "harbour: {nl: Haven, en: Harbour, uk: Порт, ru: Порт}\n")
    folder.write("gouddam/topics.yaml", "harbour: {nl: Kade, en: Quay, uk: Порт, ru: Порт}\n")
    own = (folder.root / ZILVERDAM).read_text().replace("gemeente-zilverdam", "room-bureau")
    folder.write("gouddam/municipality.yaml", own)
    assert folder.told() == ["zilverdam/topics.yaml:1:1 repeated-name"]
