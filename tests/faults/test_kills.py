"""kill -9 anywhere: what was acknowledged is there, nothing is half there, and the next start is a plain one.

`LIMBER_KILLS` sets how many times each operation is killed (RELIABILITY T1: 120 in all here, 3 000 nightly).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.app.importing import take_in
from coach.exchange.export import Export
from coach.exchange.lines import journal_lines
from coach.exchange.read_lines import read_journal_file
from coach.exchange.writing import write_export
from coach.files import TEMPORARY_MARK
from coach.store.backups import make_backup, manifest
from coach.store.header import read_header
from coach.store.journal_store import Store
from coach.store.migrate import MIGRATIONS, newest
from coach.store.names import BACKUP_FOLDER, INCOMING_NAME, journal_path, list_backups
from coach.store.open import open_journal
from coach.store.projections import read_events
from coach.store.verify_file import verify_file
from tests.fakes import FakeClock
from tests.faults.kill import Zygote, zygote
from tests.journal.samples import entry, sealed
from tests.store.golden import DATABASES, FACTS, facts

KILLS = int(os.environ.get("LIMBER_KILLS", "6"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")


@pytest.fixture(scope="module")
def workers() -> Iterator[Zygote]:
    """A process to fork workers from."""
    with zygote(seed=20_260_504) as found:
        yield found


def reopened(folder: Path) -> Store:
    """The next start: no trouble, nothing damaged, nothing left lying about."""
    store = open_journal(folder, app_version="0.1", clock=FakeClock())
    assert store.damaged() == []
    assert not list(folder.glob("*limber-tmp*"))
    return store


def written(store: Store) -> list[str]:
    """The ids of all events, in the order of writing."""
    return [event.id for event in read_events(store._connection)]


def test_no_acknowledged_entry_is_ever_lost(workers: Zygote, tmp_path: Path) -> None:
    """Killed in commits: every acknowledged entry is there, and at most one more a kill."""
    acknowledged: list[str] = []
    for kill in range(KILLS):
        acknowledged += workers.killed("commit", tmp_path / "data")
        store = reopened(tmp_path / "data")
        there = written(store)
        store.close()
        assert set(acknowledged) <= set(there)
        assert len(there) <= len(acknowledged) + kill + 1
        acknowledged = there
    assert len(acknowledged) > KILLS


def test_a_session_killed_anywhere_is_offered_again(workers: Zygote, tmp_path: Path) -> None:
    """Every step that was acknowledged is there, and the newest session can be resumed."""
    for _kill in range(KILLS):
        acknowledged = workers.killed("session", tmp_path / "data")
        store = reopened(tmp_path / "data")
        assert set(acknowledged) <= set(written(store))
        newest_session = [key for key in acknowledged if key.startswith("s-")][-1]
        assert newest_session in {found.session for found in store.unfinished()}
        steps = {session.id: len(session.steps) for session in store.sessions()}
        assert all(count == 1 for key, count in steps.items() if key in acknowledged and key != newest_session)
        store.close()


def test_a_backup_is_whole_or_absent(workers: Zygote, tmp_path: Path) -> None:
    """Killed in backups: each file that has a backup's name is one, acknowledged ones are known, entries too."""
    folder = tmp_path / "data"
    for _kill in range(KILLS):
        acknowledged = workers.killed("backup", folder, within_s=0.15)
        store = reopened(folder)
        assert {key for key in acknowledged if not key.endswith(".db")} <= set(written(store))
        store.close()
        for path in list_backups(folder):
            assert verify_file(path).events > 0
        known = {info.name for info in manifest(folder)}
        last = [key for key in acknowledged if key.endswith(".db")][-1:]
        assert set(last) <= known
    make_backup(folder, now=FakeClock().stamp())
    assert not list((folder / BACKUP_FOLDER).glob("*limber-tmp*"))


def test_a_restore_is_done_or_not(workers: Zygote, tmp_path: Path) -> None:
    """Killed in restores: the old journal or the restored one, whole, at the next start."""
    keep, folder, clock = tmp_path / "keep", tmp_path / "data", FakeClock()
    store = open_journal(tmp_path / "other", app_version="0.1", clock=clock)
    store.append([entry(clock, 3)])
    store.close()
    keep.mkdir()
    shutil.copy(make_backup(tmp_path / "other", now=clock.stamp()).path, keep)
    for kill in range(KILLS):
        workers.killed("restoring", folder, within_s=0.1)
        store = reopened(folder)
        assert [e.tightness for e in store.entries()] == [3], f"kill {kill}"
        assert not (folder / INCOMING_NAME).exists()
        store.close()


def test_a_migration_is_done_or_not(workers: Zygote, tmp_path: Path) -> None:
    """Killed in a migration: the old format or the new one, with every event, and never without its backup."""
    more = tmp_path / "steps"
    shutil.copytree(MIGRATIONS, more)
    slow = "CREATE TABLE more AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 40000) SELECT x FROM n;"
    (more / f"{newest() + 1:04}_slow.sql").write_text(f"{slow} PRAGMA user_version = {newest() + 1};", encoding="utf-8")
    versions = []
    for kill in range(KILLS):
        folder = tmp_path / f"data{kill}" / "journal"
        folder.mkdir(mode=0o700, parents=True)
        (folder.parent / "steps").symlink_to(more)
        shutil.copy(DATABASES / f"v{newest()}.db", journal_path(folder))
        workers.killed("migrating", folder, within_s=0.1)
        versions.append(read_header(journal_path(folder)).version)
        if versions[-1] == newest():
            store = reopened(folder)
            assert facts(store) == FACTS
            store.close()
        else:
            assert [verify_file(path).version for path in list_backups(folder)] == [newest()]
    assert set(versions) <= {newest(), newest() + 1}


def test_a_first_start_is_whole_or_none(workers: Zygote, tmp_path: Path) -> None:
    """Killed in making the journal: the next start has a plain new one, never a half-made one to explain."""
    for _kill in range(KILLS):
        acknowledged = workers.killed("creating", tmp_path, within_s=0.03)
        folders = {path.name for path in tmp_path.iterdir() if path.is_dir()}
        assert set(acknowledged) <= folders
        for name in folders:
            reopened(tmp_path / name).close()


def test_a_file_is_the_old_one_or_the_new_one(workers: Zygote, tmp_path: Path) -> None:
    """Killed in `write_atomic`: whole, and no older than the last one acknowledged."""
    for _kill in range(KILLS):
        acknowledged = workers.killed("settings", tmp_path)
        content = (tmp_path / "file").read_bytes().decode().split()
        assert len(content) == 2000
        assert len(set(content)) == 1
        assert int(content[0]) >= int(acknowledged[-1])


def test_an_import_is_done_or_not(workers: Zygote, tmp_path: Path) -> None:
    """Killed in imports: the journal as it was or with all that came in, and the next try brings the rest."""
    clock, path = FakeClock(), tmp_path / "journal.jsonl"
    drafts = [entry(clock, number % 11, note=str(number)) for number in range(2000)]
    path.write_bytes(journal_lines(sealed(drafts, "far"), "0.1"))
    counts = set()
    for kill in range(KILLS):
        folder = tmp_path / f"data{kill}"
        store = open_journal(folder, app_version="0.1", clock=clock)
        store.append([entry(clock, 3)])
        store.close()
        workers.killed("importing", folder, within_s=0.4)
        store = reopened(folder)
        counts.add(len(store.entries()))
        assert len(store.entries()) == store.event_count()
        found = take_in(store, folder, read_journal_file(path), path, clock)
        assert sum(found.taken) == 2000
        assert len(store.entries()) == 2001
        store.close()
        assert verify_file(journal_path(folder)).events == 2001
    assert counts <= {1, 2001}


def test_an_export_is_whole_or_the_one_before(workers: Zygote, tmp_path: Path) -> None:
    """Killed in exports: a file is never a part, a new folder has all its files; scraps go with the next export."""
    for _kill in range(KILLS):
        acknowledged = workers.killed("exporting", tmp_path, within_s=0.03)
        whole = [tmp_path / "out.csv", *tmp_path.glob("all-*/*.csv")]
        for path in (path for path in whole if TEMPORARY_MARK not in path.parent.name):
            assert len(set(path.read_bytes().split())) == 1
            assert len(path.read_bytes().split()) == 2000
        folders = [path for path in tmp_path.glob("all-*") if TEMPORARY_MARK not in path.name]
        assert all(len(list(path.iterdir())) == 3 for path in folders)
        assert int((tmp_path / "out.csv").read_bytes().split()[0]) >= int(acknowledged[-1])
    write_export(Export({"": b"x"}, "", []), tmp_path / "out.csv", force=True)
    assert not list(tmp_path.glob(f"out.csv{TEMPORARY_MARK}*"))
