"""What can go wrong, as one tree; each leaf knows its HTTP status and its exit code.

TerechtError
├── ContentError        the YAML holds faults; all of them are in `faults`      422   1
├── RequestError        a request breaks the contract; all `violations` at once 400   2
├── UnknownError        a municipality, an entry that does not exist            404   2
├── IndexMissingError   no generation is published yet, or none can be read     503   1
├── IndexBusyError      another reindex is running                              409   1
├── StateError          the state folder cannot be written                      500   1
├── RelevanceError      judged questions are answered worse than before         422   1
└── SettingsError       a setting holds a value that cannot be used             500   2

Errors of other libraries are translated into these at the border where they arise.
"""

from collections.abc import Sequence
from typing import ClassVar


class TerechtError(Exception):
    """The root; `str()` of any of these says what was received, and what is allowed or what to do where that helps."""

    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1


class ContentError(TerechtError):
    """The content holds faults, each with `file:line:column`; nothing was published.

    `faults` are ready to print, one text a fault, in the order of the files.
    """

    status = 422

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(faults)  # as it was given, so that it can be sent from process to process
        self.faults = tuple(faults)

    def __str__(self) -> str:
        """How many faults there are."""
        return f"{len(self.faults)} fault{'s' if len(self.faults) != 1 else ''} in the content"


class RequestError(TerechtError):
    """A request breaks the contract; `violations` maps each parameter to what is wrong with it."""

    status = 400
    exit_code = 2

    def __init__(self, violations: dict[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {reason}" for name, reason in violations.items()))
        self.violations = violations


class UnknownError(TerechtError):
    """What was asked for by name does not exist."""

    status = 404
    exit_code = 2


class IndexMissingError(TerechtError):
    """There is no published generation that this version can read."""

    status = 503


class IndexBusyError(TerechtError):
    """Another process is building a generation in the same state folder."""

    status = 409


class StateError(TerechtError):
    """Something in the state folder or the cache cannot be written: a full disk, a missing right."""


class RelevanceError(TerechtError):
    """Judged questions are answered worse than the baseline says; `losses` name what was lost."""

    status = 422

    def __init__(self, losses: Sequence[str]) -> None:
        super().__init__(losses)  # as it was given, so that it can be sent from process to process
        self.losses = tuple(losses)

    def __str__(self) -> str:
        """How many losses there are, and what can be done."""
        count = (
            f"{len(self.losses)} {'loss' if len(self.losses) == 1 else 'losses'} against the judged questions"
        )
        return f"{count}; mend the content, or accept them (docs/content.md, Judged questions)"


class SettingsError(TerechtError):
    """A setting holds a value that cannot be used."""

    exit_code = 2
