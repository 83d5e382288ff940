"""A folder of YAML -> a `Corpus`, or all faults at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from widget_server.content.drafts import LayerDraft, read_layers
from widget_server.content.entry_cache import EntryCache
from widget_server.content.faults import Fault
from widget_server.content.folder import Folder, read_folder
from widget_server.content.layers import LayerFiles, sort_into_layers
from widget_server.content.model import NATIONAL, Corpus
from widget_server.content.references import check_references
from widget_server.errors import ContentError, SettingsError
from widget_server.languages import Language


def load(folder: Path, *, today: date, cache: Path | None = None) -> Corpus:
    """The content of `folder`, as it may be shown from `today`; `cache` is a folder for what was read before.

    Raises:
        ContentError: there are faults; all of them are in it, ready to print.
        SettingsError: `folder` is not there, or no content folder.
    """
    _refuse_other_folder(folder)
    entries = EntryCache.open(cache) if cache else EntryCache()
    corpus, faults = examine(read_folder(folder), today=today, entries=entries)
    entries.save()
    if corpus is None:
        raise ContentError([str(fault) for fault in faults])
    return corpus


def _refuse_other_folder(folder: Path) -> None:
    """In a folder that holds something else, every file would be a fault."""
    if not folder.is_dir():
        told = f"the content folder {folder.absolute()} does not exist"
    elif not (folder / NATIONAL).is_dir():
        told = f"{folder.absolute()} is no content folder: there is no folder {NATIONAL!r} in it"
    else:
        return
    raise SettingsError(f"{told}; set TERECHT_CONTENT to the one that holds the content")


def check(folder: Path, *, today: date) -> tuple[Corpus | None, tuple[Fault, ...]]:
    """The content of `folder` and no faults; or None and all faults, by file and line."""
    return examine(read_folder(folder), today=today)


def examine(
    contents: Folder, *, today: date, entries: EntryCache | None = None
) -> tuple[Corpus | None, tuple[Fault, ...]]:
    """As `check`, of files that are read already, and perhaps of `entries` that are known."""
    files, misplaced = sort_into_layers(contents)
    layers = read_layers(files, today, entries or EntryCache())
    check_references(layers)
    faults = tuple(sorted({*contents.faults, *misplaced, *_faults_in(files.values())}))
    return (None if faults else _corpus(layers, contents)), faults


def _faults_in(layers: Iterable[LayerFiles]) -> list[Fault]:
    return [fault for layer in layers for file in layer.files for fault in file.faults]


def _corpus(layers: Mapping[str, LayerDraft], contents: Folder) -> Corpus:
    drafts = layers.values()
    municipalities = [layer.municipality.municipality for layer in drafts if layer.municipality]
    return Corpus(
        entries=tuple(draft.entry for layer in drafts for draft in layer.entries.values()),
        municipalities=MappingProxyType({found.slug: found for found in municipalities}),
        topics=MappingProxyType({k: v for layer in drafts for k, v in layer.vocabulary.topics.named.items()}),
        places=MappingProxyType({k: v for layer in drafts for k, v in layer.vocabulary.places.named.items()}),
        synonyms=tuple(group for layer in drafts for group in layer.synonyms),
        elsewhere=_elsewhere(drafts),
        examples=tuple(draft.example for layer in drafts for draft in layer.examples),
        judged=tuple(draft.question for layer in drafts for draft in layer.judged),
        digest=contents.digest(),
        files=len(contents.files),
    )


def _elsewhere(layers: Iterable[LayerDraft]) -> Mapping[Language, tuple[str, ...]]:
    """The words of all layers: what one municipality does not answer, and no entry holds, no other answers either."""
    found: defaultdict[Language, dict[str, None]] = defaultdict(dict)
    for layer in layers:
        for language, words in layer.elsewhere.items():
            found[language].update(dict.fromkeys(words))
    return MappingProxyType({language: tuple(words) for language, words in found.items()})
