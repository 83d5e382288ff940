"""Every file of every layer, read on its own: what came out, before references between files are checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from widget_server.content.composer import compose
from widget_server.content.entry_cache import EntryCache
from widget_server.content.layers import MUNICIPALITY, PLACES, SOURCES, TOPICS, LayerFiles
from widget_server.content.model import NATIONAL, Synonyms
from widget_server.content.nodes import Mapping as MappingNode
from widget_server.content.nodes import Node, Scalar
from widget_server.content.readers.elsewhere import read_elsewhere
from widget_server.content.readers.entry import EntryDraft, read_entry
from widget_server.content.readers.examples import ExampleDraft, read_examples
from widget_server.content.readers.judged import JudgedDraft, read_judged
from widget_server.content.readers.labels import read_labels
from widget_server.content.readers.municipality import MunicipalityDraft, read_municipality
from widget_server.content.readers.sources import read_sources
from widget_server.content.readers.synonyms import read_synonyms
from widget_server.content.vocabulary import Register, Vocabulary
from widget_server.content.yaml_file import YamlFile
from widget_server.languages import Language

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Definition:
    """A place where a source, a topic or a place gets its name."""

    what: str
    name: Scalar
    file: YamlFile


@dataclass(frozen=True, slots=True)
class LayerDraft:
    """One layer as read. `entries` lacks those whose file is no YAML; `files` knows their ids all the same."""

    files: LayerFiles
    vocabulary: Vocabulary
    definitions: tuple[Definition, ...]
    municipality: MunicipalityDraft | None
    entries: Mapping[str, EntryDraft]
    synonyms: tuple[Synonyms, ...]
    elsewhere: Mapping[Language, tuple[str, ...]]
    examples: tuple[ExampleDraft, ...]
    judged: tuple[JudgedDraft, ...]


def read_layers(layers: Mapping[str, LayerFiles], today: date, cache: EntryCache) -> dict[str, LayerDraft]:
    """The layers by name; municipal ones are read with the names of the national one."""
    national = _LayerReader(layers[NATIONAL], today, None, cache).layer()
    others = (files for name, files in layers.items() if name != NATIONAL)
    return {NATIONAL: national} | {
        files.name: _LayerReader(files, today, national.vocabulary, cache).layer() for files in others
    }


def _read_entry(file: YamlFile, entry_id: str, vocabulary: Vocabulary) -> EntryDraft | None:
    root = compose(file)
    return read_entry(file, root, entry_id, vocabulary) if root else None


class _LayerReader:
    def __init__(
        self, files: LayerFiles, today: date, national: Vocabulary | None, cache: EntryCache
    ) -> None:
        self.cache = cache
        self.files = files
        self.today = today
        self.national = national
        self.definitions: list[Definition] = []

    def layer(self) -> LayerDraft:
        vocabulary = self._vocabulary()
        return LayerDraft(
            files=self.files,
            vocabulary=vocabulary,
            definitions=tuple(self.definitions),
            municipality=self._municipality(vocabulary),
            entries=self._entries(vocabulary),
            synonyms=self._synonyms(),
            elsewhere=self._elsewhere(),
            examples=self._examples(),
            judged=self._judged(),
        )

    def _vocabulary(self) -> Vocabulary:
        sources = self._register("source", SOURCES, lambda file, root: read_sources(file, root, self.today))
        topics = self._register("topic", TOPICS, read_labels)
        places = self._register("place", PLACES, read_labels)
        if self.national:
            sources = self.national.sources.joined(sources)
            topics = self.national.topics.joined(topics)
            places = self.national.places.joined(places)
        municipality = self.files.municipality
        return Vocabulary(
            sources=sources, topics=topics, places=places, today=self.today, municipality=municipality
        )

    def _register(
        self, what: str, name: str, read: Callable[[YamlFile, Node], dict[str, Named]]
    ) -> Register[Named]:
        """The names in one file of the layer, which only the national layer must have."""
        file = self.files.single.get(name)
        place = f"{self.files.name}/{name}"
        if file is None:
            return Register(what, (place,), {}, complete=self.national is not None)
        root = compose(file)
        if root is None:
            return Register(what, (place,), {}, complete=False)
        if isinstance(root, MappingNode):
            self.definitions += [Definition(what, key, file) for key, _ in root.pairs]
        return Register(what, (place,), read(file, root), complete=isinstance(root, MappingNode))

    def _municipality(self, vocabulary: Vocabulary) -> MunicipalityDraft | None:
        file = self.files.single.get(MUNICIPALITY)
        root = compose(file) if file else None
        if file is None or root is None:
            return None
        return read_municipality(file, root, self.files.name, vocabulary.places)

    def _entries(self, vocabulary: Vocabulary) -> dict[str, EntryDraft]:
        drafts = (
            (entry_id, self.cache.read(file, entry_id, vocabulary, _read_entry))
            for entry_id, file in self.files.entries.items()
        )
        return {entry_id: draft for entry_id, draft in drafts if draft}

    def _synonyms(self) -> tuple[Synonyms, ...]:
        roots = ((language, file, compose(file)) for language, file in self.files.synonyms.items())
        return tuple(
            group for language, file, root in roots if root for group in read_synonyms(file, root, language)
        )

    def _elsewhere(self) -> dict[Language, tuple[str, ...]]:
        roots = ((language, file, compose(file)) for language, file in self.files.elsewhere.items())
        return {language: read_elsewhere(file, root) for language, file, root in roots if root}

    def _examples(self) -> tuple[ExampleDraft, ...]:
        roots = ((language, file, compose(file)) for language, file in self.files.examples.items())
        return tuple(
            draft for language, file, root in roots if root for draft in read_examples(file, root, language)
        )

    def _judged(self) -> tuple[JudgedDraft, ...]:
        roots = ((language, file, compose(file)) for language, file in self.files.judged.items())
        return tuple(
            draft
            for language, file, root in roots
            if root
            for draft in read_judged(file, root, language, self.files.municipality)
        )
