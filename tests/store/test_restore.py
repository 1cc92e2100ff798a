"""Restore drills: the state of the backup is back, what was there is kept, and there is always a whole journal."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.files import sync_folder
from coach.store import restore as restoring
from coach.store.backups import make_backup
from coach.store.header import hot_journal, sidecars
from coach.store.names import INCOMING_NAME, MARKER_NAME, journal_path, list_backups
from coach.store.open import open_journal, open_reader
from coach.store.restore import restore
from coach.store.trouble import JournalError, Trouble
from tests.fakes import FakeClock
from tests.journal.samples import entry
from tests.store.test_open import leave_hot


@pytest.fixture
def backup(folder: Path, clock: FakeClock) -> Path:
    """A backup of one entry; the journal went on to hold two."""
    store = open_journal(folder, app_version="0.1", clock=clock)
    store.append([entry(clock, 1)])
    made = make_backup(folder, now=clock.stamp()).path
    clock.advance(60)
    store.append([entry(clock, 2)])
    store.close()
    return made


def ratings(folder: Path) -> list[int]:
    """What the journal holds."""
    with open_reader(folder) as reader:
        assert reader.damaged() == []
        return [entry.tightness for entry in reader.entries()]


def device(folder: Path) -> str:
    """The name this installation writes under."""
    with open_reader(folder) as reader:
        return str(reader._connection.execute("SELECT v FROM meta WHERE k = 'device'").fetchone()[0])


def test_the_backup_is_back_and_the_old_set_is_kept(folder: Path, clock: FakeClock, backup: Path) -> None:
    """The old journal is set aside byte for byte, and backed up besides."""
    old = journal_path(folder).read_bytes()
    done = restore(folder, backup, now=clock.stamp())
    assert (done.events, ratings(folder)) == (1, [1])
    assert done.set_aside is not None
    assert (done.set_aside / "journal.db").read_bytes() == old
    assert len(list_backups(folder)) == 2


def test_the_restored_journal_goes_on_under_a_new_name(folder: Path, clock: FakeClock, backup: Path) -> None:
    """Events written after the backup and events written after the restore cannot share a number."""
    before = device(folder)
    restore(folder, backup, now=clock.stamp())
    assert device(folder) != before
    store = open_journal(folder, app_version="0.1", clock=clock)
    store.append([entry(clock, 7)])
    assert ([e.tightness for e in store.entries()], store.damaged()) == ([1, 7], [])
    store.close()


def test_stale_sidecars_move_with_their_journal(folder: Path, clock: FakeClock, backup: Path) -> None:
    """A hot rollback journal is never rolled into the restored file, nor lost."""
    leave_hot(journal_path(folder))
    for sidecar in sidecars(journal_path(folder))[1:]:
        sidecar.write_bytes(b"old")
    hashes = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.glob("journal.db-*")}
    done = restore(folder, backup, now=clock.stamp())
    assert ratings(folder) == [1]
    assert done.set_aside is not None
    assert not hot_journal(journal_path(folder))
    kept = {p.name for p in done.set_aside.iterdir()}
    assert "journal.db" in kept
    assert {"journal.db-wal", "journal.db-shm"} <= kept
    assert hashes


def test_a_lost_journal_comes_back_from_its_backup(folder: Path, clock: FakeClock, backup: Path) -> None:
    """After the folder was emptied there is nothing to set aside."""
    for path in folder.glob("journal.db*"):
        path.unlink()
    done = restore(folder, backup, now=clock.stamp())
    assert (done.set_aside, ratings(folder)) == (None, [1])
    assert not list(folder.glob("set-aside-*"))


def test_a_restore_cut_off_without_an_old_journal_is_finished(folder: Path, clock: FakeClock, backup: Path) -> None:
    """The copy was verified and asked for; a sidecar left over from the lost journal is kept apart from it."""
    restore(folder, backup, now=clock.stamp())
    journal_path(folder).rename(folder / INCOMING_NAME)
    (folder / "journal.db-journal").write_bytes(b"left over")
    open_journal(folder, app_version="0.1", clock=clock).close()
    assert ratings(folder) == [1]
    assert [path.read_bytes() for path in folder.glob("set-aside-sidecars/*")] == [b"left over"]


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_backup_changes_nothing(folder: Path, clock: FakeClock, backup: Path, content: bytes) -> None:
    """The journal stays byte for byte, and nothing is left lying about."""
    bad = folder.parent / "bad.db"
    bad.write_bytes(content)
    before = journal_path(folder).read_bytes()
    names = sorted(path.name for path in folder.iterdir())
    with pytest.raises(JournalError, match=r"bad\.db") as caught:
        restore(folder, bad, now=clock.stamp())
    assert caught.value.trouble is Trouble.BAD_BACKUP
    assert journal_path(folder).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == names
    assert backup.exists()


def test_a_backup_that_is_not_there_is_named(folder: Path, clock: FakeClock, backup: Path) -> None:
    """A wrong file name gets a sentence, not a traceback."""
    with pytest.raises(JournalError, match=r"nowhere\.db"):
        restore(folder, backup.with_name("nowhere.db"), now=clock.stamp())


class PowerCutError(BaseException):
    """Nothing after this runs."""


@pytest.mark.parametrize("stop_at", range(1, 20))
def test_stopped_anywhere_the_old_or_the_new_journal_is_there(
    folder: Path, clock: FakeClock, backup: Path, monkeypatch: pytest.MonkeyPatch, stop_at: int
) -> None:
    """A power cut at every rename and every sync of a folder: the next start has one of the two, whole."""
    calls = iter(range(1, 1000))

    def cutting(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            if next(calls) == stop_at:
                raise PowerCutError
            return real(*arguments)

        return call

    monkeypatch.setattr(Path, "rename", cutting(Path.rename))
    monkeypatch.setattr(Path, "replace", cutting(Path.replace))
    monkeypatch.setattr(restoring, "sync_folder", cutting(sync_folder))
    monkeypatch.setattr(restoring, "_unlink_with_sidecars", lambda _path: None)  # a dead process clears nothing up
    whole = False
    try:
        restore(folder, backup, now=clock.stamp())
        whole = True
    except PowerCutError:
        pass
    monkeypatch.undo()
    store = open_journal(folder, app_version="0.1", clock=clock)
    found = [e.tightness for e in store.entries()]
    assert (found, store.damaged()) in [([1], []), ([1, 2], [])]
    assert found == [1] or not whole
    store.append([entry(clock, 9)])
    store.close()
    assert not (folder / INCOMING_NAME).exists()
    assert not list(folder.glob("*limber-tmp*"))
    assert (folder / MARKER_NAME).exists()


def test_the_folder_stays_private(folder: Path, clock: FakeClock, backup: Path) -> None:
    """Whatever the umask, the restored journal and the old one are for their owner alone."""
    old = os.umask(0)
    try:
        done = restore(folder, backup, now=clock.stamp())
    finally:
        os.umask(old)
    assert done.set_aside is not None
    for path in (journal_path(folder), done.set_aside, done.set_aside / "journal.db"):
        assert path.stat().st_mode & 0o077 == 0
