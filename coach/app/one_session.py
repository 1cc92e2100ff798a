"""One session at a time in a data folder, whichever window or terminal it runs in.

Two at once would each believe the skin free for a pack, and a session that runs would look interrupted to the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.errors import DataError
from coach.i18n import _
from coach.lock import FileLock, try_lock

_SESSION_LOCK = "session.lock"
_PACKS_LOCK = "packs.lock"


def take_session(folder: Path) -> FileLock:
    """Return the right to run a session, or to settle an interrupted one, until it is released.

    Raises `DataError` while another process has it; it goes with that process, however that ends.
    """
    return _take(
        folder,
        _SESSION_LOCK,
        _("A session is running in another window or terminal with this data. Finish it there first."),
    )


def take_packs(folder: Path) -> FileLock:
    """Return the right to put heat or cold on: a session with packs has it throughout, packs that alternate while one
    is asked about or on. So there is never more than one pack. Raises `DataError` while somebody else has it.
    """
    return _take(
        folder, _PACKS_LOCK, _("Heat or cold is in use with this data: one pack at a time. Finish with that one first.")
    )


def _take(folder: Path, name: str, taken: str) -> FileLock:
    try:
        lock = try_lock(folder / name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            _("The data folder {folder} cannot be used: {reason}.").format(folder=folder, reason=reason)
        ) from error
    if lock is None:
        raise DataError(taken)
    return lock


@contextmanager
def session_of(folder: Path) -> Iterator[None]:
    """Hold the right to run a session while the block runs; raises as `take_session`."""
    lock = take_session(folder)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def packs_of_session(folder: Path) -> Iterator[None]:
    """Hold the right to put heat or cold on while the block runs; raises as `take_packs`."""
    lock = take_packs(folder)
    try:
        yield
    finally:
        lock.release()
