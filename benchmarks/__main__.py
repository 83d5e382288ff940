"""`python -m benchmarks [relevance|speed|service|reindex|http|documents] [--entries N]`: without a part, all in small sizes."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

_EVAL: Final = Path("../shared/eval")


def _call(module: str, *arguments: Any) -> None:
    # Imported when asked for: each part needs packages that another does not.
    import_module(f"benchmarks.{module}").run(*arguments)


_PARTS: Final[dict[str, Callable[[argparse.Namespace], None]]] = {
    "relevance": lambda given: _call("relevance", given.eval),
    "speed": lambda given: _call("speed", given.entries or [200, 2_000]),
    "service": lambda given: _call("service", (given.entries or [2_000])[0], given.municipalities),
    "reindex": lambda given: _call("reindexing", (given.entries or [2_000])[0]),
    "http": lambda given: _call("serving", (given.entries or [300])[0]),
    "documents": lambda _: _call("documents"),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(_PARTS))
    parser.add_argument(
        "--entries", type=int, action="append", help="size of the corpus; speed takes several"
    )
    parser.add_argument(
        "--municipalities", type=int, default=35, help="for `service`; 350 take minutes to index"
    )
    parser.add_argument("--eval", type=Path, default=_EVAL, help="folder with the sets for `relevance`")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(_PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(_PARTS)}")
    for part in given.parts or _PARTS:
        _PARTS[part](given)


if __name__ == "__main__":
    main()
