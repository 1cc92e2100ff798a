"""Expected trouble, with a sentence for the person.

A `CoachError` is the world's doing (a bad file, a full disk), never a bug: it is shown, not traced.
"""

from __future__ import annotations


class CoachError(Exception):
    """Something a person can understand and act on; `str(error)` is one plain sentence."""

    exit_code = 1


class WrongUseError(CoachError):
    """The command line was used wrongly (exit code 2)."""

    exit_code = 2


class DataError(CoachError):
    """A file or the journal holds something that cannot be used (exit code 1)."""


class NotRunningError(CoachError):
    """What was asked for only a running program can do (exit code 3)."""

    exit_code = 3
