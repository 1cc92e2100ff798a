"""Putting a backup back: the old set is moved aside as a whole, nothing is ever overwritten."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coach.clock import Stamp, SystemClock
from coach.files import create_private, private_folder, sync_file, sync_folder, temporary_name
from coach.store.backups import make_backup
from coach.store.connection import connect_writer, transaction
from coach.store.header import drop_sidecars, sidecars
from coach.store.migrate import migrate
from coach.store.names import INCOMING_NAME, SET_ASIDE, journal_path
from coach.store.trouble import DATABASE_ERRORS, JournalError, trouble_of, trouble_of_file
from coach.store.verify_file import bad_backup, verify_file


class RestoreInfo(NamedTuple):
    """What was put back: its events, and the folder that keeps what was there before (None: nothing was)."""

    events: int
    set_aside: Path | None


def restore(folder: Path, file: Path, *, now: Stamp | None = None) -> RestoreInfo:
    """Put a backup in the place of the journal; the caller owns the folder and has closed the journal.

    The file is copied, verified, brought to the newest format and given a new device name; what was there is
    moved aside with all that belongs to it. Stopped at any moment, the old journal or the new one is there
    at the next start. Raises `JournalError`; the old journal is then untouched.
    """
    stamp = now or SystemClock().stamp()
    path = journal_path(folder)
    try:
        private_folder(folder)
        events = _prepare(folder, file)
        with suppress(JournalError):  # a damaged journal cannot be copied, but it is kept aside
            make_backup(folder, now=stamp, reason="restore")
        aside = _move_aside(folder, stamp)
        _let_in(folder)
    except DATABASE_ERRORS as error:
        raise trouble_of(error, path) or error from error
    except OSError as error:
        raise trouble_of_file(error, path) from error
    return RestoreInfo(events, aside)


def finish_restore(folder: Path) -> bool:
    """Finish a restore that was cut off, or clear up one that had not begun to move; True when it was finished."""
    incoming = folder / INCOMING_NAME
    if not incoming.exists():
        return False
    if journal_path(folder).exists():
        _unlink_with_sidecars(incoming)
        return False
    left = [sidecar for sidecar in sidecars(journal_path(folder)) if sidecar.exists()]
    if left:
        _move_set(journal_path(folder), _home_of(folder, left))
    _let_in(folder)
    return True


def _home_of(folder: Path, left: list[Path]) -> Path:
    """Return the folder that has the journal these sidecars belong to, or a new one."""
    begun = max(folder.glob(f"{SET_ASIDE}*"), default=None)
    if begun is not None and not any((begun / sidecar.name).exists() for sidecar in left):
        return begun
    return _fresh(folder / f"{SET_ASIDE}sidecars")


def _prepare(folder: Path, file: Path) -> int:
    """Make the verified copy that will become the journal; only its last step gives it the name that counts."""
    temporary = temporary_name(journal_path(folder))
    try:
        _copy_synced(file, temporary)
        events = verify_file(temporary, file).events
        connection = connect_writer(temporary)
        try:
            migrate(connection)
            with transaction(connection):
                # Two computers may go on from one backup: under the old name their counts would collide.
                connection.execute("INSERT OR REPLACE INTO meta (k, v) VALUES ('device', ?)", (secrets.token_hex(8),))
        finally:
            connection.close()
        drop_sidecars(temporary)
        temporary.replace(folder / INCOMING_NAME)
        sync_folder(folder)
    except BaseException:
        _unlink_with_sidecars(temporary)
        raise
    return events


def _copy_synced(source: Path, target: Path) -> None:
    try:
        original = source.open("rb")
    except OSError as error:
        raise bad_backup(source, error.strerror or type(error).__name__) from error
    with original, os.fdopen(create_private(target), "wb") as copy:
        shutil.copyfileobj(original, copy, 1 << 20)
        copy.flush()
        sync_file(copy.fileno())


def _move_aside(folder: Path, now: Stamp) -> Path | None:
    """Move the journal and every sidecar into a folder of their own; None when there was no journal."""
    path = journal_path(folder)
    aside = _fresh(folder / f"{SET_ASIDE}{now.local():%Y-%m-%dT%H%M%S%z}")
    if not _move_set(path, aside):
        aside.rmdir()
        return None
    return aside


def _fresh(wanted: Path) -> Path:
    """Make a folder that did not exist, numbered when its name is taken."""
    number, folder = 1, wanted
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    private_folder(folder)
    return folder


def _move_set(path: Path, aside: Path) -> bool:
    """The journal first: while it has not moved, nothing has, and a rollback journal never stands without it."""
    moved = False
    for member in (path, *sidecars(path)):
        if member.exists():
            member.rename(aside / member.name)
            moved = True
    sync_folder(aside)
    sync_folder(path.parent)
    return moved


def _let_in(folder: Path) -> None:
    (folder / INCOMING_NAME).rename(journal_path(folder))
    sync_folder(folder)


def _unlink_with_sidecars(path: Path) -> None:
    for member in (path, *sidecars(path)):
        with suppress(FileNotFoundError):
            member.unlink()
