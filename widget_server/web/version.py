"""The two versions that a client sees: that of the package, and that of the API's contract."""

import tomllib
from importlib import metadata
from typing import Final

from widget_server import resources

#: Of the HTTP contract: major in the path (/api/v1), whole in the `API-Version` header of every response, as the
#: NLGov REST API Design Rules ask (/core/uri-version, /core/version-header).
API_VERSION: Final = "1.0.0"


def package_version() -> str:
    """The version of the installed package, or of the checkout that runs without being installed."""
    try:
        return metadata.version("terecht")
    except metadata.PackageNotFoundError:
        project = tomllib.loads((resources.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        return str(project["project"]["version"])
