import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import widget_server
from widget_server.search.compiled import COMPILED


@pytest.mark.skipif(not COMPILED, reason="installed without a C compiler")
@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("", "True True"),
        ("engine/kernel/words.pxd", "False True"),
        ("engine/kernel/compiled.pyx", "False True"),
        ("language/kernel/sought.pxd", "True False"),
        ("language/kernel/compiled.pyx", "True False"),
    ],
)
def test_a_kernel_that_was_made_of_another_text_is_not_used(
    tmp_path: Path, changed: str, expected: str
) -> None:
    package = Path(next(iter(widget_server.__path__)))
    shutil.copytree(package, tmp_path / package.name)
    if changed:
        with (tmp_path / package.name / changed).open("a") as source:
            source.write("# changed")
    told = (
        "from widget_server.engine import kernel as one; from widget_server.language import kernel as other; "
        "print(one.COMPILED, other.COMPILED)"
    )
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert done.stdout == f"{expected}\n"
