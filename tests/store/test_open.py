"""Opening: every state of the file has its outcome, and none is an empty journal in place of a lost one."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.files import try_own
from coach.store.backups import make_backup
from coach.store.connection import connect_reader, connect_writer
from coach.store.header import hot_journal, sidecars
from coach.store.migrate import newest
from coach.store.names import MARKER_NAME, journal_path
from coach.store.open import open_journal, open_reader
from coach.store.trouble import JournalError, Trouble
from tests.fakes import FakeClock
from tests.journal.samples import SESSION, entry, whole_session


def fill(folder: Path, clock: FakeClock) -> Path:
    """Make a journal with a session in it and close it."""
    store = open_journal(folder, app_version="0.1", clock=clock)
    store.append(whole_session(clock, SESSION))
    store.close()
    return journal_path(folder)


def fingerprint(folder: Path) -> dict[str, str]:
    """The bytes of every file that could be lost."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("journal.db*")}


def remove(path: Path) -> None:
    """Lose the file; the marker tells that there was one."""
    path.unlink()


def remove_with_marker(path: Path) -> None:
    """Lose the file and the marker, while backups exist."""
    make_backup(path.parent, now=FakeClock().stamp())
    path.unlink()
    (path.parent / MARKER_NAME).unlink()


def write_zero(path: Path) -> None:
    """Nothing is left in it."""
    path.write_bytes(b"")


def write_text(path: Path) -> None:
    """Something else was saved under its name."""
    path.write_text("my notes about my back\n" * 50, encoding="utf-8")


def other_database(path: Path) -> None:
    """A database of another program."""
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


def patch(offset: int, data: bytes) -> Callable[[Path], None]:
    """Write bytes into the file."""

    def damage(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(data)

    damage.__name__ = f"patch_{offset}"
    return damage


def cut(path: Path) -> None:
    """Half of the file is missing."""
    os.truncate(path, path.stat().st_size // 2)


def cut_in_header(path: Path) -> None:
    """Only forty bytes are left."""
    os.truncate(path, 40)


def garbage_first_page(path: Path) -> None:
    """The schema page holds noise after the header."""
    patch(100, b"\xa5" * 3000)(path)


def foreign_trigger(path: Path) -> None:
    """Somebody added a trigger that would run inside our own writes."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER hook AFTER INSERT ON meta BEGIN DELETE FROM resume; END")
    connection.close()


def foreign_view(path: Path) -> None:
    """A table was replaced by a view of the same name."""
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE entry_view; CREATE VIEW entry_view AS SELECT 1 AS id;")
    connection.close()


MATRIX = [
    (remove, Trouble.MISSING, "missing"),
    (remove_with_marker, Trouble.MISSING, "missing"),
    (write_zero, Trouble.EMPTY, "0 bytes"),
    (write_text, Trouble.NOT_A_JOURNAL, "not a journal"),
    (other_database, Trouble.OTHER_DATABASE, "another program"),
    (patch(60, (newest() + 6).to_bytes(4, "big")), Trouble.NEWER, f"format {newest() + 6}"),
    (patch(60, bytes(4)), Trouble.DAMAGED, "damaged"),
    (patch(0, b"SQLite format 4"), Trouble.NOT_A_JOURNAL, "not a journal"),
    (cut, Trouble.DAMAGED, "damaged"),
    (cut_in_header, Trouble.DAMAGED, "damaged"),
    (garbage_first_page, Trouble.DAMAGED, "damaged"),
    (foreign_trigger, Trouble.DAMAGED, "damaged"),
    (foreign_view, Trouble.DAMAGED, "damaged"),
]


@pytest.mark.parametrize(("damage", "trouble", "words"), MATRIX, ids=lambda value: getattr(value, "__name__", None))
def test_a_damaged_file_gets_its_sentence_and_stays(
    folder: Path, clock: FakeClock, damage: Callable[[Path], None], trouble: Trouble, words: str
) -> None:
    """Writer and reader say the same; no byte of what is there changes and nothing appears in its place."""
    path = fill(folder, clock)
    damage(path)
    before = fingerprint(folder)
    attempts: list[Callable[[], object]] = [
        lambda: open_journal(folder, app_version="0.1", clock=clock),
        lambda: open_reader(folder),
    ]
    for attempt in attempts:
        with pytest.raises(JournalError, match=words) as caught:
            attempt()
        assert caught.value.trouble is trouble
        assert fingerprint(folder) == before


def test_the_newer_sentence_names_both_versions(folder: Path, clock: FakeClock) -> None:
    """So that the person knows which of the two programs is old."""
    patch(60, (99).to_bytes(4, "big"))(fill(folder, clock))
    with pytest.raises(JournalError, match=rf"format 99.*up to {newest()}\b"):
        open_reader(folder)


def test_garbage_in_a_data_page_stops_the_writing(folder: Path, clock: FakeClock) -> None:
    """What SQLite meets late is told when it is met, and such a file is not written any more."""
    path = fill(folder, clock)
    page = 4096
    connection = connect_reader(path)
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event'").fetchone()[0]
    connection.close()
    patch((root - 1) * page, b"\x00" * page)(path)
    store = open_journal(folder, app_version="0.1", clock=clock)
    before = fingerprint(folder)
    for attempt in (store.entries, store.damaged, lambda: store.append([entry(clock)])):
        with pytest.raises(JournalError, match="damaged"):
            attempt()
    store.close()
    assert fingerprint(folder) == before


def test_the_first_start_makes_a_private_journal(folder: Path, clock: FakeClock) -> None:
    """Whatever the umask, folder 0700 and files 0600, the rollback journal included."""
    old = os.umask(0)
    try:
        path = fill(folder, clock)
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert sidecars(path)[0].exists()


def test_an_open_folder_is_closed(folder: Path, clock: FakeClock) -> None:
    """A folder that others could read is tightened."""
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    fill(folder, clock)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_reader_makes_nothing(folder: Path) -> None:
    """Reading where nothing has ever been gives an empty journal and leaves no trace."""
    with open_reader(folder) as reader:
        assert (reader.entries(), reader.sessions(), reader.unfinished(), reader.damaged()) == ([], [], [], [])
    assert not folder.exists()


def test_a_half_made_journal_of_a_crash_is_no_journal(folder: Path, clock: FakeClock) -> None:
    """A first start that was killed leaves a temporary file; the next one sweeps it and starts."""
    folder.mkdir()
    (folder / "journal.db.limber-tmp-abc").write_bytes(b"SQLite format 3\x00")
    fill(folder, clock)
    assert not list(folder.glob("*limber-tmp*"))


def test_settings_are_durable_and_read_back(folder: Path, clock: FakeClock) -> None:
    """The writer syncs every commit, keeps one file at rest, and trusts nothing in it."""
    connection = connect_writer(fill(folder, clock))
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
    }
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    assert connection.execute("PRAGMA mmap_size").fetchone() in {None, (0,)}
    connection.close()


def test_a_reader_cannot_write(folder: Path, clock: FakeClock) -> None:
    """Its connection refuses every change."""
    fill(folder, clock)
    with open_reader(folder) as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader._connection.execute("DELETE FROM entry_view")


def test_a_deleted_note_leaves_no_bytes(folder: Path, clock: FakeClock) -> None:
    """What a projection forgets is overwritten in the file (the immutable event keeps its own copy)."""
    store = open_journal(folder, app_version="0.1", clock=clock)
    store.append([entry(clock, note="CANARY-7731")])
    path = journal_path(folder)
    assert path.read_bytes().count(b"CANARY-7731") == 2
    store._connection.execute("DELETE FROM entry_view")
    store.close()
    assert path.read_bytes().count(b"CANARY-7731") == 1


def test_a_hot_rollback_journal_is_recovered_by_a_reader(folder: Path, clock: FakeClock) -> None:
    """A crash in the middle of a commit: with no owner at work, reading rolls back first and sees the old state."""
    path = fill(folder, clock)
    leave_hot(path)
    lock = try_own(folder)
    assert lock is not None
    lock.release()
    with open_reader(folder) as reader:
        assert len(reader.entries()) == 2
        assert reader.damaged() == []
    assert not hot_journal(path)


def leave_hot(path: Path) -> None:
    """Stand in for a kill: copy database and rollback journal as they are in the middle of a transaction."""
    connection = connect_writer(path)
    connection.execute("PRAGMA cache_size=1")  # so that changed pages reach the file before the commit
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO meta VALUES ('x', ?)", ("y" * 200_000,))
    connection.execute("UPDATE entry_view SET item = item || ?", ("z" * 10_000,))
    files = [path, sidecars(path)[0]]
    copies = [file.read_bytes() for file in files]
    connection.execute("ROLLBACK")
    connection.close()
    for file, data in zip(files, copies, strict=True):
        file.write_bytes(data)
    assert len(copies[1]) > 512
