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


def take_session(folder: Path) -> FileLock:
    """Return the right to run a session, or to settle an interrupted one, until it is released.

    Raises `DataError` while another process has it; it goes with that process, however that ends.
    """
    try:
        lock = try_lock(folder / _SESSION_LOCK)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            _("The data folder {folder} cannot be used: {reason}.").format(folder=folder, reason=reason)
        ) from error
    if lock is None:
        raise DataError(_("A session is running in another window or terminal with this data. Finish it there first."))
    return lock


@contextmanager
def session_of(folder: Path) -> Iterator[None]:
    """Hold the right to run a session while the block runs; raises as `take_session`."""
    lock = take_session(folder)
    try:
        yield
    finally:
        lock.release()
