"""What can be wrong with a journal file, each with its sentence."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from pathlib import Path

from coach.errors import DataError
from coach.i18n import _


class Trouble(StrEnum):
    """The kinds of trouble; the window and the tests tell them apart by these."""

    MISSING = "missing"
    EMPTY = "empty"
    NOT_A_JOURNAL = "not-a-journal"
    OTHER_DATABASE = "other-database"
    NEWER = "newer"
    DAMAGED = "damaged"
    READ_ONLY = "read-only"
    DISK_FULL = "disk-full"
    DISK_ERROR = "disk-error"
    LOCKED = "locked"
    BAD_BACKUP = "bad-backup"


class JournalError(DataError):
    """Trouble with the journal; `str()` is a sentence for the person."""

    def __init__(self, trouble: Trouble, sentence: str) -> None:
        super().__init__(sentence)
        self.trouble = trouble


def missing(path: Path) -> JournalError:
    """The file is gone although there was one."""
    return JournalError(
        Trouble.MISSING,
        _(
            "The journal {path} is missing, though there was one before. Nothing new was put in its place: "
            "move the file back, or put a backup back with: limber restore FILE"
        ).format(path=path),
    )


def empty(path: Path) -> JournalError:
    """The file has no bytes."""
    return JournalError(
        Trouble.EMPTY,
        _(
            "The journal {path} is empty (0 bytes), so what it held is not in it any more. It was left as it is; "
            "put a backup back with: limber restore FILE"
        ).format(path=path),
    )


def not_a_journal(path: Path) -> JournalError:
    """The file is something else altogether."""
    return JournalError(
        Trouble.NOT_A_JOURNAL,
        _(
            "{path} is not a journal of this program. It was left as it is; move it away or choose another folder."
        ).format(path=path),
    )


def other_database(path: Path) -> JournalError:
    """The file is an SQLite database of another program."""
    return JournalError(
        Trouble.OTHER_DATABASE,
        _(
            "{path} is a database of another program. It was left as it is; move it away or choose another folder."
        ).format(path=path),
    )


def newer(path: Path, found: int, known: int) -> JournalError:
    """The file was written by a newer version of the program."""
    return JournalError(
        Trouble.NEWER,
        _(
            "The journal {path} has format {found}, and this version of Limber knows formats up to {known}. "
            "It was not touched; open it with the newer version that wrote it."
        ).format(path=path, found=found, known=known),
    )


def damaged(path: Path) -> JournalError:
    """The file cannot be read as a whole."""
    return JournalError(
        Trouble.DAMAGED,
        _(
            "The journal {path} is damaged. It was left as it is; copy it away before anything else, "
            "then put a backup back with: limber restore FILE"
        ).format(path=path),
    )


def read_only(path: Path) -> JournalError:
    """The folder or the file cannot be written."""
    return JournalError(
        Trouble.READ_ONLY,
        _("Nothing can be written to {folder}, so new entries cannot be saved there.").format(folder=path.parent),
    )


def disk_full(path: Path) -> JournalError:
    """No room is left."""
    return JournalError(
        Trouble.DISK_FULL,
        _("Not saved: the disk with {folder} is full. Free at least 20 MB there, then try again.").format(
            folder=path.parent
        ),
    )


def disk_error(path: Path) -> JournalError:
    """The disk reported an error."""
    return JournalError(
        Trouble.DISK_ERROR,
        _("Not saved: the disk with {folder} reported an error. Make a backup on another disk now.").format(
            folder=path.parent
        ),
    )


def locked(path: Path) -> JournalError:
    """Another program holds the file."""
    return JournalError(
        Trouble.LOCKED,
        _("Not saved: another program is using {path}. Try again in a moment.").format(path=path),
    )


_BY_CODE = {
    sqlite3.SQLITE_FULL: disk_full,
    sqlite3.SQLITE_IOERR: disk_error,
    sqlite3.SQLITE_BUSY: locked,
    sqlite3.SQLITE_LOCKED: locked,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_CANTOPEN: read_only,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
}


#: What SQLite raises here; its own message may quote broken bytes, and Python then fails to read the message.
DATABASE_ERRORS = (sqlite3.Error, UnicodeDecodeError)


def trouble_of(error: Exception, path: Path) -> JournalError | None:
    """Return the sentence for one of `DATABASE_ERRORS`, or None when it is a bug of ours and should be traced."""
    if isinstance(error, UnicodeDecodeError):
        return damaged(path)
    code = getattr(error, "sqlite_errorcode", None)
    known = None if code is None else _BY_CODE.get(code & 0xFF)
    return known(path) if known is not None else None


def trouble_of_file(error: OSError, path: Path) -> JournalError:
    """Return the sentence for trouble of the operating system with files."""
    import errno

    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return disk_full(path)
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return read_only(path)
    return disk_error(path)
