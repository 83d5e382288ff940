"""What a question costs most: finding terms, scoring their postings, picking the best documents.

`compiled` is Cython, and C where Terecht was installed with a compiler at hand (`hatch_build.py`). Elsewhere `portable` does the same
with numpy. Both give the same hits in the same order: the tests of the engine run over both.
"""

try:
    from widget_server.engine.kernel.compiled import Postings, Scorer

    COMPILED = True
except ImportError:
    from widget_server.engine.kernel.portable import Postings, Scorer

    COMPILED = False

__all__ = ["COMPILED", "Postings", "Scorer"]
