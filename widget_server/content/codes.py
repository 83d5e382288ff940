"""The closed table of what can be wrong with the content: a code, its meaning, a way to mend it.

Codes are words, so that a fault can be read without this table. `docs/problems.md` shows
each of them with an example; a test proves that page, this table and the checks complete.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Code(StrEnum):
    """What is wrong, in one or two words."""

    STRAY_FILE = "stray-file"
    BAD_NAME = "bad-name"
    MISSING_FILE = "missing-file"
    UNREADABLE_FILE = "unreadable-file"
    OUTSIDE_LINK = "outside-link"

    NOT_UTF8 = "not-utf-8"
    CONTROL_CHARACTER = "control-character"
    TAB = "tab"
    INVISIBLE_CHARACTER = "invisible-character"
    DAMAGED_CHARACTER = "damaged-character"
    BROKEN_WORD = "broken-word"
    NOT_COMPOSED = "not-composed"

    SYNTAX = "syntax"
    EMPTY_FILE = "empty-file"
    SEVERAL_DOCUMENTS = "several-documents"
    ALIAS = "alias"
    TAG = "tag"
    DUPLICATE_KEY = "duplicate-key"
    CUT_TEXT = "cut-text"

    WRONG_SHAPE = "wrong-shape"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    MISPLACED_FIELD = "misplaced-field"
    EMPTY_VALUE = "empty-value"
    UNKNOWN_VALUE = "unknown-value"
    REPEATED_VALUE = "repeated-value"
    UNKNOWN_LANGUAGE = "unknown-language"
    MISSING_TRANSLATION = "missing-translation"
    ONE_CHANNEL = "one-channel"
    LONELY_WORD = "lonely-word"
    NOT_ONE_WORD = "not-one-word"

    IMPOSSIBLE_DATE = "impossible-date"
    FUTURE_DATE = "future-date"
    IMPOSSIBLE_PERIOD = "impossible-period"
    MALFORMED_PHONE = "malformed-phone"
    MALFORMED_EMAIL = "malformed-email"
    MALFORMED_URL = "malformed-url"
    MALFORMED_ORIGIN = "malformed-origin"
    MALFORMED_HOURS = "malformed-hours"

    REPEATED_NAME = "repeated-name"
    DEAD_REFERENCE = "dead-reference"
    NOT_AN_ORGANISATION = "not-an-organisation"
    NO_CONTACT_POINT = "no-contact-point"
    JUDGED_EXAMPLE = "judged-example"


@dataclass(frozen=True, slots=True)
class Problem:
    """One row of the table: `meaning` completes "this means that …", `mend` tells an editor what to do."""

    meaning: str
    mend: str


PROBLEMS: Final = MappingProxyType(
    {
        Code.STRAY_FILE: Problem(
            "a file lies where nothing reads it, so that its content would silently be missing",
            "move it to its place, end its name in `.yaml`, or take it away",
        ),
        Code.BAD_NAME: Problem(
            "a name is not in lower-case letters, digits and single hyphens, or it is reserved",
            "use a name such as `room-at-home`",
        ),
        Code.MISSING_FILE: Problem(
            "a file that a layer cannot do without is not there",
            "add the file; its fellow of another layer shows what it holds",
        ),
        Code.UNREADABLE_FILE: Problem(
            "a file could not be read",
            "let terecht read it, or take it away",
        ),
        Code.OUTSIDE_LINK: Problem(
            "a symbolic link leads out of the content folder, where anything could be",
            "put the file itself in its place",
        ),
        Code.NOT_UTF8: Problem(
            "a file is not encoded in UTF-8",
            "save it as UTF-8 in your editor",
        ),
        Code.CONTROL_CHARACTER: Problem(
            "a character that controls a terminal or a printer stands in the text",
            "take the character away",
        ),
        Code.TAB: Problem(
            "a tab stands in the text; YAML counts spaces only",
            "replace the tab by spaces",
        ),
        Code.INVISIBLE_CHARACTER: Problem(
            "a character that nobody sees (a soft hyphen, a zero-width space) splits a word for the search",
            "take the character away",
        ),
        Code.DAMAGED_CHARACTER: Problem(
            "a character was lost when the text was copied, often from a PDF",
            "type the lost letters: `behoe\N{REPLACEMENT CHARACTER}e` was `behoefte`",
        ),
        Code.BROKEN_WORD: Problem(
            "a word is cut by a hyphen and a space or a line end, often by copying from a PDF",
            "join the word; a hyphen that belongs to it goes in the middle of a line",
        ),
        Code.NOT_COMPOSED: Problem(
            "a letter and its accent are two characters (Unicode NFC wants one), often by copying from a PDF",
            "type the letter again",
        ),
        Code.SYNTAX: Problem(
            "the file is not YAML",
            "look just before this place for a missing quote, bracket or space",
        ),
        Code.EMPTY_FILE: Problem(
            "a file holds nothing",
            "fill the file or take it away",
        ),
        Code.SEVERAL_DOCUMENTS: Problem(
            "a file holds several YAML documents, of which only the first would be read",
            "give each document its own file and take the line `---` away",
        ),
        Code.ALIAS: Problem(
            "an anchor (`&name`) or an alias (`*name`) stands for text that is elsewhere",
            "write the text out; put a text that begins with & or * in quotes",
        ),
        Code.TAG: Problem(
            "a tag (`!name`) asks for a type; every value is text here",
            "take the tag away; put a text that begins with ! in quotes",
        ),
        Code.DUPLICATE_KEY: Problem(
            "a field stands twice, and only one of the two could count",
            "keep one of the two",
        ),
        Code.CUT_TEXT: Problem(
            "a text is cut off by a # with a space before it, which begins a comment",
            "put quotes around the text; where a comment is meant, put a space after the #",
        ),
        Code.WRONG_SHAPE: Problem(
            "a list, a group of fields or a text stands where something else is expected",
            "write what the message expects: a text as `name: text`, a list as `name: [a, b]`, a group as indented lines of `name: text`",
        ),
        Code.UNKNOWN_FIELD: Problem(
            "a field has a name that nothing reads",
            "correct the name or take the field away",
        ),
        Code.MISSING_FIELD: Problem(
            "a field that must be there is not",
            "add the field",
        ),
        Code.MISPLACED_FIELD: Problem(
            "a field stands where it has no effect",
            "take the field away, or move it to where it counts",
        ),
        Code.EMPTY_VALUE: Problem(
            "a field has no value",
            "fill the value in, or take the field away if it may be left out",
        ),
        Code.UNKNOWN_VALUE: Problem(
            "a value is none of those allowed here",
            "use one of the allowed values",
        ),
        Code.REPEATED_VALUE: Problem(
            "a value stands twice in a list",
            "keep one of the two",
        ),
        Code.UNKNOWN_LANGUAGE: Problem(
            "a language is none of nl, en, uk, ru",
            "use nl, en, uk or ru; Ukrainian is uk, never ua",
        ),
        Code.MISSING_TRANSLATION: Problem(
            "a text that readers must get is missing in one of the four languages",
            "add the translation",
        ),
        Code.ONE_CHANNEL: Problem(
            "a contact point has no channel, or more than one",
            "give it exactly one of phone, whatsapp, email, website, address, account",
        ),
        Code.LONELY_WORD: Problem(
            "a group of synonyms holds fewer than two words",
            "add a word or take the group away",
        ),
        Code.NOT_ONE_WORD: Problem(
            "a phrase stands where one word must, as questions are understood word by word",
            "name one word; a phrase that people type belongs in the keywords of an entry",
        ),
        Code.IMPOSSIBLE_DATE: Problem(
            "a date does not exist or is not written as year-month-day",
            "write it as 2026-03-31",
        ),
        Code.FUTURE_DATE: Problem(
            "something that must have happened has a date in the future",
            "correct the date",
        ),
        Code.IMPOSSIBLE_PERIOD: Problem(
            "an entry was verified, or ran out, before its source was written",
            "correct the date; after checking the entry against its sources, set `verified_on` to the day you did",
        ),
        Code.MALFORMED_PHONE: Problem(
            "a phone number cannot be dialled",
            "write it with its area code, `070-44 55 888`, or from abroad with its country, `+380 44 …`",
        ),
        Code.MALFORMED_EMAIL: Problem(
            "an e-mail address cannot exist",
            "write it as `name@example.nl`, without a name or brackets around it",
        ),
        Code.MALFORMED_URL: Problem(
            "a web address cannot be opened",
            "write it as `www.example.nl/page` or `https://…`, without spaces",
        ),
        Code.MALFORMED_ORIGIN: Problem(
            "an origin is not how a browser names a site",
            "write scheme and host only, `https://www.example.nl`, without a slash at the end",
        ),
        Code.MALFORMED_HOURS: Problem(
            "opening hours are not in the syntax of OpenStreetMap, or open at no time",
            "write them as `Mo-Fr 09:00-17:00`, with `; PH off` when closed on public holidays",
        ),
        Code.REPEATED_NAME: Problem(
            "something is defined a second time, under a name that is taken",
            "use another name, or take the second definition away",
        ),
        Code.DEAD_REFERENCE: Problem(
            "a name points to something that does not exist, or that readers here do not get to see",
            "correct the name, or add what it points to",
        ),
        Code.NOT_AN_ORGANISATION: Problem(
            "a reader is sent to an entry that has no contact facts of its own",
            "point to an entry of `kind: organisation`",
        ),
        Code.NO_CONTACT_POINT: Problem(
            "a reader is sent to a contact point that the organisation does not have",
            "correct the name, or add the contact point to the organisation",
        ),
        Code.JUDGED_EXAMPLE: Problem(
            "a question is judged and an example too: it would be found by its own example, and prove nothing",
            "take one of the two away",
        ),
    },
)
