"""From any released format to the newest: every old database migrates, and fresh equals migrated."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from coach.store import migrate as migrating
from coach.store.connection import connect_writer
from coach.store.migrate import MIGRATIONS, expected_schema, migrate, newest, schema_of, statements, steps, version_of
from coach.store.names import BACKUP_FOLDER, journal_path
from coach.store.open import open_journal, open_reader
from coach.store.projections import read_events
from tests.fakes import FakeClock
from tests.store.golden import BREAKS, DATABASES, FACTS, MARKERS, breaks, facts, markers

GOLDEN = sorted(DATABASES.glob("v*.db"))


def test_there_is_a_golden_database_of_every_format() -> None:
    """A released schema is never without one; `python -m tests.store.golden` makes that of the newest."""
    assert [path.stem for path in GOLDEN] == [f"v{number}" for number in steps()]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_an_old_journal_opens_with_every_row(golden: Path, folder: Path, clock: FakeClock) -> None:
    """All events keep their hashes, everything shown is as it was, a reader needs no migration to see it."""
    folder.mkdir(mode=0o700)
    shutil.copy(golden, journal_path(folder))
    with open_reader(folder) as reader:
        assert facts(reader) == FACTS
        assert markers(reader) == (MARKERS if golden.stem != "v1" else [])
        assert breaks(reader) == (BREAKS if golden.stem not in {"v1", "v2"} else [])
    store = open_journal(folder, app_version="0.1", clock=clock)
    assert facts(store) == FACTS
    assert markers(store) == (MARKERS if golden.stem != "v1" else [])
    assert breaks(store) == (BREAKS if golden.stem not in {"v1", "v2"} else [])
    assert store.damaged() == []
    assert schema_of(store._connection) == expected_schema(newest())
    store.close()
    old = int(golden.stem[1:])
    backups = [path.name for path in (folder / BACKUP_FOLDER).glob("*.db")]
    assert len(backups) == (old < newest())


def two_steps(folder: Path, second: str) -> Path:
    """The shipped steps and one more."""
    shutil.copytree(MIGRATIONS, folder)
    (folder / f"{newest() + 1:04}_more.sql").write_text(second, encoding="utf-8")
    return folder


NEXT = newest() + 1


def test_a_step_runs_whole_after_a_verified_backup(
    folder: Path, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next version of the program: backup first, then the step; the events stay as they were."""
    folder.mkdir()
    shutil.copy(GOLDEN[-1], journal_path(folder))
    more = two_steps(tmp_path / "m", f"ALTER TABLE resume ADD COLUMN more TEXT; PRAGMA user_version = {NEXT};")
    use(monkeypatch, more)
    with open_reader(folder) as reader:
        assert facts(reader) == FACTS, "read without touching the file"
    store = open_journal(folder, app_version="0.2", clock=clock)
    assert (version_of(store._connection), facts(store)) == (NEXT, FACTS)
    store.close()
    (backup,) = (folder / BACKUP_FOLDER).glob("*.db")
    assert backup.name.endswith(f"-before-v{NEXT}.db")


def use(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the program know the steps of another version."""
    for function in (migrating.steps, migrating.newest, migrating.migrate, migrating.expected_schema):
        defaults = tuple(folder if value == MIGRATIONS else value for value in function.__defaults__ or ())
        monkeypatch.setattr(function, "__defaults__", defaults)


BROKEN = {
    "SQL": "CREATE TABLE more (x); CREATE TABLE more (x); PRAGMA user_version = {n};",
    "no version": "CREATE TABLE more (x);",
    "loses events": ("DROP TRIGGER event_no_delete; DELETE FROM event WHERE dev_seq = 1; PRAGMA user_version = {n};"),
    "alters hashes": "DROP TRIGGER event_no_update; UPDATE event SET sha = 'x'; PRAGMA user_version = {n};",
    "dangling": (
        "CREATE TABLE child (x TEXT REFERENCES resume (session) DEFERRABLE INITIALLY DEFERRED);"
        "INSERT INTO child VALUES ('none'); PRAGMA user_version = {n};"
    ),
}


@pytest.mark.parametrize("second", BROKEN.values(), ids=BROKEN)
def test_a_step_that_fails_leaves_the_old_journal(second: str, tmp_path: Path) -> None:
    """Its own transaction is rolled back as a whole, version included."""
    path = tmp_path / "journal.db"
    shutil.copy(GOLDEN[-1], path)
    connection = connect_writer(path)
    before = read_events(connection)
    with pytest.raises((sqlite3.Error, ValueError)):
        migrate(connection, two_steps(tmp_path / "m", second.format(n=NEXT)))
    assert (version_of(connection), read_events(connection)) == (newest(), before)
    assert schema_of(connection) == expected_schema(newest())
    connection.close()


def test_the_steps_are_numbered_without_a_gap(tmp_path: Path) -> None:
    """A wrong name or a missing number is a bug found at once."""
    for names in (["0002_a.sql"], ["0001_a.sql", "0003_b.sql"], ["1_a.sql"], ["0001_a.sql", "0001_b.sql"]):
        folder = tmp_path / "-".join(names)
        folder.mkdir()
        for name in names:
            (folder / name).touch()
        with pytest.raises(ValueError, match="migration"):
            steps(folder)


def test_a_trigger_stays_one_statement() -> None:
    """Its inner semicolons do not split it; a statement without an end is a bug."""
    script = "CREATE TRIGGER t BEFORE UPDATE ON e BEGIN\n SELECT 1;\n SELECT 2;\nEND;\n-- a; comment\nSELECT 3;\n"
    assert len(list(statements(script))) == 2
    with pytest.raises(ValueError, match="no end"):
        list(statements("SELECT 1"))


def test_released_steps_are_never_edited() -> None:
    """What a released version ran is what every later one finds: add a step instead."""
    released = {"0001_journal.sql": RELEASED_1, "0002_markers.sql": RELEASED_2, "0003_breaks.sql": RELEASED_3}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in MIGRATIONS.glob("*.sql")}
    assert found == released


RELEASED_1 = "e529bc8bedcd05716ad71eca1a426815ccc63efc980170dd0c74789ec858edbd"
RELEASED_2 = "fd8bd270585fef4a96e3028309b1a1644c85e56d7205366982ab2ee25c6bc214"
RELEASED_3 = "1c0c4a60785e251dfb67c5ae223304700c84d15fd6ba54b94b6ffc5afeb7ec25"
