"""The files of a content folder -> layers, each file with its role; a file without a role is a fault.

A file that nothing reads (`room.yml`, an entry one folder too high) would be content that is
silently missing.
"""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from widget_server.content.codes import Code
from widget_server.content.faults import Fault, did_you_mean
from widget_server.content.folder import Folder, fault_of_file
from widget_server.content.model import NATIONAL, Entry
from widget_server.content.values import name_is_good
from widget_server.content.yaml_file import YamlFile
from widget_server.languages import Language, is_language

SOURCES: Final = "sources.yaml"
TOPICS: Final = "topics.yaml"
PLACES: Final = "places.yaml"
MUNICIPALITY: Final = "municipality.yaml"

#: First parts of addresses that the server itself answers; a municipality of such a name could not be reached.
TAKEN: Final = frozenset(("api", "healthz", "metrics", "oembed", "readyz", "static", "webmasters", "widget"))

_SUFFIX: Final = ".yaml"
_NATIONAL_FILES: Final = (SOURCES, TOPICS, PLACES)
_MUNICIPAL_FILES: Final = (*_NATIONAL_FILES, MUNICIPALITY)
_FOLDERS: Final = ("elsewhere", "entries", "examples", "judged", "synonyms")


@dataclass(slots=True)
class LayerFiles:
    """The files of one layer: `single` by file name, `entries` by id, the others by language."""

    name: str
    single: dict[str, YamlFile] = field(default_factory=dict)
    entries: dict[str, YamlFile] = field(default_factory=dict)
    synonyms: dict[Language, YamlFile] = field(default_factory=dict)
    elsewhere: dict[Language, YamlFile] = field(default_factory=dict)
    examples: dict[Language, YamlFile] = field(default_factory=dict)
    judged: dict[Language, YamlFile] = field(default_factory=dict)

    @property
    def municipality(self) -> str | None:
        """The slug of the municipality whose layer this is; None for the national one."""
        return None if self.name == NATIONAL else self.name

    @property
    def by_language(self) -> dict[str, dict[Language, YamlFile]]:
        """The files that there is one of for each language, by their folder."""
        return {
            "elsewhere": self.elsewhere,
            "examples": self.examples,
            "judged": self.judged,
            "synonyms": self.synonyms,
        }

    @property
    def files(self) -> list[YamlFile]:
        """Every file that has a role."""
        by_language = (file for files in self.by_language.values() for file in files.values())
        return [*self.single.values(), *self.entries.values(), *by_language]


def sort_into_layers(folder: Folder) -> tuple[dict[str, LayerFiles], list[Fault]]:
    """The layers by name, national first, and the faults of files that have no place or are not there."""
    sorting = _Sorting(folder.name)
    for path, content in folder.files.items():
        sorting.place(path, content)
    sorting.report_missing()
    return sorting.layers, sorting.faults


def entry_path(entry: Entry) -> str:
    """Where the file of `entry` lies, below the content folder."""
    return f"{entry.municipality or NATIONAL}/entries/{entry.id}{_SUFFIX}"


class _Sorting:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.layers = {NATIONAL: LayerFiles(NATIONAL)}
        self.faults: list[Fault] = []

    def place(self, path: str, content: bytes) -> None:
        """Give one file its role."""
        match path.split("/"):
            case (layer, name) if name in _files_of(layer):
                self._layer(layer).single[name] = self._file(path, content)
            case (layer, "entries", name) if name.endswith(_SUFFIX):
                entry_id = name.removesuffix(_SUFFIX)
                self._check_name(path, entry_id)
                self._layer(layer).entries[entry_id] = self._file(path, content)
            case (layer, ("elsewhere" | "examples" | "judged" | "synonyms") as role, name) if name.endswith(
                _SUFFIX
            ):
                self._place_by_language(self._layer(layer), role, path, content)
            case _:
                self._report_stray(path)

    def report_missing(self) -> None:
        """Note the files that a layer cannot do without."""
        for name in self.layers:
            for needed in _NATIONAL_FILES if name == NATIONAL else (MUNICIPALITY,):
                if needed not in self.layers[name].single:
                    self._report(f"{name}/{needed}", Code.MISSING_FILE, "is not there")

    def _layer(self, name: str) -> LayerFiles:
        if name not in self.layers:
            self.layers[name] = LayerFiles(name)
            self._check_name(name, name)
            if name in TAKEN:
                self._report(
                    name,
                    Code.BAD_NAME,
                    f"'{name}' is an address of the server itself",
                    f"call it {name}-nl",
                )
        return self.layers[name]

    def _place_by_language(self, layer: LayerFiles, role: str, path: str, content: bytes) -> None:
        language = PurePosixPath(path).stem
        if not is_language(language):
            self._report(path, Code.UNKNOWN_LANGUAGE, f"'{language}'")
            return
        layer.by_language[role][language] = self._file(path, content)

    def _file(self, path: str, content: bytes) -> YamlFile:
        return YamlFile.decoded(f"{self.folder}/{path}", content)

    def _check_name(self, path: str, name: str) -> None:
        if not name_is_good(name):
            self._report(path, Code.BAD_NAME, f"'{name}'")

    def _report_stray(self, path: str) -> None:
        parts, file = path.split("/"), PurePosixPath(path)
        if file.suffix.lower() in {".yml", _SUFFIX} and file.suffix != _SUFFIX:
            hint = f"call it {file.stem}{_SUFFIX}"
        else:
            hint = did_you_mean(parts[1], (*_MUNICIPAL_FILES, *_FOLDERS)) if len(parts) > 1 else ""
        self._report(path, Code.STRAY_FILE, "is read by nothing", hint)

    def _report(self, path: str, code: Code, message: str, hint: str = "") -> None:
        self.faults.append(fault_of_file(self.folder, path, code, message, hint))


def _files_of(layer: str) -> tuple[str, ...]:
    return _NATIONAL_FILES if layer == NATIONAL else _MUNICIPAL_FILES
