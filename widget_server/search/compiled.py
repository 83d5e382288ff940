"""Whether searches run at full speed: all kernels are compiled."""

from typing import Final

from widget_server.engine import kernel as of_engine
from widget_server.language import kernel as of_language

COMPILED: Final = of_engine.COMPILED and of_language.COMPILED
