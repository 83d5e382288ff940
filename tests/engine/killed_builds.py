"""Publishes generations and dies of SIGKILL before each step on the disk in turn. Run by test_generations.

They are built "whole", or "stacked": a change laid over what was there.

For the nth try, a child process starts a build that holds the text "new" and kills itself at its nth step. What a
reader then finds is printed, a line a try: the text served before, and the one after another build that succeeds.
The last line is that of the try that outlived its build.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from widget_server.engine.document import Document
from widget_server.engine.generations import GenerationStore

# Renames and removals are what others can see; `fsync` stands before each of those that matters.
STEPS = ("fsync", "rename", "replace", "unlink", "rmdir", "link")

#: How many documents stay the same: with so many, one that changes is laid over them.
UNCHANGED = {"whole": 0, "stacked": 40}

# A killed process loses nothing that it handed to the system; only a power cut does, and that is not tried here.
os.fsync = lambda _: None


def publish(state: Path, text: str, unchanged: int) -> None:
    entry = Document(key="a", fields={"nl.word": {text: 1.0}}, payload=text.encode())
    others = [Document(key=f"b{number}", fields={}) for number in range(unchanged)]
    national = {"a": text} | dict.fromkeys((other.key for other in others), "the same")
    with GenerationStore(state).build() as build:
        build.add_layers(
            {"national": national, "own": {"a": "the same"}},
            lambda _name, keys: [document for document in (entry, *others) if document.key in keys],
        )
        build.pack()
        build.add_file("catalogue.json", text.encode())
        build.seal({"text": text})
        build.publish()


def served(state: Path) -> str:
    generation = GenerationStore(state).current()
    view = generation.view([("national", frozenset())], date(2026, 11, 21))
    assert view.get("a") == bytes(generation.files["catalogue.json"])
    return str(generation.manifest.about["text"])


def wrap_steps(before: Callable[[], None]) -> None:
    """Have `before` called at each step on the disk."""

    def wrap(step: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **options: Any) -> Any:
            before()
            return step(*args, **options)

        return wrapped

    for name in STEPS:
        setattr(os, name, wrap(getattr(os, name)))


def survives(state: Path, steps: Iterator[int], unchanged: int) -> bool:
    """Whether a process that is killed when `steps` run out gets to the end of its build."""
    child = os.fork()
    if not child:
        wrap_steps(lambda: next(steps, None) is None and os.kill(os.getpid(), signal.SIGKILL))
        publish(state, "new", unchanged)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def main(root: Path, unchanged: int) -> None:
    template = root / "template"
    for text in ("first", "second", "third", "old"):
        publish(template, text, unchanged)
    survived = False
    step = 0
    while not survived:
        state = root / str(step)
        shutil.copytree(template, state)
        survived = survives(state, iter(range(step)), unchanged)
        before = served(state)
        publish(state, "next", unchanged)
        leftovers = [*(state / "building").iterdir(), *sorted((state / "generations").iterdir())[3:]]
        sys.stdout.write(f"{before} {served(state)} {len(leftovers)}\n")
        step += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), UNCHANGED[sys.argv[2]])
