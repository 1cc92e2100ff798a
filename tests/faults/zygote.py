"""A process that has imported everything and forks one worker for each line it reads: `OPERATION FOLDER`.

The worker writes `ack WHAT` to standard output after each thing that was acknowledged, until it is killed;
the zygote then writes `dead`. Forking makes a kill cost milliseconds instead of an interpreter's start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from coach.app.importing import take_in
from coach.exchange.export import Export
from coach.exchange.read_lines import read_journal_file
from coach.exchange.writing import write_export
from coach.files import write_atomic
from coach.journal.recorder import Recorder
from coach.store.backups import make_backup
from coach.store.migrate import MIGRATIONS, migrate, newest, steps
from coach.store.open import open_journal
from coach.store.restore import restore
from tests.fakes import FakeClock
from tests.journal.samples import checkpoint, entry, recorder, step_done


def say(word: str) -> None:
    """Write a line in one piece; a pipe keeps it whole."""
    os.write(1, f"{word}\n".encode())


def commit(folder: Path) -> None:
    """Append entries for ever; each is acknowledged after its commit."""
    clock = FakeClock()
    store = open_journal(folder, app_version="0.1", clock=clock)
    for number in count():
        draft = entry(clock, number % 11, note="x" * (number % 300))
        store.append([draft])
        say(f"ack {draft.id}")


def session(folder: Path) -> None:
    """Do sessions for ever: steps with their checkpoint, then checkpoints alone."""
    clock = FakeClock()
    store = open_journal(folder, app_version="0.1", clock=clock)
    for number in count():
        writer: Recorder = recorder(clock, session=f"s-{os.getpid()}-{number}")
        store.append(writer.started(), writer.resume_note(checkpoint(writer.session_id)))
        say(f"ack {writer.session_id}")
        drafts = writer.record([step_done(0)])
        store.append(drafts, writer.resume_note(checkpoint(writer.session_id, on_ms=1)))
        say(f"ack {drafts[0].id}")
        store.note_resume(writer.resume_note(checkpoint(writer.session_id, on_ms=2)))


def backup(folder: Path) -> None:
    """Append and back up in turn, for ever."""
    clock = FakeClock()
    store = open_journal(folder, app_version="0.1", clock=clock)
    while True:
        clock.advance(86_400)
        draft = entry(clock)
        store.append([draft])
        say(f"ack {draft.id}")
        say(f"ack {make_backup(folder, now=clock.stamp()).path.name}")


def restoring(folder: Path) -> None:
    """Put the same backup back for ever."""
    clock = FakeClock()
    (file,) = (folder.parent / "keep").glob("*.db")
    open_journal(folder, app_version="0.1", clock=clock).close()
    while True:
        restore(folder, file, now=clock.stamp())
        say("ack restored")


def migrating(folder: Path) -> None:
    """Bring the journal to a format of the future, whose step takes its time."""
    more = folder.parent / "steps"
    for function in (steps, newest, migrate):
        function.__defaults__ = tuple(more if value == MIGRATIONS else value for value in function.__defaults__ or ())
    say("ack begun")
    open_journal(folder, app_version="0.2", clock=FakeClock()).close()
    say("ack migrated")
    sys.stdin.read()


def creating(folder: Path) -> None:
    """Make a new journal in a new folder, for ever."""
    for number in count():
        open_journal(folder / f"{os.getpid()}-{number}", app_version="0.1", clock=FakeClock()).close()
        say(f"ack {os.getpid()}-{number}")


def settings(folder: Path) -> None:
    """Replace one file by another for ever."""
    for number in count():
        write_atomic(folder / "file", f"{number:08}\n".encode() * 2000)
        say(f"ack {number:08}")


def importing(folder: Path) -> None:
    """Take a journal file in, once; it lies beside the folder."""
    clock = FakeClock()
    found = read_journal_file(folder.parent / "journal.jsonl")
    store = open_journal(folder, app_version="0.1", clock=clock)
    say("ack begun")
    take_in(store, folder, found, folder.parent / "journal.jsonl", clock)
    say("ack imported")
    sys.stdin.read()


def exporting(folder: Path) -> None:
    """Write a file over itself, and each time a new folder, for ever."""
    for number in count():
        content = f"{number:08}\n".encode() * 2000
        write_export(Export({"": content}, "", []), folder / "out.csv", force=True)
        tables = dict.fromkeys(("a.csv", "b.csv", "c.csv"), content)
        write_export(Export(tables, "", []), folder / f"all-{os.getpid()}-{number}", force=False)
        say(f"ack {number:08}")


OPERATIONS: dict[str, Callable[[Path], None]] = {
    work.__name__: work
    for work in (commit, session, backup, restoring, migrating, creating, settings, importing, exporting)
}


def main() -> None:
    """Fork a worker for each line; tell its process id, and when it is gone."""
    say("ready")
    while line := sys.stdin.readline():
        name, folder = line.rstrip("\n").split(" ", 1)
        worker = os.fork()
        if worker == 0:
            try:
                OPERATIONS[name](Path(folder))
            finally:
                os._exit(1)
        say(f"worker {worker}")
        os.waitpid(worker, 0)
        say("dead")


if __name__ == "__main__":
    main()
