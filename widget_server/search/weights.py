"""Every number that steers which answers come and in what order, with the measurement that chose it.

Measured on the editors' judged questions and on the development halves of three sets of others; how, and what else was
tried: docs/relevance.md. `terecht evaluate` shows what a change does.
"""

from typing import Final

from widget_server.search.steps import Step

# --- what a posting of each kind is worth within one reading of a word ---
WORD: Final = 0.2  # the form as typed; more than this costs on every set of others, none loses exact names
STEM: Final = 1.0  # the same word in another inflection; shared among the keys of a word
PART: Final = 0.3  # a part of a Dutch compound, or a compound that holds the word
GRAM: Final = 0.35  # one 4-gram: refines an order, never makes a hit

# --- what a reading is worth beside the others of the same word ---
OTHER_LANGUAGE: Final = 0.9  # the page's language breaks ties
KNOWN_HERE: Final = 0.7  # and once more where the page's language knows the word: "refugees" is rare, so that it tells much, in Dutch only
SYNONYM: Final = 0.6
COMPLETION: Final = 0.7  # the last word, still being typed
FURTHER_EDIT: Final = 0.4  # a word taken for one two edits away; one edit costs nothing, or the words beside it outweigh it (docs/relevance.md)

# --- what a word tells, by how common it is in the language at large (`language.commonness`) ---
TELLS_ALL: Final = 4.2  # up to here a word tells all that its idf says: "hond" 5.0, "logeerplek" below 3.3
TELLS_LITTLE: Final = 6.2  # from here on next to nothing: "nu" 6.4, "people" 6.2
LEAST_RARITY: Final = 0.1
RARITY_POWER: Final = 0.07  # of a word's rarity that goes into the score; into what is asked it goes whole

# --- how sure it is that a word means what it was taken for ---
CERTAINTY: Final = {
    Step.EXACT: 1.0,
    Step.KEYS: 1.0,
    Step.COMPOUND: 1.0,  # times the share of its parts that exist
    Step.SYNONYM: 0.9,
    Step.PREFIX: 0.8,
    Step.LAYOUT: 1.0,
    Step.TRANSLITERATION: 1.0,
    Step.SPELLING: 1.0,
    Step.TYPO: 1.0,
    Step.UNKNOWN: 0.0,
}
LOST_BY_EDIT: Final = 0.2

# --- what is an answer at all ---
LEAST_UNDERSTOOD: Final = (
    0.46  # more than this part of what is asked: one of two rare words is 0.465, half a compound 0.5
)
TELLING: Final = 1.5  # information of a word that counts as one of several
ENOUGH_TELLING: Final = 2  # so many telling words make a question understood, whatever else it holds
ELSEWHERE: Final = 3.0  # what a word that belongs elsewhere asks for, in units of the rarest word; two telling words are not enough then
LEAST_MATCHED: Final = 0.15  # of what was understood; an entry below it is no answer (0.1: faq4 0.003 worse in English, 0.008 in Ukrainian)

# --- what counts over a whole entry ---
PROFESSIONAL: Final = 0.9  # professionals' answers stay out of residents' way
ASKER_POWER: Final = 0.15  # of the odds that a professional asks; 0.1 and 0.2 lost more of the examples, each asked without its fifth
MOST_LEANING: Final = 4.0  # of the logarithm of these odds; 3 lost more, 6 no less
OWN: Final = 1.1  # the municipality's own entry beats a national one of equal merit
PRECEDENTS: Final = 15  # examples that are looked at; 5 lost more, 30 and 100 no less
PRECEDENT_DOUBT: Final = (
    0.05  # how much likeness (squared, shared among the answers) counts as none; 0.02 and 0.2 lost more
)
PRECEDENT_POWER: Final = 0.4  # one example that is the question: x 3.4; fitted on examples asked without their fifth, 0.33 and 0.5 lost more (decisions/0010)
PROMOTED: Final = 10.0  # an editor's word goes before any score
