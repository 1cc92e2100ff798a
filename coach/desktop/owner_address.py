"""Where the owner of a data folder listens, and the key both ends must know."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.files import create_private, write_all

ADDRESS_FILE = "owner.json"
KEY_FILE = "owner.key"
_PREFIX = "limber-"
_SOCKET = "s"
_LONGEST_FOLDER = 60  # the path of a Unix socket fits into about 100 bytes


class Address(msgspec.Struct, frozen=True):
    """Where the owner listens: a path (AF_UNIX) or the name of a pipe (AF_PIPE)."""

    family: str
    address: str


def fresh_address() -> Address:
    """Return a place to listen: a socket in a new folder only its owner can enter; on Windows a pipe named later."""
    if sys.platform == "win32":
        return Address("AF_PIPE", "")
    return Address("AF_UNIX", str(Path(tempfile.mkdtemp(prefix=_PREFIX, dir=_runtime_folder())) / _SOCKET))


def _runtime_folder() -> str:
    """Return the session's runtime folder where there is one, else the folder for temporary files."""
    for candidate in (os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir()):
        if candidate and len(candidate) <= _LONGEST_FOLDER and os.access(candidate, os.W_OK | os.X_OK):
            return candidate
    return "/tmp"  # noqa: S108 - mkdtemp makes a private folder in it


def remove_stale(folder: Path) -> None:
    """Remove the address file and the socket of an owner that is gone; only the new owner, or that one itself, asks."""
    path = folder / ADDRESS_FILE
    with suppress(OSError, msgspec.MsgspecError):
        address = msgspec.json.decode(path.read_bytes(), type=Address)
        home = Path(address.address).parent
        if address.family == "AF_UNIX" and home.name.startswith(_PREFIX) and _ours(home):
            (home / _SOCKET).unlink(missing_ok=True)
            home.rmdir()
    with suppress(OSError):
        path.unlink()


def _ours(home: Path) -> bool:
    """A folder we made: a real one, private, of this user."""
    about = home.lstat()
    return home.is_dir() and not home.is_symlink() and about.st_uid == os.getuid() and about.st_mode & 0o077 == 0


def key_of(folder: Path) -> bytes:
    """Return the key of the folder, made the first time; whoever can read it is the same person."""
    path = folder / KEY_FILE
    with suppress(FileNotFoundError):
        key = path.read_bytes()
        if len(key) >= 32:
            return key
        path.unlink()
    key = secrets.token_hex(32).encode("ascii")
    descriptor = create_private(path)
    try:
        write_all(descriptor, key)
    finally:
        os.close(descriptor)
    return key
