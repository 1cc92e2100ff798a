"""Opening the journal: never an empty one in place of a lost one, never touching what is newer or foreign."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coach.clock import Clock, SystemClock
from coach.files import (
    create_private,
    private_folder,
    sweep_temporaries,
    sync_folder,
    temporary_name,
    try_own,
    write_atomic,
)
from coach.store import trouble
from coach.store.backups import backup_before_migration
from coach.store.connection import connect_reader, connect_writer, transaction
from coach.store.header import FileKind, Header, drop_sidecars, hot_journal, read_header
from coach.store.journal_store import Store
from coach.store.migrate import expected_schema, migrate, newest, schema_of, version_of
from coach.store.names import INCOMING_NAME, MARKER_NAME, journal_path, list_backups
from coach.store.reading import Reading
from coach.store.restore import finish_restore


def open_journal(folder: Path, *, app_version: str, clock: Clock | None = None) -> Store:
    """Open the journal of the folder this process owns, for reading and writing; the first time, make it.

    An older format is migrated, after a verified backup. Raises `JournalError` for everything that can be
    wrong with the file, leaving it as it is.
    """
    path = journal_path(folder)
    time = clock or SystemClock()
    with _sentences(path):
        private_folder(folder)
        sweep_temporaries(folder)
        finish_restore(folder)
        header = read_header(path)
        if header.kind is FileKind.ABSENT:
            _refuse_loss(folder)
            _create(path)
            header = read_header(path)
        _refuse_unusable(path, header)
        connection = _open_writer(path, time)
        with suppress(OSError):
            _leave_marker(folder)
    store = Store(connection, path, app_version=app_version, clock=time)
    with suppress(trouble.JournalError):  # told when it is first read or written
        store.prepare()
    return store


def open_reader(folder: Path) -> Reading:
    """Open the journal for reading alone, also while another process owns it; close it when done.

    A folder without any journal reads as an empty one. Raises `JournalError` as `open_journal` does.
    """
    path = journal_path(folder)
    with _sentences(path):
        header = read_header(path)
        if header.kind is FileKind.ABSENT:
            _refuse_loss(folder)
            return Reading(_in_memory(), path)
        _refuse_unusable(path, header)
        connection = _open_reader(path)
        if header.version < newest():
            connection = _migrated_in_memory(connection)
    return Reading(connection, path)


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the system into sentences."""
    try:
        yield
    except trouble.DATABASE_ERRORS as error:
        raise trouble.trouble_of(error, path) or error from error
    except OSError as error:
        raise trouble.trouble_of_file(error, path) from error


def _refuse_loss(folder: Path) -> None:
    """Never start empty where something has been: a backup, the marker or a copy on its way in says so."""
    if list_backups(folder) or (folder / MARKER_NAME).exists() or (folder / INCOMING_NAME).exists():
        raise trouble.missing(journal_path(folder))


def _refuse_unusable(path: Path, header: Header) -> None:
    if header.kind is FileKind.EMPTY:
        raise trouble.empty(path)
    if header.kind is FileKind.TEXT:
        raise trouble.not_a_journal(path)
    if header.kind is FileKind.OTHER_DATABASE:
        raise trouble.other_database(path)
    if header.version > newest():
        raise trouble.newer(path, header.version, newest())
    if header.kind is FileKind.CUT_OFF or header.version < 1:
        raise trouble.damaged(path)


def _create(path: Path) -> None:
    """Make a whole new journal under another name, then give it its own: there is never half a journal."""
    temporary = temporary_name(path)
    os.close(create_private(temporary))
    connection = connect_writer(temporary)
    try:
        migrate(connection)
        with transaction(connection):
            connection.execute("INSERT INTO meta (k, v) VALUES ('device', ?)", (new_device(),))
    finally:
        connection.close()
    drop_sidecars(temporary)
    if path.exists():  # only an owner creates, so this is someone else's doing: leave it
        raise trouble.not_a_journal(path)
    temporary.rename(path)
    sync_folder(path.parent)


def new_device() -> str:
    """Return a random name for this installation; it says nothing about the computer."""
    return secrets.token_hex(8)


def _leave_marker(folder: Path) -> None:
    if not (folder / MARKER_NAME).exists():
        write_atomic(folder / MARKER_NAME, b"There is, or was, a Limber journal in this folder.\n")


def _open_writer(path: Path, clock: Clock) -> sqlite3.Connection:
    connection = connect_writer(path)
    try:
        check_schema(connection, path)
        if version_of(connection) < newest():
            backup_before_migration(path.parent, clock.stamp())
            migrate(connection)
        # Deletes nothing, but needs to be allowed to: SQLite opens a read-only file without a word.
        connection.execute("DELETE FROM resume WHERE session = ''")
        return connection
    except BaseException:
        connection.close()
        raise


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that defines anything but what its version has: a foreign trigger or view could act on us."""
    if schema_of(connection) != expected_schema(version_of(connection)):
        raise trouble.damaged(path)


def _open_reader(path: Path) -> sqlite3.Connection:
    """Open read-only; where a crash left a rollback to do and nobody owns the folder, do it first."""
    if hot_journal(path):
        _recover(path)
    connection = connect_reader(path)
    try:
        check_schema(connection, path)
        return connection
    except BaseException:
        connection.close()
        raise


def _recover(path: Path) -> None:
    """Own the folder for a moment and let SQLite roll back; an owner at work does that itself."""
    lock = try_own(path.parent)
    if lock is None:
        return
    try:
        connection = connect_writer(path)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.close()
    finally:
        lock.release()


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    return connection


def _migrated_in_memory(older: sqlite3.Connection) -> sqlite3.Connection:
    """Read an older format without touching its file."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        older.backup(copy)
    finally:
        older.close()
    migrate(copy)
    return copy
