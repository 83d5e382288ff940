"""The main job of an editor's day: YAML -> validated -> indexed beside -> judged -> published.

Nothing is published, and the published generation stays as it is, when the content holds faults or a
check refuses the result.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from widget_server.content import loader
from widget_server.content.catalogue import FILE as CATALOGUE
from widget_server.content.catalogue import VERSION as CATALOGUE_VERSION
from widget_server.content.catalogue import Catalogue
from widget_server.content.deadlines import Deadline, deadlines
from widget_server.content.model import NATIONAL, Corpus
from widget_server.engine.build import Build
from widget_server.engine.document import Document
from widget_server.engine.generation import Generation
from widget_server.engine.generations import GenerationStore
from widget_server.engine.progress import Progress, silent
from widget_server.errors import IndexMissingError
from widget_server.indexing.derived import derivation
from widget_server.indexing.garbage import uncollected
from widget_server.indexing.layer import Layer
from widget_server.indexing.recipe import recipe
from widget_server.indexing.vocabulary import vocabulary
from widget_server.language import guidance
from widget_server.language.guidance import FOLDER as GUIDANCE
from widget_server.language.linguist import BASE, Linguist
from widget_server.language.linguist import FOLDER as LANGUAGE
from widget_server.language.store import LemmaStore

#: Looks at a generation before it is published, with the corpus it was made of; raises to refuse it.
Check = Callable[[Generation, Corpus], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a reindex did. `changed` is False when the content was indexed already; `shown` entries are not over."""

    generation: str
    entries: int
    shown: int
    municipalities: int
    deadlines: tuple[Deadline, ...]
    changed: bool


@uncollected()
def reindex(  # noqa: PLR0913  six of them by name, each a choice of the caller
    content: Path,
    store: GenerationStore,
    *,
    cache: Path,
    today: date,
    checks: Sequence[Check] = (),
    progress: Progress = silent,
    only_if_stale: bool = False,
) -> Published:
    """Publish the content of a folder as a new generation. `cache` keeps what outlives a reindex.

    Raises:
        ContentError: the content holds faults.
        IndexBusyError: another reindex is running.
        RelevanceError: a check refused the result.
        StateError: the state folder or the cache cannot be written.
    """
    progress("Reading", 0, 1)
    if only_if_stale:
        corpus = loader.load(content, today=today, cache=cache)
        if current := _up_to_date(store, corpus):
            return _report(current, corpus, today, changed=False)
    with store.build() as build:
        # Not before it holds the lock: what was read before another one published would be older than that.
        corpus = loader.load(content, today=today, cache=cache)
        published = _publish(build, corpus, cache=cache, checks=checks, progress=progress)
        return _report(published, corpus, today, changed=True)


@uncollected()
def publish_corpus(
    corpus: Corpus,
    store: GenerationStore,
    *,
    cache: Path,
    checks: Sequence[Check] = (),
    progress: Progress = silent,
) -> str:
    """Publish `corpus` as a new generation; its id. See `reindex` for the rest."""
    with store.build() as build:
        return _publish(build, corpus, cache=cache, checks=checks, progress=progress)


def _publish(
    build: Build, corpus: Corpus, *, cache: Path, checks: Sequence[Check], progress: Progress
) -> str:
    layers = {name: Layer.of(corpus, name) for name in (NATIONAL, *corpus.municipalities)}
    indexing = partial(_tell_indexing, progress)
    build.add_layers(
        {name: layer.digests() for name, layer in layers.items()},
        partial(_documents, layers, indexing),
        indexing,
    )
    progress("Looking up words", 0, 1)
    linguist = _linguist(build, corpus, _lemmas(cache, progress))
    progress("Packing", 0, 1)
    build.pack(derivation(linguist.analyzer))
    taught = _add_guidance(build, corpus, linguist)
    build.add_file(CATALOGUE, Catalogue.of(corpus).encode())
    generation = build.seal({**_about(corpus), GUIDANCE: taught})
    for done, check in enumerate(checks):
        progress("Checking", done, len(checks))
        check(generation, corpus)
    return build.publish()


def _up_to_date(store: GenerationStore, corpus: Corpus) -> str | None:
    """The id of the published generation, if readers have it, and it was made of this content and in this way."""
    try:
        served = store.open_current()
        published = store.current_id()
    except IndexMissingError:
        return None
    is_made_so = served.manifest.about.items() >= _made_of(corpus).items()
    return published if is_made_so and served.id == published else None


def _documents(
    layers: Mapping[str, Layer], progress: Progress, name: str, keys: Collection[str]
) -> list[Document]:
    """The documents of a layer that have changed."""
    progress(name, 0, len(keys))
    return layers[name].documents(keys)


def _tell_indexing(progress: Progress, name: str, done: int, total: int) -> None:
    progress(f"Indexing {name}", done, total)


def _lemmas(cache: Path, progress: Progress) -> LemmaStore:
    return LemmaStore.open(cache, lambda language: progress(f"Preparing the dictionary ({language})", 0, 1))


def _linguist(build: Build, corpus: Corpus, store: LemmaStore) -> Linguist:
    """The linguist for all words of the layers, or for those in their deltas laid over the one before."""
    folder = build.folder / LANGUAGE
    folder.mkdir()
    if build.stacked and build.take_over(f"{LANGUAGE}/{BASE}"):
        return Linguist.extend(vocabulary(build.delta_terms, corpus), folder, store)
    return Linguist.build(vocabulary(build.terms, corpus), folder, store)


def _add_guidance(build: Build, corpus: Corpus, linguist: Linguist) -> str:
    """Add what the editors' lists teach, from the generation before if they are the same; its name in `GUIDANCE`."""
    (build.folder / GUIDANCE).mkdir()
    name = guidance.digest(corpus)
    place = f"{GUIDANCE}/{name}"
    if not (build.stacked and build.take_over(place)):
        (build.folder / place).mkdir()
        guidance.save(corpus, linguist.analyzer, build.folder / place)
    return name


def _made_of(corpus: Corpus) -> dict[str, str]:
    """What a generation that has the same need not be made anew for."""
    return {**recipe(), "catalogue": CATALOGUE_VERSION, "content": corpus.digest}


def _about(corpus: Corpus) -> dict[str, object]:
    """What the manifest tells of this generation."""
    return {
        **_made_of(corpus),
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "entries": len(corpus.entries),
        "municipalities": len(corpus.municipalities),
    }


def _report(generation: str, corpus: Corpus, today: date, *, changed: bool) -> Published:
    return Published(
        generation=generation,
        entries=len(corpus.entries),
        shown=corpus.shown(today),
        municipalities=len(corpus.municipalities),
        deadlines=deadlines(corpus, today=today),
        changed=changed,
    )
