"""What other processes of the same person may ask of an open window: come forward, write, back up, import, have breaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from coach.app.journals import backup_sentence
from coach.clock import Clock
from coach.desktop.ownership import Handler
from coach.desktop.remote_journal import journal_handler
from coach.drivers.journal_driver import JournalDriver
from coach.store.backups import make_backup


class Wanted(NamedTuple):
    """What is called, in a thread of the line: to bring the window forward, when events came in, for what is said of breaks."""

    raise_window: Callable[[], None]
    took_in: Callable[[], None]
    breaks: Handler


def window_handler(journal: JournalDriver, folder: Path, clock: Clock, wanted: Wanted) -> Handler:
    """Return the window's side of the line."""

    def backup() -> str:
        return backup_sentence(journal.call(lambda _store: make_backup(folder, now=clock.stamp())).result())

    def take_in(path: str) -> str:
        from coach.app.exchange_desk import import_through

        done = import_through(journal, folder, Path(path), clock)
        if done.taken.new:
            wanted.took_in()
        return done.sentence

    return journal_handler(
        journal.writer(), raise_window=wanted.raise_window, backup=backup, take_in=take_in, breaks=wanted.breaks
    )
