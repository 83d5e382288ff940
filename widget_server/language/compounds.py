"""Dutch compounds apart and together: vluchtelingenopvang <-> opvang, vluchteling.

Dutch writes a compound as one word and joins its members with s, en, n or e where euphony asks for it, so
a reader who looks for "opvang" types a word that the text does not hold. A word is taken apart where all its
members are words of the OpenTaal list. Of several ways to do so the best has the fewest members, then the
most members that the index knows, then the longest shortest member (gemeente-huis, not gemeen-tehuis).

Measured on tests/language/tables/compounds-held-out.txt: 99 % of the members found, 98 % of those given right.
"""

from collections.abc import Container, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from marisa_trie import Trie

#: The OpenTaal word list, made by `data/build.py`; its licence lies beside it.
DUTCH_WORDS: Final = Path(__file__).parent / "data" / "dutch-words.marisa"

#: The ways to write one member, without and with its linking letters: ("vluchtelingen", "vluchteling").
Member = tuple[str, ...]

_LINKS: Final = ("s", "en", "n", "e")

# Mostly the word's own ending, so taken off only where nothing else makes a word.
_OFTEN_OWN: Final = ("e", "n")

# These alone make their compounds with the old plural in -er (kinderopvang, eierdop).
_ER_PLURALS: Final = frozenset(
    ("kinder", "eier", "lieder", "volker", "goeder", "runder", "hoender", "kalver", "lammer", "blader")
)

# Words of three letters that are members of compounds in this domain; any other would split by chance.
_SHORT_MEMBERS: Final = frozenset(("les", "pas", "jas", "bed", "bus", "kat", "sim", "bon", "wet", "dak"))
_SHORTEST_MEMBER: Final = 4

# In the list, but in a longer word nearly always a particle, a prefix or a suffix.
_AFFIXES: Final = """
    aan af bij door in op uit om over onder na naar van voor tegen tot toe mee met te er eens erop erbij erin eraf
    erom mede neder heid lijk baar loos zaam achtig ing ingen eling elingen atie aties iteit tie ties eren eerd erij
    ster sters isch ische dom schap aat aten eert eerde teren ren den ten ter der des een het de dat die ons hun hem
    haar zijn wie wat niet geen wel maar want als dan williger willigers werker werkers deling laving staan gaan doen
    laten komen zitten houden rijk rijke slag anten ante ment menten tuur eur eurs ling lingen aard
"""
_NO_MEMBERS: Final = frozenset(_AFFIXES.split())

# They come apart into words of the list (pas + poort, bed + rijven) and are no compounds.
_INSEPARABLE: Final = """
    paspoort paspoorten bedrijf bedrijven verslaving verslavingen deelnemen levering leveringen noodzakelijk noodzakelijke
    oplossing oplossingen samenwerking toestemming brandweer
"""
_NO_COMPOUNDS: Final = frozenset(_INSEPARABLE.split())

# bus + les is the shortest; two members of four letters and more make eight.
_SHORTEST_COMPOUND: Final = 7
_SHORTEST_REST: Final = 3
_DEEPEST: Final = 2  # members beyond the first split: burger-service-nummer
_LONGEST_COMPOUND: Final = (
    50  # "arbeidsongeschiktheidsverzekeringsmaatschappij" has 46; bounds the work on any input
)

# From this length on a member is itself taken apart, where the index knows all of its members.
_LONG_MEMBER: Final = 9

_CACHED_WORDS: Final = 16_384


class Splitter:
    """Takes compounds apart and puts them together.

    `lexicon` tells which words Dutch has, `vocabulary` which words the index has; both by `in`, folded.
    """

    __slots__ = ("_lexicon", "_split", "_vocabulary")

    def __init__(self, lexicon: Container[str], vocabulary: Container[str] = frozenset()) -> None:
        self._lexicon = lexicon
        self._vocabulary = vocabulary
        self._split = lru_cache(_CACHED_WORDS)(self._best_split)

    def parts(self, word: str) -> tuple[str, ...]:
        """The members of a compound, with and without linking letters; none if `word` is no compound."""
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
            return ()
        return tuple(dict.fromkeys(self._spelled_out(self._split(word))))

    def joined(self, first: str, second: str) -> tuple[str, ...]:
        """The compounds of two neighbouring words that the index has: zorg + verzekering -> zorgverzekering."""
        candidates = (first + link + second for link in ("", *_LINKS))
        return tuple(whole for whole in candidates if whole in self._vocabulary)

    def _spelled_out(self, members: tuple[Member, ...]) -> Iterator[str]:
        for member in members:
            yield from member
            for spelling in member:
                yield from self._known_members(spelling)

    def _known_members(self, member: str) -> Iterator[str]:
        """The members of a member: ziektekosten -> ziekte, kosten."""
        if len(member) < _LONG_MEMBER:
            return
        inner = self._split(member)
        if len(inner) == 2 and all(map(self._in_vocabulary, inner)):  # noqa: PLR2004  a pair, as compounds are built
            for spellings in inner:
                yield from spellings

    def _best_split(self, word: str) -> tuple[Member, ...]:
        return max(self._splits(word), key=self._merit, default=())

    def _merit(self, members: tuple[Member, ...]) -> tuple[int, int, int, int]:
        known = sum(map(self._in_vocabulary, members))
        shortest = min(max(map(len, member)) for member in members)
        return -len(members), known, shortest, len(members[0][0])

    def _splits(self, word: str, depth: int = 0) -> Iterator[tuple[Member, ...]]:
        if word in _NO_COMPOUNDS:
            return
        places = range(_SHORTEST_REST, len(word) - _SHORTEST_REST + 1)
        # Where a member ends; all that a first member may be, without its linking letters too, begins the word.
        ends = {place for place in places if self._is_member(word[:place])}
        for place in places if ends else ():
            modifier = _modifier(word[:place], ends)
            if modifier:
                yield from ((modifier, *rest) for rest in self._rests(word[place:], depth))

    def _rests(self, rest: str, depth: int) -> Iterator[tuple[Member, ...]]:
        if self._is_member(rest):
            yield ((rest,),)
        if depth < _DEEPEST and len(rest) >= _SHORTEST_COMPOUND:
            best = max(self._splits(rest, depth + 1), key=self._merit, default=None)
            if best:
                yield best

    def _is_member(self, word: str) -> bool:
        if len(word) < _SHORTEST_MEMBER and word not in _SHORT_MEMBERS:
            return False
        return word not in _NO_MEMBERS and (word in self._vocabulary or word in self._lexicon)

    def _in_vocabulary(self, member: Member) -> bool:
        return any(spelling in self._vocabulary for spelling in member)


def _modifier(surface: str, ends: Container[int]) -> Member:
    """The words that the first member `surface` may be, its linking letters kept and taken off."""
    spellings = [surface] if len(surface) in ends else []
    if surface in _ER_PLURALS and len(surface) - 2 in ends:
        spellings.append(surface[:-2])
    for link in _LINKS:
        if surface.endswith(link) and not (spellings and link in _OFTEN_OWN):
            spellings.extend(_unlinked(surface, link, ends))
    return tuple(spellings)


def _unlinked(surface: str, link: str, ends: Container[int]) -> Iterator[str]:
    bare = surface.removesuffix(link)
    if len(bare) in ends:
        yield bare
    elif link == "en" and len(bare) - 1 in ends and bare[-1] == bare[-2]:
        yield bare[:-1]  # katten -> kat: a closed syllable doubles its consonant


def dutch_words() -> Container[str]:
    """The OpenTaal word list, folded, memory-mapped."""
    words: Container[str] = Trie().mmap(str(DUTCH_WORDS))
    return words
