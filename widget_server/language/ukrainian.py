"""Ukrainian: one or two stem keys, by a light stemmer of our own; no library has one that may be shipped.

It takes inflection off and leaves derivation on: житло is not to find житловий at any price. A word
cannot tell by its ending whether it is a noun or a verb (мала: "small" or "she had"), so it gets a key
for each reading that is possible:

* the nominal stem: the longest case ending off, then what the declension does to a stem undone:
  doubled consonants (навчання), fleeting vowels (притулок, притулку; біженець, біженці), and і that
  stands for о in a closed syllable (дозвіл, дозволу; ніч, ночі);
* the verbal stem: the endings of the productive classes off, down to the theme vowel
  (працювати, працюю; шукати, шукають; робити, роблять).
"""

import re
from typing import Final

_VOWELS: Final = frozenset("аеєиіїоуюя")

# Case endings of nouns and adjectives, hard and soft.
_CASES: Final = """
    ями ами ові еві єві ою ею єю ів їв ей ам ям ах ях ом ем єм ого ього ому ьому ими іми ої ьої ьою
    ій їй ий ім їм им их іх їх ію а я у ю е є и і ї о ь й
"""
_NOMINAL_ENDINGS: Final = frozenset(_CASES.split())
_LONGEST_ENDING: Final = max(map(len, _NOMINAL_ENDINGS))

_FUTURE: Final = "тиму|тимеш|тиме|тимем|тимемо|тимете|тимуть"

# The classes of regular verbs: their endings, and the theme vowel that is left of them.
_VERBAL_ENDINGS: Final = (
    (
        re.compile(
            rf"(?:[ую]ва(?:ти|в|ла|ло|ли|вши|но|{_FUTURE})|[ую](?:ю|є|єш|єм|ємо|єте|ють|й|ймо|йте|йтесь))$"
        ),
        "у",
    ),
    (re.compile(rf"[ая](?:ти|в|ла|ло|ли|вши|но|ю|є|єш|єм|ємо|єте|ють|ймо|йте|{_FUTURE})$"), "а"),
    (re.compile(r"(?<=[бпвмф])л(?:ю|ять)$"), ""),  # a labial gets л before ю and я: роблю, роблять
    (re.compile(rf"[иі](?:ти|ла|ло|ли|ть|мо|те|вши|{_FUTURE})$|ив$|иш$|[ая]ть$"), ""),
    (re.compile(r"(?:уть|ють|емо|ете|еш)$"), ""),
)

# What is left must hold a syllable and a consonant to be a stem; a shorter one only after one letter.
_SHORTEST_STEM: Final = 3

# A vowel alternates in the last syllable of short stems; in longer ones і is mostly a suffix's own.
_LONGEST_ALTERNATING: Final = 7

# Frequent words that form their stems anew; simplemma takes these forms for those of other words.
_IRREGULAR: Final = {
    form: lemma
    for lemma, forms in {
        "жити": "живу живеш живе живемо живете живуть",
        "йти": "іти іду ідеш іде ідемо ідете ідуть йду йдеш йде йдемо йдете йдуть",
        "їхати": "їду їдеш їде їдемо їдете їдуть",
        "їсти": "їм їси їсть їмо їсте їдять",
        "брати": "беру береш бере беремо берете беруть",
        "могти": "можу можеш може можемо можете можуть міг могла могли",
        "день": "дня дню днем дні днів дням днями днях",
        "дитина": "діти дітей дітям дітьми дітях",
        "рука": "руці",
        "нога": "нозі",
    }.items()
    for form in forms.split()
}


def keys(word: str) -> tuple[str, ...]:
    """The stem keys of a folded word.

    >>> keys("притулку"), keys("притулок")
    (('притулк',), ('притулк',))
    >>> keys("реєстрації") == keys("реєстрація")
    True
    """
    if len(word) < _SHORTEST_STEM:
        return (word,)
    word = _IRREGULAR.get(word, word)
    active = _without_reflexive(word)
    verbal = _verbal_stem(active)
    if verbal and active != word:
        return (verbal,)
    nominal = _nominal_stem(active)
    return (nominal, verbal) if verbal and verbal != nominal else (nominal,)


def _without_reflexive(word: str) -> str:
    long_enough = len(word) > _SHORTEST_STEM + 2
    return word[:-2] if long_enough and word.endswith(("ся", "сь")) else word


def _verbal_stem(word: str) -> str:
    for endings, theme in _VERBAL_ENDINGS:
        match = endings.search(word)
        if match and match.start() >= _SHORTEST_STEM:
            stem = word[: match.start()]
            return stem + theme if theme else _levelled(stem)
    return ""


def _nominal_stem(word: str) -> str:
    for length in range(_LONGEST_ENDING, 0, -1):
        ending = word[-length:]
        if ending in _NOMINAL_ENDINGS and len(word) - length >= _SHORTEST_STEM - (length == 1):
            return _levelled(_before_softening(word[:-length], ending))
    return _levelled(word)


def _before_softening(stem: str, ending: str) -> str:
    """The stem before г became з in front of the dative's і: допомозі -> допомог."""
    softened = ending == "і" and stem.endswith("з") and len(stem) > _SHORTEST_STEM + 1
    return stem[:-1] + "г" if softened else stem


def _levelled(stem: str) -> str:
    """The stem with the changes of the declension undone."""
    stem = stem.rstrip("ьй")
    if len(stem) <= _SHORTEST_STEM:
        return _with_open_vowel(stem)
    if stem[-1] == stem[-2]:
        stem = stem[:-1]
    if stem.endswith(("ок", "ек", "єк", "ець", "ец", "єц")):
        stem = stem[:-2] + stem[-1]
    return _with_open_vowel(_without_iotation(stem))


def _without_iotation(stem: str) -> str:
    """The stem of a noun in -ія: its genitive plural (пенсій) has lost the і to its ending."""
    return stem[:-1] if stem.endswith("і") and len(stem) > _SHORTEST_STEM + 1 else stem


def _with_open_vowel(stem: str) -> str:
    """The stem with о where і, е or є may stand for it in a closed last syllable."""
    if not _SHORTEST_STEM <= len(stem) <= _LONGEST_ALTERNATING:
        return stem
    if stem[-2] in "іеє" and stem[-1] not in _VOWELS:
        return stem[:-2] + "о" + stem[-1]
    return stem
