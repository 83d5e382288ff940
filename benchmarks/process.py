"""A measurement in a process of its own, which tells what it found as one JSON object."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

_HOME: Final = Path(__file__).parents[1]


def python(module: str, *arguments: object) -> Any:
    """What `python -m module arguments` tells."""
    return told(sys.executable, "-m", module, *arguments)


def told(*command: object) -> Any:
    """What `command` tells.

    Raises:
        subprocess.CalledProcessError: it failed; what it said of that was printed.
    """
    done = subprocess.run([str(part) for part in command], cwd=_HOME, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def tell(found: object) -> None:
    """What a measurement in a process of its own ends with."""
    json.dump(found, sys.stdout)
