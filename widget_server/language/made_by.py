"""What an index was made by: our analysis, and the libraries whose rules and dictionaries it applies."""

from functools import cache
from importlib.metadata import version
from types import MappingProxyType
from typing import Final

from widget_server.language.terms import ANALYSIS_VERSION

#: A newer one may find another stem or lemma for a word.
_LIBRARIES: Final = ("PyStemmer", "simplemma")


@cache
def made_by() -> MappingProxyType[str, str]:
    """The versions by name. An index made by others is made anew, not added to."""
    return MappingProxyType({"analysis": ANALYSIS_VERSION, **{name: version(name) for name in _LIBRARIES}})
