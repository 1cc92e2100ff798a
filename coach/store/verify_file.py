"""Whether a file is a whole, honest journal: asked of every backup before it is kept or put back."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from coach.i18n import _
from coach.store import trouble
from coach.store.connection import connect_reader
from coach.store.header import FileKind, read_header
from coach.store.migrate import expected_schema, newest, schema_of, version_of
from coach.store.trouble import DATABASE_ERRORS, JournalError, Trouble
from coach.store.verify import verify

#: SQLite calls back after so many steps; a hostile file may not keep us busy for ever.
_STEPS = 1_000_000
_MOST_CALLS = 20_000


class FileReport(NamedTuple):
    """A journal file that passed: its format version and how many events it holds."""

    version: int
    events: int


def verify_file(path: Path, shown: Path | None = None) -> FileReport:
    """Check header, structure, SQLite's own integrity and every row hash of a file that nobody writes.

    Raises `JournalError` saying what is wrong with it, under the name `shown` (of which it may be a copy).
    """
    name = shown or path
    header = read_header(path)
    if header.kind is not FileKind.JOURNAL or header.version < 1:
        raise bad_backup(name, _("it is not a journal of this program"))
    if header.version > newest():
        raise trouble.newer(name, header.version, newest())
    try:
        connection = connect_reader(path)
        try:
            return _verified(connection, name)
        finally:
            connection.close()
    except DATABASE_ERRORS as error:
        raise bad_backup(name, _("its pages are damaged")) from error


def _verified(connection: sqlite3.Connection, name: Path) -> FileReport:
    calls = iter(range(_MOST_CALLS))
    connection.set_progress_handler(lambda: next(calls, None) is None, _STEPS)
    if schema_of(connection) != expected_schema(version_of(connection)):
        raise bad_backup(name, _("it defines other things than a journal does"))
    verdict = verify(connection)
    if not verdict.sound:
        raise bad_backup(name, _("its pages are damaged"))
    if not verdict.complete:
        raise bad_backup(name, _("some of its records are damaged or missing"))
    return FileReport(version_of(connection), verdict.intact)


def bad_backup(path: Path, why: str) -> JournalError:
    """Say why a file is not used as a backup."""
    return JournalError(
        Trouble.BAD_BACKUP,
        _("{path} cannot be used as a backup: {why}. It was left as it is.").format(path=path, why=why),
    )
