"""No room and broken disks: nothing saved is lost, nothing is half saved, and the sentence says what to do."""

from __future__ import annotations

import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from coach.store.journal_store import Store
from coach.store.open import open_journal, open_reader
from coach.store.trouble import JournalError, Trouble
from tests.fakes import FakeClock
from tests.faults.kill import ROOT
from tests.journal.samples import checkpoint, entry, recorder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A journal with one entry."""
    clock = FakeClock()
    opened = open_journal(tmp_path / "data", app_version="0.1", clock=clock)
    opened.append([entry(clock, 1)])
    yield opened
    opened.close()


def ratings(store: Store) -> list[int]:
    """What the journal holds."""
    assert store.damaged() == []
    return [e.tightness for e in store.entries()]


def test_a_full_disk_says_so_and_goes_on_when_there_is_room(store: Store) -> None:
    """The entry is refused whole, the rest stays readable, and the same draft is saved later without a restart."""
    clock = FakeClock()
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count={pages}")
    big = entry(clock, 5, note="x" * 4000)
    writer = recorder(clock)
    for _ in range(3):
        with pytest.raises(JournalError, match=r"disk with .* is full\. Free at least 20 MB") as caught:
            store.append([big, *writer.started()], writer.resume_note(checkpoint()))
        assert caught.value.trouble is Trouble.DISK_FULL
        assert (ratings(store), store.unfinished(), store.sessions()) == ([1], [], [])
    store._connection.execute("PRAGMA max_page_count=1000000")
    store.append([big, *writer.started()], writer.resume_note(checkpoint()))
    assert (ratings(store), len(store.unfinished())) == ([1, 5], 1)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond `size` bytes: SQLite then meets a real I/O error."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_error_is_told_and_the_file_is_sound(store: Store) -> None:
    """After an error of the system nothing is half there, and writing works again when the disk does."""
    draft = entry(FakeClock(), 6, note="y" * 4000)
    with largest_file(store.path.stat().st_size), pytest.raises(JournalError, match="reported an error") as caught:
        store.append([draft])
    assert caught.value.trouble is Trouble.DISK_ERROR
    store.append([draft])
    assert ratings(store) == [1, 6]


class Flaky:
    """A connection whose next COMMIT reports an I/O error, before or after it did its work."""

    def __init__(self, real: sqlite3.Connection, *, commits: bool) -> None:
        self._real = real
        self._commits = commits

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement == "COMMIT":
            if self._commits:
                self._real.execute("COMMIT")
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return self._real.execute(statement, *values)


@pytest.mark.parametrize("commits", [True, False])
def test_a_commit_of_unknown_outcome_is_settled(store: Store, *, commits: bool) -> None:
    """The file is opened anew and the id looked up: saved once, whether or not the first commit arrived."""
    store._connection = Flaky(store._connection, commits=commits)  # type: ignore[assignment]
    draft = entry(FakeClock(), 8)
    store.append([draft])
    assert ratings(store) == [1, 8]
    assert "make a backup on another disk" in store.take_notice()
    assert store.take_notice() == ""


def test_another_program_that_holds_the_file(store: Store) -> None:
    """A lock that stays is told in a sentence, and nothing is lost when it goes."""
    store._connection.execute("PRAGMA busy_timeout=1")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    draft = entry(FakeClock(), 4)
    with pytest.raises(JournalError, match="another program is using") as caught:
        store.append([draft])
    assert caught.value.trouble is Trouble.LOCKED
    other.execute("ROLLBACK")
    other.close()
    store.append([draft])
    assert ratings(store) == [1, 4]


def unprivileged(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a shell script in name spaces of its own, where it may mount, as `$1` the folder."""
    command = ["unshare", "-rm", "sh", "-ec", script, "sh", str(folder), sys.executable]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


needs_mounts = pytest.mark.skipif(
    shutil.which("unshare") is None or unprivileged("mount -t tmpfs tmpfs /mnt", Path("/")).returncode != 0,
    reason="no name spaces to mount in here",
)


@needs_mounts
def test_a_really_full_disk(tmp_path: Path) -> None:
    """A file system of one megabyte: every acknowledged entry is there, and after freeing space it goes on."""
    script = """
        mkdir "$1/disk"; mount -t tmpfs -o size=1m tmpfs "$1/disk"
        "$2" -m tests.faults.fill "$1/disk"
    """
    done = unprivileged(script, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "full; then all there" in done.stdout


@needs_mounts
def test_a_read_only_folder_can_be_read(store: Store, tmp_path: Path) -> None:
    """Nothing can be saved there, which is said; what is there can be seen."""
    script = """
        mount --bind "$1/data" "$1/data"; mount -o remount,ro,bind "$1/data"
        "$2" -m tests.faults.look "$1/data"
    """
    done = unprivileged(script, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "1 entry",
        "read-only",
        f"Nothing can be written to {store.path.parent}, so new entries cannot be saved there.",
    ]
    with open_reader(store.path.parent) as reader:
        assert len(reader.entries()) == 1
