"""How the breaks stand, kept beside the journal while the program does not run: what is counted, paused and owed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from coach.errors import DataError
from coach.files import write_atomic
from coach.i18n import _
from coach.reminders.memory import read
from coach.reminders.soundness import is_sound

FILE_NAME = "breaks.json"
#: A long day has some kilobytes; reading stops here.
MAX_BYTES = 1024 * 1024


class Kept(NamedTuple):
    """What was read: for the engine, b"" to begin anew, and a sentence for the person ('' when all was well)."""

    state: bytes
    notice: str


def load_kept(folder: Path) -> Kept:
    """Read `breaks.json` in `folder`; never raises."""
    path = folder / FILE_NAME
    try:
        with path.open("rb") as file:
            state = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Kept(b"", "")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        words = _("How breaks stood, in {path}, could not be read ({reason}), so they begin anew.")
        return Kept(b"", words.format(path=path, reason=reason))
    memory = read(state) if len(state) <= MAX_BYTES else None
    if memory is None or not is_sound(memory):
        words = _("How breaks stood, in {path}, could not be understood, so they begin anew.")
        return Kept(b"", words.format(path=path))
    return Kept(state, "")


def save_kept(folder: Path, state: bytes) -> None:
    """Write it atomically, readable by its owner only; raises `DataError` when that fails."""
    path = folder / FILE_NAME
    try:
        write_atomic(path, state)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        words = _("How breaks stand could not be kept in {path}: {reason}. After a restart they begin anew.")
        raise DataError(words.format(path=path, reason=reason)) from error
