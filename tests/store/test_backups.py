"""Backups: whole, verified, private, and thinned without ever going below three."""

from __future__ import annotations

import re
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.store import backups
from coach.store.backups import Made, daily_backup, daily_backup_due, make_backup, manifest
from coach.store.header import read_header, sidecars
from coach.store.journal_store import Store
from coach.store.migrate import newest
from coach.store.names import BACKUP_FOLDER, journal_path, list_backups
from coach.store.trouble import JournalError, Trouble
from coach.store.verify_file import verify_file
from tests.fakes import FakeClock
from tests.journal.samples import SESSION, entry, whole_session


def files(folder: Path) -> list[str]:
    """The names in the backup folder."""
    return sorted(path.name for path in (folder / BACKUP_FOLDER).iterdir())


def test_a_backup_is_one_verified_private_file(store: Store, folder: Path, clock: FakeClock) -> None:
    """Its name says when, which format and how many; its line in the manifest proves its bytes."""
    store.append(whole_session(clock, SESSION))
    count = store.event_count()
    made = make_backup(folder, now=clock.stamp())
    assert made.path.name == f"journal-2026-05-04T091900+0200-v{newest()}-n{count}.db"
    assert files(folder) == [made.path.name, "manifest.jsonl"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.path.parent.iterdir()} == {0o600}
    assert verify_file(made.path).events == count
    (line,) = manifest(folder)
    assert (line, line.sha256) == (made.info, backups._file_sha(made.path))
    assert not any(sidecar.exists() for sidecar in sidecars(made.path))


def test_a_backup_is_made_while_the_journal_is_open_elsewhere(store: Store, folder: Path, clock: FakeClock) -> None:
    """It copies what is committed, and writing goes on."""
    store.append([entry(clock)])
    first = make_backup(folder, now=clock.stamp())
    store.append([entry(clock)])
    assert (verify_file(first.path).events, store.event_count()) == (1, 2)


def test_two_backups_of_one_second_are_two_files(store: Store, folder: Path, clock: FakeClock) -> None:
    """Nothing is overwritten."""
    store.append([entry(clock)])
    names = {make_backup(folder, now=clock.stamp()).path.name for _ in range(3)}
    assert len(names) == 3


def test_the_daily_backup_is_made_once_a_day_when_something_changed(
    store: Store, folder: Path, clock: FakeClock
) -> None:
    """Due with the first entry, then after 20 h and only with something new; a clock from the future does not hold it up."""
    assert daily_backup(folder, clock.stamp()) is None
    store.append([entry(clock)])
    assert daily_backup(folder, clock.stamp()) is not None
    store.append([entry(clock)])
    clock.advance(19 * 3600)
    assert daily_backup(folder, clock.stamp()) is None
    clock.advance(2 * 3600)
    assert daily_backup(folder, clock.stamp()) is not None
    clock.advance(48 * 3600)
    assert daily_backup(folder, clock.stamp()) is None, "nothing new"
    store.append([entry(clock)])
    clock.step_wall(-400 * 86_400)
    assert daily_backup_due(folder, clock.stamp()), "the newest backup is from the future"


def test_a_backup_that_vanished_is_made_again(store: Store, folder: Path, clock: FakeClock) -> None:
    """The manifest is not believed about a file that is not there."""
    store.append([entry(clock)])
    make_backup(folder, now=clock.stamp()).path.unlink()
    assert daily_backup_due(folder, clock.stamp())


def test_no_journal_no_backup(folder: Path, clock: FakeClock) -> None:
    """Before the first entry there is nothing to do; asked for, the sentence says that it is missing."""
    assert not daily_backup_due(folder, clock.stamp())
    with pytest.raises(JournalError, match="missing"):
        make_backup(folder, now=clock.stamp())


def test_a_full_disk_leaves_the_old_backups_alone(
    store: Store, folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that cannot be finished leaves no file behind and takes none away."""
    store.append([entry(clock)])
    make_backup(folder, now=clock.stamp())
    before = files(folder)

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "sync_path", full)
    with pytest.raises(JournalError, match="full") as caught:
        make_backup(folder, now=clock.stamp())
    assert caught.value.trouble is Trouble.DISK_FULL
    assert files(folder) == before


def test_a_damaged_journal_makes_no_backup(store: Store, folder: Path, clock: FakeClock) -> None:
    """A copy with a damaged row is not called a backup and replaces none."""
    store.append([entry(clock), entry(clock, note="ZZZZZZZZ")])
    store.close()
    data = journal_path(folder).read_bytes()
    journal_path(folder).write_bytes(data.replace(b"ZZZZZZZZ", b"ZZZZZZZY"))
    with pytest.raises(JournalError, match="damaged or missing") as caught:
        make_backup(folder, now=clock.stamp())
    assert caught.value.trouble is Trouble.BAD_BACKUP
    assert list_backups(folder) == []


def test_a_clock_set_back_does_not_cost_the_newest(store: Store, folder: Path, clock: FakeClock) -> None:
    """Names sort by the wall clock; what may go is decided by the order of making."""
    for _day in range(12):
        store.append([entry(clock)])
        clock.advance(86_400)
        make_backup(folder, now=clock.stamp())
    clock.step_wall(-3000 * 86_400)
    for _day in range(5):
        store.append([entry(clock)])
        clock.advance(86_400)
        newest = make_backup(folder, now=clock.stamp()).path
        assert newest.exists()
        assert manifest(folder)[-1].name == newest.name


def test_what_a_person_wrote_is_in_the_journal_and_its_copies_only(
    store: Store, folder: Path, clock: FakeClock
) -> None:
    """No name, list, lock or leftover holds a word of it (RELIABILITY T20)."""
    store.append([entry(clock, note="CANARY-4417")])
    made = make_backup(folder, now=clock.stamp())
    store.close()
    found = {path.name for path in folder.rglob("*") if path.is_file() and b"CANARY-4417" in path.read_bytes()}
    assert found == {journal_path(folder).name, made.path.name}
    assert not any("CANARY" in path.name for path in folder.rglob("*"))


def hostile_trigger(path: Path) -> None:
    """A trigger that would act when we write."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER x AFTER INSERT ON event BEGIN DELETE FROM meta; END")
    connection.close()


def hostile_view(path: Path) -> None:
    """A view in the place of a table."""
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE resume; CREATE VIEW resume AS SELECT 1 AS session, 2 AS body, 3 AS sha;")
    connection.close()


def hostile_table(path: Path) -> None:
    """A table more."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE more (x)")
    connection.close()


def altered_row(path: Path) -> None:
    """A value changed behind our back, triggers and all put back as they were."""
    connection = sqlite3.connect(path)
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'event_no_update'").fetchone()[0]
    connection.execute("DROP TRIGGER event_no_update")
    connection.execute("UPDATE event SET body = replace(body, '\"tightness\":6', '\"tightness\":0')")
    connection.execute(sql)
    connection.commit()
    connection.close()


def removed_row(path: Path) -> None:
    """The first event is gone."""
    connection = sqlite3.connect(path)
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'event_no_delete'").fetchone()[0]
    connection.execute("DROP TRIGGER event_no_delete")
    connection.execute("DELETE FROM event WHERE dev_seq = 1")
    connection.execute(sql)
    connection.commit()
    connection.close()


def text(path: Path) -> None:
    """No database at all."""
    path.write_text("hello " * 100, encoding="ascii")


@pytest.mark.parametrize(
    "attack", [hostile_trigger, hostile_view, hostile_table, altered_row, removed_row, text], ids=lambda f: f.__name__
)
def test_a_hostile_file_is_no_backup(
    store: Store, folder: Path, clock: FakeClock, attack: Callable[[Path], None]
) -> None:
    """It is refused with a sentence that names it, and stays as it is."""
    store.append([entry(clock, 6), entry(clock, 6)])
    path = make_backup(folder, now=clock.stamp()).path
    attack(path)
    before = path.read_bytes()
    with pytest.raises(JournalError, match=re.escape(path.name)) as caught:
        verify_file(path)
    assert caught.value.trouble is Trouble.BAD_BACKUP
    assert path.read_bytes() == before


def test_only_one_goes_at_a_time(store: Store, folder: Path, clock: FakeClock) -> None:
    """Daily backups for forty days: never fewer than three, at most one deletion a run, and a year would fit."""
    counts: list[int] = []
    for _day in range(40):
        store.append([entry(clock)])
        made = daily_backup(folder, clock.stamp())
        assert isinstance(made, Made)
        assert made.path.exists()
        counts.append(len(list_backups(folder)))
        clock.advance(86_400)
    assert counts[:3] == [1, 2, 3]
    assert min(counts[2:]) >= 3
    assert max(counts) <= 7 + 4 + 12
    assert {line.name for line in manifest(folder)} == {path.name for path in list_backups(folder)}
    assert read_header(list_backups(folder)[0]).version == newest()
