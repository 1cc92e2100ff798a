"""Small promises about files, for every room that writes one: private, whole, and on the disk when we say so.

Everything here raises `OSError`; the caller knows the sentence for the person.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from coach.lock import FileLock, try_lock

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

#: Whoever holds the lock on this file in a data folder is its one owner.
OWNER_LOCK = "owner.lock"

#: Every temporary file of ours carries this mark, so that leftovers of a crash can be swept.
TEMPORARY_MARK = ".limber-tmp-"


def private_umask() -> None:
    """Make every file of this process private from its first moment (call once, at the start of the program)."""
    os.umask(0o077)


def private_folder(folder: Path) -> None:
    """Create `folder` for its owner alone (0700) and make its name durable; an existing one is tightened."""
    if not folder.is_dir():
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        sync_folder(folder.parent)
    if sys.platform != "win32" and folder.stat().st_mode & 0o077:
        with suppress(PermissionError):  # someone else's folder: its owner decides
            folder.chmod(PRIVATE_FOLDER)


def create_private(path: Path) -> int:
    """Create an empty file with mode 0600 that did not exist before and return its descriptor, open for writing."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, PRIVATE_FILE)
    try:
        if sys.platform != "win32":
            os.fchmod(descriptor, PRIVATE_FILE)  # whatever the umask says
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def temporary_name(path: Path) -> Path:
    """Return a fresh name beside `path`, marked as ours."""
    return path.with_name(f"{path.name}{TEMPORARY_MARK}{os.urandom(6).hex()}")


def write_atomic(path: Path, content: bytes) -> None:
    """Replace `path` by `content` (mode 0600): afterwards it holds the old bytes or the new ones, never a part.

    A temporary file in the same folder is written and synced, renamed over `path`, and the folder synced.
    """
    temporary = temporary_name(path)
    descriptor = create_private(temporary)
    try:
        try:
            write_all(descriptor, content)
            sync_file(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def write_all(descriptor: int, content: bytes) -> None:
    """Write every byte, however the system splits the calls."""
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


def sync_file(descriptor: int) -> None:
    """Wait until the file's bytes are on the disk; macOS needs its own call for that."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # not every file system knows it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_path(path: Path) -> None:
    """Sync a file that somebody else has written."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep_temporaries(folder: Path) -> int:
    """Delete what a crash left of our temporary files; only the folder's owner may call this. Returns how many."""
    swept = 0
    for leftover in folder.glob(f"*{TEMPORARY_MARK}*"):
        with suppress(OSError):
            leftover.unlink()
            swept += 1
    return swept


def try_own(folder: Path) -> FileLock | None:
    """Take the data folder for this process, or return None while another process owns it.

    The lock is the system's own and goes with the process, however that ends.
    """
    return try_lock(folder / OWNER_LOCK)


def writable(folder: Path) -> bool:
    """Say whether a file can be made in `folder`, by making one."""
    probe = temporary_name(folder / "probe")
    try:
        os.close(create_private(probe))
        probe.unlink()
    except OSError:
        return False
    return True
