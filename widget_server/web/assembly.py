"""The parts of a server, put together from the settings."""

from flask import Flask

from widget_server.engine.generations import GenerationStore
from widget_server.evaluation.publish import publish
from widget_server.search.service import SearchService
from widget_server.search.shelf import EditionShelf
from widget_server.settings import Settings
from widget_server.web.app import create_app


def assemble(settings: Settings) -> Flask:
    """The application that answers from what is published in the state folder."""
    service = SearchService(EditionShelf(GenerationStore(settings.state)))
    return create_app(service, settings, reindex=lambda: publish(settings).generation)
