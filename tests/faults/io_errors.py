"""Works on journals while calls of the operating system fail; one forked worker for each fault, see test_io_errors.py.

Standard output: for each operation `OPERATION calls N` (how many calls it makes that can fail), then one line for
each fault that broke a promise, and `done TRIALS` at the end.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from coach.app.importing import take_in
from coach.errors import CoachError
from coach.exchange.export import Export
from coach.exchange.lines import journal_lines
from coach.exchange.read_lines import read_journal_file
from coach.exchange.writing import write_export
from coach.files import write_atomic
from coach.store.backups import make_backup
from coach.store.names import list_backups
from coach.store.open import open_journal
from coach.store.restore import restore
from coach.store.verify_file import verify_file
from tests.fakes import FakeClock
from tests.journal.samples import checkpoint, entry, recorder, sealed, step_done

SHIM = ctypes.CDLL(None)
FAULTS = [(error, sticky) for error in (errno.ENOSPC, errno.EIO) for sticky in (0, 1)]


def arm(nth: int, error: int = 0, sticky: int = 0) -> None:
    """Let the nth call from now on fail; 0 none."""
    SHIM.fault_arm(ctypes.c_long(nth), error, sticky)


class Trial:
    """One journal, one fault; `acknowledged` are the ids that were saved as far as anybody was told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.acknowledged: set[str] = set()

    def commit(self) -> None:
        """An entry, then a step with its checkpoint."""
        store = open_journal(self.folder, app_version="0.1", clock=self.clock)
        writer = recorder(self.clock)
        try:
            for drafts in ([entry(self.clock, 5)], [*writer.started(), *writer.record([step_done()])]):
                store.append(drafts, writer.resume_note(checkpoint()))
                self.acknowledged |= {draft.id for draft in drafts}
        finally:
            store.close()

    def backup(self) -> None:
        """A backup on top of the one there is."""
        self.clock.advance(86_400)
        make_backup(self.folder, now=self.clock.stamp())

    def restore(self) -> None:
        """The backup there is comes back."""
        restore(self.folder, list_backups(self.folder)[0], now=self.clock.stamp())

    def settings(self) -> None:
        """A small file is replaced."""
        write_atomic(self.folder / "settings.json", b"new" * 3000)

    def importing(self) -> None:
        """Events of another journal come in."""
        path = self.folder / "journal.jsonl"
        found = read_journal_file(path)
        store = open_journal(self.folder, app_version="0.1", clock=self.clock)
        try:
            take_in(store, self.folder, found, path, self.clock)
            self.acknowledged |= COMING
        finally:
            store.close()

    def exporting(self) -> None:
        """A file is written over, and a folder is made."""
        write_export(Export({"": b"new" * 3000}, "", []), self.folder / "settings.json", force=True)
        write_export(Export({"a.csv": b"a", "b.csv": b"b"}, "", []), self.folder / "tables", force=False)

    def check(self) -> None:
        """With a disk that works again: nothing is lost, half there or damaged, and writing goes on."""
        store = open_journal(self.folder, app_version="0.1", clock=self.clock)
        there = {found.id for found in store.entries()} | {found.id for found in store.sessions()}
        found = {row[0] for row in store._connection.execute("SELECT id FROM event")}
        assert store.damaged() == []
        assert self.acknowledged <= found, "an acknowledged event is lost"
        assert not found & COMING or found >= COMING, "an import is half there"
        tables = self.folder / "tables"
        assert not tables.exists() or len(list(tables.iterdir())) == 2, "an export is half there"
        assert there >= BEFORE, "what was there before is lost"
        store.append([entry(self.clock, 9)])
        store.close()
        assert list_backups(self.folder)
        for path in list_backups(self.folder):
            verify_file(path)
        assert (self.folder / "settings.json").read_bytes() in {b"old" * 3000, b"new" * 3000}


OPERATIONS: dict[str, Callable[[Trial], None]] = {
    "commit": Trial.commit,
    "backup": Trial.backup,
    "restore": Trial.restore,
    "settings": Trial.settings,
    "importing": Trial.importing,
    "exporting": Trial.exporting,
}
BEFORE: set[str] = set()
COMING: set[str] = set()


def prepare(folder: Path) -> None:
    """A journal with two entries, a backup of it, and a settings file."""
    clock = FakeClock()
    store = open_journal(folder, app_version="0.1", clock=clock)
    drafts = [entry(clock, 1), entry(clock, 2)]
    store.append(drafts)
    store.close()
    make_backup(folder, now=clock.stamp())
    write_atomic(folder / "settings.json", b"old" * 3000)
    BEFORE.update(draft.id for draft in drafts)
    coming = sealed([entry(clock, number % 11, note="x" * 400) for number in range(30)], "far")
    (folder / "journal.jsonl").write_bytes(journal_lines(coming, "0.1"))
    COMING.update(event.id for event in coming)


def attempt(operation: str, folder: Path, nth: int, error: int = 0, sticky: int = 0) -> int:
    """Do it with one fault; returns how many calls could have failed. Trouble must be a sentence."""
    trial = Trial(folder)
    arm(nth, error, sticky)
    try:
        OPERATIONS[operation](trial)
    except CoachError:
        pass  # told in a sentence
    except OSError:
        if operation != "settings":  # `write_atomic` leaves the sentence to its caller
            raise
    calls = int(SHIM.fault_count())
    arm(0)
    trial.check()
    return calls


def in_a_worker(template: Path, place: Path, work: Callable[[Path], int]) -> int:
    """Copy the prepared folder and work on it in a process of its own; the number it gives, or -1."""
    shutil.copytree(template, place)
    reading, writing = os.pipe()
    worker = os.fork()
    if worker == 0:
        try:
            os.write(writing, str(work(place)).encode())
        except BaseException:  # noqa: BLE001 - the parent reads it
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    os.close(writing)
    said = os.read(reading, 100)
    os.close(reading)
    os.waitpid(worker, 0)
    shutil.rmtree(place)
    return int(said) if said else -1


def main(room: Path, every: int) -> None:
    """Let every `every`th call of each operation fail in each way."""
    template, trials = room / "template", 0
    prepare(template)
    for operation in OPERATIONS:
        calls = in_a_worker(template, room / "count", lambda folder, name=operation: attempt(name, folder, 0))  # type: ignore[misc]
        print(operation, "calls", calls, flush=True)
        for nth in range(1, calls + 1, every):
            for error, sticky in FAULTS:
                trials += 1

                def work(folder: Path, fault: tuple[str, int, int, int] = (operation, nth, error, sticky)) -> int:
                    return attempt(fault[0], folder, *fault[1:])

                if in_a_worker(template, room / "trial", work) < 0:
                    print("broken:", operation, nth, errno.errorcode[error], "sticky" if sticky else "once")
    print("done", trials)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
