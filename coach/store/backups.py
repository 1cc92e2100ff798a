"""Verified copies of the journal: made whole, checked row by row, kept by the calendar."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from coach.clock import Stamp, SystemClock
from coach.files import (
    create_private,
    private_folder,
    sweep_temporaries,
    sync_folder,
    sync_path,
    temporary_name,
    write_atomic,
)
from coach.store import trouble
from coach.store.connection import connect_reader
from coach.store.header import read_header
from coach.store.names import BACKUP_FOLDER, journal_path
from coach.store.retention import to_delete
from coach.store.trouble import DATABASE_ERRORS, JournalError, Trouble, trouble_of, trouble_of_file
from coach.store.verify_file import FileReport, verify_file

_MANIFEST = "manifest.jsonl"
_HOUR_US = 3_600_000_000
_DUE_AFTER_US = 20 * _HOUR_US  # RELIABILITY 3.4


class BackupInfo(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the manifest: a verified copy. `name` is inside the backup folder; `reason` daily, asked, before-v2, restore."""

    name: str
    made: Stamp
    reason: str
    version: int
    events: int
    bytes: int
    sha256: str


class Made(NamedTuple):
    """A backup that was made, and where."""

    path: Path
    info: BackupInfo


def make_backup(folder: Path, *, now: Stamp | None = None, reason: str = "asked") -> Made:
    """Copy the journal, verify the copy, keep it in `backups/`, and let go of at most one old copy.

    The copy has no moment in which it is half there. Raises `JournalError` when it could not be made; the
    backups there were are then untouched.
    """
    stamp = now or SystemClock().stamp()
    source = journal_path(folder)
    target = folder / BACKUP_FOLDER
    try:
        private_folder(target)
        made = _copy(source, target, stamp, reason)
    except DATABASE_ERRORS as error:
        raise trouble_of(error, source) or error from error
    except OSError as error:
        raise trouble_of_file(error, source) from error
    with suppress(OSError):
        thin(target, made.path)
    return made


def daily_backup(folder: Path, now: Stamp) -> Made | None:
    """Make the day's backup when it is due and the journal has changed; None when there is nothing to do."""
    return make_backup(folder, now=now, reason="daily") if daily_backup_due(folder, now) else None


def daily_backup_due(folder: Path, now: Stamp) -> bool:
    """Say whether the newest backup is more than 20 h old (or from the future) and no longer the whole journal.

    Without any backup it is due as soon as there is something to keep.
    """
    source = journal_path(folder)
    if not source.exists():
        return False
    newest = next((info for info in reversed(manifest(folder)) if (folder / BACKUP_FOLDER / info.name).exists()), None)
    if newest is None:
        return _count(source) > 0
    recent = 0 <= now.utc_us - newest.made.utc_us < _DUE_AFTER_US
    return not recent and _count(source) != newest.events


def backup_before_migration(folder: Path, now: Stamp) -> Made:
    """Make the backup that is kept for good (the last three) before the format changes."""
    version = read_header(journal_path(folder)).version
    return make_backup(folder, now=now, reason=f"before-v{version + 1}")


def manifest(folder: Path) -> list[BackupInfo]:
    """Return what is known about the backups, in the order they were made; lines that do not read are passed over."""
    try:
        lines = (folder / BACKUP_FOLDER / _MANIFEST).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    known = []
    for line in lines:
        with suppress(msgspec.MsgspecError):
            known.append(msgspec.json.decode(line, type=BackupInfo))
    return known


def thin(target: Path, newest: Path) -> Path | None:
    """Delete at most one old copy, only after `newest` was verified; returns what was deleted."""
    # In the order of making, as the manifest has it: names follow the wall clock, which may have been set.
    present = [info for info in manifest(target.parent) if (target / info.name).exists()]
    chosen = to_delete([(info.name, info.made, info.reason) for info in present], newest.name)
    if chosen is None:
        return None
    (target / chosen).unlink()
    _write_manifest(target, present)
    return target / chosen


def _copy(source: Path, target: Path, now: Stamp, reason: str) -> Made:
    if not source.exists():
        raise trouble.missing(source)
    sweep_temporaries(target)
    temporary = temporary_name(target / "backup")
    os.close(create_private(temporary))
    try:
        report = _vacuum_into(source, temporary)
        sync_path(temporary)
        path = _free_name(target, now, report, reason)
        size, digest = temporary.stat().st_size, _file_sha(temporary)
        temporary.rename(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target)
    info = BackupInfo(
        name=path.name,
        made=now,
        reason=reason,
        version=report.version,
        events=report.events,
        bytes=size,
        sha256=digest,
    )
    _note(target, info)
    return Made(path, info)


def _vacuum_into(source: Path, temporary: Path) -> FileReport:
    """Copy into a single file with no sidecar, and check that the copy holds as much as the source."""
    connection = connect_reader(source)
    try:
        # Counted first: another connection may write on meanwhile.
        events = int(connection.execute("SELECT count(*) FROM event").fetchone()[0])
        connection.execute("PRAGMA query_only=0")  # VACUUM INTO writes, though not here
        connection.execute("VACUUM INTO ?", (str(temporary),))
    finally:
        connection.close()
    report = verify_file(temporary, shown=source)
    if report.events < events:
        raise JournalError(Trouble.BAD_BACKUP, trouble.damaged(source).args[0])
    return report


def _free_name(target: Path, now: Stamp, report: FileReport, reason: str) -> Path:
    """Return journal-<local time><offset>-v<version>-n<events>[-before-vN].db, with a number when it is taken."""
    stem = f"journal-{now.local():%Y-%m-%dT%H%M%S%z}-v{report.version}-n{report.events}"
    stem += f"-{reason}" if reason.startswith("before-v") else ""
    number, path = 1, target / f"{stem}.db"
    while path.exists():
        number += 1
        path = target / f"{stem}-{number}.db"
    return path


def _note(target: Path, info: BackupInfo) -> None:
    """Add a line to the manifest."""
    _write_manifest(target, [*manifest(target.parent), info])


def _write_manifest(target: Path, known: list[BackupInfo]) -> None:
    """Write it anew as a whole, so that it is never torn; copies that are gone lose their line."""
    lines = b"".join(msgspec.json.encode(line) + b"\n" for line in known if (target / line.name).exists())
    write_atomic(target / _MANIFEST, lines)


def _file_sha(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _count(source: Path) -> int:
    try:
        connection = connect_reader(source)
        try:
            return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])
        finally:
            connection.close()
    except DATABASE_ERRORS as error:
        raise trouble_of(error, source) or error from error
