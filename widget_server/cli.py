"""The command line: each command is a few lines over a function that knows no terminal.

Exit codes: 0 fine (with notes as well), 1 faults in the content or no index, 2 wrong use.
"""

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from widget_server import settings, terminal
from widget_server.content import loader
from widget_server.content.deadlines import deadlines
from widget_server.content.model import Audience
from widget_server.engine.generations import GenerationStore
from widget_server.errors import ContentError, RelevanceError, TerechtError
from widget_server.evaluation import baseline, foreign, judging
from widget_server.evaluation.publish import publish, told
from widget_server.languages import LANGUAGES
from widget_server.search.clock import now
from widget_server.search.request import parse
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf
from widget_server.web import serve as server
from widget_server.web.prepare import prepare

P = ParamSpec("P")


@click.group()
@click.version_option(package_name="terecht")
def main() -> None:
    """Terecht: the right place to turn to, in four languages."""


def command(function: Callable[P, None]) -> click.Command:
    """Make `function` a command: our errors become a message and an exit code, never a traceback."""

    @wraps(function)
    def told_plainly(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except TerechtError as error:
            terminal.end_progress()
            _complain(error)
            sys.exit(error.exit_code)
        except OSError as error:
            if error.filename is None:  # no file's fault: a closed pipe, which click knows how to take
                raise
            terminal.end_progress()
            click.echo(f"terecht: {error.filename}: {error.strerror}", err=True)
            sys.exit(1)

    return main.command()(told_plainly)


def _complain(error: TerechtError) -> None:
    if isinstance(error, ContentError):
        click.echo("\n".join(error.faults), err=True)
    if isinstance(error, RelevanceError):
        click.echo("\n".join(error.losses), err=True)
    click.echo(f"terecht: {error}", err=True)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _service(configured: settings.Settings) -> SearchService:
    return SearchService(EditionShelf(GenerationStore(configured.state)))


@command
def validate() -> None:
    """Check the content; every fault comes with its file, line and column, and what ends soon is noted."""
    configured, today = settings.read(), now().date()
    corpus = loader.load(configured.content, today=today)
    entries = terminal.counted(len(corpus.entries), corpus.shown(today))
    click.echo(f"{entries} in {corpus.files} files: no faults")
    _print(terminal.notes(deadlines(corpus, today=today), configured.content))


@command
@click.option("--force", is_flag=True, help="Publish even when judged questions lose their answer.")
@click.option(
    "--accept-losses",
    is_flag=True,
    help="Publish, and write what is lost now into the baseline of the content.",
)
@click.option("--if-stale", is_flag=True, help="Do nothing when the content is indexed already.")
def reindex(*, force: bool, accept_losses: bool, if_stale: bool) -> None:
    """Validate the content, index it beside the published index, check it, publish it, and note what ends soon."""
    if accept_losses and (force or if_stale):
        raise click.UsageError("--accept-losses judges what it publishes; leave --force and --if-stale out")
    configured = settings.read()
    done = publish(
        configured,
        progress=terminal.progress,
        force=force,
        accept_losses=accept_losses,
        only_if_stale=if_stale,
    )
    terminal.end_progress()
    state = "published" if done.changed else "up to date"
    entries = terminal.counted(done.entries, done.shown)
    municipalities = terminal.municipalities(done.municipalities)
    click.echo(f"Generation {done.generation} {state}: {entries}, {municipalities}")
    _print(terminal.notes(done.deadlines, configured.content))


@command
def rollback() -> None:
    """Publish the generation before the current one again."""
    generation = GenerationStore(settings.read().state).rollback()
    click.echo(f"Back at generation {generation}; the next reindex goes on from the content as it is then")


@command
def serve() -> None:
    """Serve the pages, the API and the widget; indexes the content first if nothing is published.

    PORT chooses another port than 8000; docs/settings.md lists all settings (TERECHT_HOST, TERECHT_WORKERS, …).
    """
    configured = settings.read()
    prepare(configured, terminal.progress)
    terminal.end_progress()
    click.echo(f"Terecht answers on {configured.address} (stop with Ctrl+C)")
    _print(f"  {configured.address}{path:<13} {what}" for path, what in server.PLACES)
    server.take_over()


@command
@click.argument("query")
@click.option("--lang", default="nl", show_default=True, help=f"The page's language: {', '.join(LANGUAGES)}.")
@click.option("--municipality", default="", help="Its slug; needed when the server has more than one.")
@click.option("--audience", default="", help=f"Only answers for: {', '.join(Audience)}.")
@click.option("--explain", is_flag=True, help="Tell how each word was understood and what it contributed.")
def search(query: str, lang: str, municipality: str, audience: str, *, explain: bool) -> None:
    """Search as a reader would."""
    service = _service(settings.read())
    raw = {"q": query, "lang": lang, "municipality": municipality, "audience": audience}
    request = parse(raw, municipalities=service.municipalities(), topics=lambda _: ())
    _print(
        terminal.explanation(service.explain(request)) if explain else terminal.page(service.search(request))
    )


@command
@click.option("--set", "folder", type=click.Path(exists=True, path_type=Path), help="A set of others.")
@click.option("--kind", help="Only questions of this kind of a set.")
@click.option("--hide-titles", is_flag=True, help="Index the documents of a set without their titles.")
@click.option("--write-baseline", is_flag=True, help="Make the figures the baseline of the content.")
def evaluate(folder: Path | None, kind: str | None, *, hide_titles: bool, write_baseline: bool) -> None:
    """Ask the judged questions and print how well they are answered; fails where that is worse than the baseline."""
    configured = settings.read()
    if folder is None:
        if kind or hide_titles:
            raise click.UsageError("--kind and --hide-titles are for a set of others; name it with --set")
        _evaluate_content(configured, write_baseline=write_baseline)
        return
    if write_baseline:
        raise click.UsageError("a set of others has no baseline; leave --write-baseline out")
    scores = foreign.scores(folder, kind=kind, titles=not hide_titles, cache=configured.cache)
    _print(scores.table().splitlines())


def _evaluate_content(configured: settings.Settings, *, write_baseline: bool) -> None:
    today = now().date()
    corpus = loader.load(configured.content, today=today)
    edition = EditionShelf(GenerationStore(configured.state)).current()
    if edition.generation.manifest.about["content"] != corpus.digest:
        click.echo(
            "note: the content has changed since it was indexed; run `terecht reindex` to ask it as it is now",
            err=True,
        )
    scorecard = judging.judge_content(SearchService(judging.Fixed(edition)), corpus, today)
    if write_baseline:
        baseline.write(configured.content, scorecard)
    _print(scorecard.table().splitlines())
    for judgement in scorecard.losses:
        click.echo(f"lost  {told(judgement)}")
        _print(f"        {line}" for line in terminal.words(judgement.plan))
    known = baseline.read(configured.content)
    losses = [*map(told, known.regressions(scorecard)), *known.fallen(scorecard)]
    if losses:
        raise RelevanceError(losses)


if __name__ == "__main__":
    main()
