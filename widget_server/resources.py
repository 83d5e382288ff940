"""Where the files that travel with the code are: content, translations, the widget.

In a wheel they lie inside the package (`_data/`, see pyproject.toml), in a checkout at the top level.
"""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parent
_BUNDLED: Final = _PACKAGE / "_data"

#: The folder that holds `index_data/`, `locales/` and `static/widget/`.
ROOT: Final = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent

CONTENT: Final = ROOT / "index_data"
LOCALES: Final = ROOT / "locales"
WIDGET: Final = ROOT / "static" / "widget"
