"""Document and question sets of others: the same code as in production, no special case for a set.

A set is a folder with `docs.jsonl` (`id`, `lang`, `title`, `text`) and `queries.jsonl` (`id`, `lang`, `kind`, `text`,
`relevant`: ids of documents, `split`). Each language is indexed and asked by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from widget_server.content.model import Audience, Corpus, Entry, JudgedQuestion, Kind, Municipality, Text
from widget_server.engine.generations import GenerationStore
from widget_server.errors import UnknownError
from widget_server.evaluation import json_lines
from widget_server.evaluation.json_lines import TEXT, TEXTS, Row
from widget_server.evaluation.judging import judge
from widget_server.evaluation.scorecard import Judgement, Scorecard
from widget_server.indexing.reindex import publish_corpus
from widget_server.languages import LANGUAGES, Language
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf

#: A set has no municipality; its questions are asked in this one.
SOMEWHERE: Final = "somewhere"

#: The two files of a set.
DOCUMENTS: Final = "docs.jsonl"
QUESTIONS: Final = "queries.jsonl"

#: What is read of each line. Some sets hold more.
_DOCUMENT: Final = {"id": TEXT, "lang": TEXT, "title": TEXT, "text": TEXT}
_QUESTION: Final = {"lang": TEXT, "kind": TEXT, "text": TEXT, "relevant": TEXTS}


@dataclass(frozen=True, slots=True)
class ForeignSet:
    """Documents and questions of one language."""

    language: Language
    documents: tuple[Row, ...]
    questions: tuple[Row, ...]

    def corpus(self, *, titles: bool) -> Corpus:
        """The documents as a corpus; without `titles`, where a question repeats the title."""
        place = Municipality(slug=SOMEWHERE, name=SOMEWHERE, province="", region="", organisation="")
        return Corpus(
            entries=tuple(self._entry(document, titles=titles) for document in self.documents),
            municipalities={SOMEWHERE: place},
            topics={},
            places={},
            judged=tuple(self._judged()),
        )

    def _entry(self, document: Row, *, titles: bool) -> Entry:
        text = Text(
            title=document["title"] if titles else "",
            summary="",
            body=tuple(document["text"].splitlines()),
        )
        return Entry(
            id=document["id"],
            kind=Kind.FAQ,
            texts={self.language: text},
            audience=(Audience.REFUGEE,),
            topics=(),
            sources=(),
            verified_on=date.min,
            owner="",
        )

    def _judged(self) -> Iterator[JudgedQuestion]:
        for question in self.questions:
            yield JudgedQuestion(
                query=question["text"],
                language=self.language,
                kind=question["kind"],
                expects=tuple(question["relevant"]),
                municipality=SOMEWHERE,
            )


def scores(folder: Path, *, kind: str | None, titles: bool, cache: Path) -> Scorecard:
    """The scorecard over all languages of the set in `folder`; each is indexed in a folder of its own for that.

    Raises:
        UnknownError, ContentError: as `read`; also where the set has nothing to ask.
    """
    judgements: list[Judgement] = []
    for part in read(folder, kind=kind):
        corpus = part.corpus(titles=titles)
        with TemporaryDirectory() as state:
            store = GenerationStore(Path(state))
            publish_corpus(corpus, store, cache=cache)
            judgements += judge(SearchService(EditionShelf(store)), corpus.judged).judgements
    if not judgements:
        raise UnknownError(
            f"{folder / QUESTIONS} has no question in {', '.join(LANGUAGES)} that a document of the set answers"
        )
    return Scorecard(tuple(judgements))


def read(folder: Path, *, kind: str | None = None) -> list[ForeignSet]:
    """The sets in `folder`, one a language; with `kind`, only its questions.

    Raises:
        UnknownError: there is no set in `folder`, or no question of that kind in the set.
        ContentError: lines do not hold what they should.
    """
    documents, asked = _rows(folder)
    questions = _of_kind(asked, kind)
    return [
        ForeignSet(
            language,
            tuple(d for d in documents if d["lang"] == language),
            tuple(q for q in questions if q["lang"] == language),
        )
        for language in LANGUAGES
        if any(q["lang"] == language for q in questions)
    ]


def _rows(folder: Path) -> list[list[Row]]:
    try:
        return json_lines.read({folder / DOCUMENTS: _DOCUMENT, folder / QUESTIONS: _QUESTION})
    except UnknownError as error:
        raise UnknownError(f"{error}; a set is a folder with {DOCUMENTS} and {QUESTIONS}") from error


def _of_kind(questions: list[Row], kind: str | None) -> list[Row]:
    kinds = sorted({question["kind"] for question in questions})
    if kind is not None and kind not in kinds:
        held = ", ".join(kinds) or "no questions at all"
        raise UnknownError(f"the set has no questions of kind {kind!r}; it has {held}")
    return [question for question in questions if kind in (None, question["kind"])]
