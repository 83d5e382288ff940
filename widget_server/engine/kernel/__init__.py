"""What a question costs most: finding terms, scoring their postings, picking the best documents.

`compiled` is Cython, with the files in .pxd as its parts, and C where Terecht was installed with a compiler at hand (`hatch_build.py`).
Elsewhere `portable` does the same with numpy. Both give the same hits in the same order: the tests of the engine run over both.
"""

from pathlib import Path

from widget_server.kernels import digest

try:
    from widget_server.engine.kernel.compiled import SOURCE, Postings, Scorer
except ImportError:
    SOURCE = -1  # the digest of nothing

#: Whether searches run at full speed: what was compiled is not used once its text has changed.
COMPILED = digest(Path(__file__).parent) == SOURCE

if not COMPILED:
    from widget_server.engine.kernel.portable import Postings, Scorer

__all__ = ["COMPILED", "Postings", "Scorer"]
