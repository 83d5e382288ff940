"""What turns entries into documents, as versions: an index that another recipe made is made anew, not added to."""

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from widget_server.content import codec, sentences, tags
from widget_server.indexing import documents
from widget_server.language.made_by import made_by

_DIGEST_BYTES: Final = 8


def recipe() -> dict[str, str]:
    """The versions by name: of the analysis and its libraries, and of our code that makes documents."""
    return {**made_by(), "documents": _code()}


@cache
def _code() -> str:
    """A digest of that code, so that no one has to remember to raise a version when a title is to weigh more."""
    digest = blake2b(digest_size=_DIGEST_BYTES)
    for module in (documents, codec, sentences, tags):
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()
