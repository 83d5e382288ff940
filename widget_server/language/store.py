"""The lemma store: simplemma's dictionaries as memory-mapped files, made once per machine.

simplemma takes seconds and hundreds of megabytes to load its four dictionaries (2.5 million forms). A
reindex needs a few thousand of them. So they are turned, once for each version of simplemma, into
two relations a language (form -> lemmas, lemma -> forms), folded as our texts are, in a cache folder
of the machine. Their sources carry different licences (docs/decisions/0003-word-lists.md), which is
why they are made where they are used and never shipped.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from simplemma import __version__ as simplemma_version
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from widget_server.language.folding import fold
from widget_server.language.pairs import Pairs
from widget_server.languages import LANGUAGES, Language

# Raise it whenever folding changes: the store holds folded words.
_STORE_VERSION: Final = 1

# mkdtemp makes a private folder; the server may run as another user than the one who reindexes.
_FOLDER_MODE: Final = 0o755

#: Told whose dictionary is being made.
Preparing = Callable[[Language], None]


@dataclass(frozen=True, slots=True)
class LemmaStore:
    """The dictionaries of the four languages, read from their files."""

    lemmas_of: dict[Language, Pairs]
    forms_of: dict[Language, Pairs]

    @classmethod
    def open(cls, cache: Path, progress: Preparing = lambda _: None) -> Self:
        """The store in the folder `cache`; made there if this machine has none yet (some twenty seconds).

        `progress` is told each language before its dictionary is turned into files.
        """
        folder = cache / f"lemmas-{simplemma_version}-{_STORE_VERSION}"
        if not folder.is_dir():
            _make(folder, progress)
        return cls(
            {language: Pairs.open(_lemmas(folder, language)) for language in LANGUAGES},
            {language: Pairs.open(_forms(folder, language)) for language in LANGUAGES},
        )

    def lemmas(self, language: Language, form: str) -> tuple[str, ...]:
        """The lemmas of a folded form other than itself; none for a word that the dictionary lacks."""
        return self.lemmas_of[language].rights(form)

    def forms(self, language: Language, lemma: str) -> tuple[str, ...]:
        """The other forms of a folded lemma; none for a word that is no lemma."""
        return self.forms_of[language].rights(lemma)


def _make(folder: Path, progress: Preparing) -> None:
    """Write the store beside its place and move it there whole: two processes may try at once."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        for language in LANGUAGES:
            progress(language)
            _write(draft, language)
        draft.chmod(_FOLDER_MODE)
        _publish(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _publish(draft: Path, folder: Path) -> None:
    try:
        draft.rename(folder)
    except OSError:
        if not folder.is_dir():  # otherwise another process was quicker, with the same files
            raise


def _write(folder: Path, language: Language) -> None:
    pairs = list(_dictionary(language))
    Pairs.of(pairs).save(_lemmas(folder, language))
    Pairs.of((lemma, form) for form, lemma in pairs).save(_forms(folder, language))


def _dictionary(language: Language) -> Iterator[tuple[str, str]]:
    """The forms of a dictionary with their lemmas, as our texts spell them; words that are their own lemma left out."""
    factory = DefaultDictionaryFactory(cache_max_size=1)  # one of our own, so that its memory is given back
    for form, lemma in factory.get_dictionary(language).items():
        pair = _spelled(form), _spelled(lemma)
        if pair[0] != pair[1] and pair[0].isalpha() and pair[1].isalpha():
            yield pair


def _spelled(word: str) -> str:
    """A dictionary's word as a token has it: e-mailen is emailen; af_sluiten marks a separable prefix."""
    return fold(word).replace("-", "").replace("_", "")


def _lemmas(folder: Path, language: Language) -> Path:
    return folder / f"{language}.lemmas.marisa"


def _forms(folder: Path, language: Language) -> Path:
    return folder / f"{language}.forms.marisa"
