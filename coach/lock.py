"""A lock of the operating system's on one file: it goes with the process, however that ends.

Written here because loading a library for these few calls took a third of the time to the first painted window
(docs/decisions/0006).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PRIVATE = 0o600


class FileLock:
    """Held from `try_lock` until `release` or the end of the process; never inherited by programs it starts."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Let the file go; a second call does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


def try_lock(path: Path) -> FileLock | None:
    """Lock `path`, making it if need be, or return None while somebody else holds it. Raises `OSError`."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags, _PRIVATE)
    try:
        _lock(descriptor)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except BaseException:
        with suppress(OSError):
            os.close(descriptor)
        raise
    return FileLock(descriptor)


def _lock(descriptor: int) -> None:
    """Lock the whole file or raise `BlockingIOError`."""
    if sys.platform == "win32":
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(str(error)) from error
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
