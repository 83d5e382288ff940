"""One process of a production server: the application, made from the environment.

It imports what answering takes and no more; Whoosh, the YAML reader and the dictionaries belong to a reindex, which
gets a process of its own.
"""

import gc
import logging
from functools import partial
from typing import Final

from flask import Flask

from widget_server import settings
from widget_server.engine.generations import GenerationStore
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf
from widget_server.settings import Settings
from widget_server.web.app import create_app

#: Objects made before the youngest are looked through, and how often before the older ones are. A search makes a few
#: thousand and leaves no cycle behind; what it keeps (cards, terms) is bounded.
GARBAGE: Final = (10_000, 50, 50)


def application() -> Flask:
    """The application of one worker."""
    logging.basicConfig(level=logging.INFO, format="[%(levelname)s] %(message)s")
    app = assemble(settings.read())
    settle()
    return app


def assemble(configured: Settings) -> Flask:
    """The application that answers from what is published in the state folder."""
    service = SearchService(EditionShelf(GenerationStore(configured.state)))
    return create_app(service, configured, reindex=partial(_apart, configured))


def settle() -> None:
    """Spare the garbage collector what lives as long as the worker: modules, routes, messages.

    It looked through all of them again and again while questions were answered, which was a third of their time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)


def _apart(configured: Settings) -> str:
    """Publish in another process: here it would hold up every question for seconds, and its memory would stay.

    Raises:
        TerechtError: as `evaluation.publish` does.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  3 MB, for a worker that is asked to reindex
    from multiprocessing import get_context  # noqa: PLC0415  as above

    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_publish, configured).result()


def _publish(configured: Settings) -> str:
    from widget_server.evaluation.publish import publish  # noqa: PLC0415  only in the process that needs it

    return publish(configured).generation
