"""What a question costs most in words: marking those that matched, and the votes of the examples that are like it.

`compiled` is Cython, `portable` does the same without a compiler, as in `engine.kernel`.
"""

from pathlib import Path

from widget_server.kernels import digest

try:
    from widget_server.language.kernel.compiled import SOURCE, Electorate, Sought, Wording
except ImportError:
    SOURCE = -1  # the digest of nothing

#: Whether questions are read at full speed: what was compiled is not used once its text has changed.
COMPILED = digest(Path(__file__).parent) == SOURCE

if not COMPILED:
    from widget_server.language.kernel.portable import Electorate, Sought, Wording

__all__ = ["COMPILED", "Electorate", "Sought", "Wording"]
