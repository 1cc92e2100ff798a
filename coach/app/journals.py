"""Who writes and who reads: the owner of the data folder, or a hand-over to it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from coach import __version__
from coach.app.importing import Imported, take_in
from coach.app.succession import Successor
from coach.clock import Clock
from coach.desktop.ownership import Owner
from coach.desktop.remote_journal import RemoteWriter, journal_handler
from coach.errors import CoachError, DataError
from coach.exchange.read_lines import read_journal_file
from coach.i18n import _, ngettext
from coach.journal.repository import Draft, JournalReader, JournalWriter, ResumeNote
from coach.plan.timeline import Preferences
from coach.settings.model import Settings
from coach.settings.store import load_settings
from coach.store.backups import Made, daily_backup, daily_backup_due, make_backup
from coach.store.journal_store import Store
from coach.store.open import open_journal, open_reader
from coach.store.reading import Reading

_T = TypeVar("_T")


class OwnedJournal:
    """The store of this process behind one thread, so that the owner's requests and its own never meet."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        try:
            self._store = self.ask(lambda: open_journal(folder, app_version=__version__, clock=clock))
        except BaseException:
            self._thread.shutdown()
            raise

    def ask(self, work: Callable[[], _T]) -> _T:
        """Run `work` in the journal's thread and return what it returns."""
        return self._thread.submit(work).result()

    def read(self, work: Callable[[Store], _T]) -> _T:
        """Run `work` on the store."""
        return self.ask(lambda: work(self._store))

    def append(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        """Write in one transaction."""
        self.ask(lambda: self._store.append(drafts, resume))

    def note_resume(self, note: ResumeNote) -> None:
        """Replace the resume note of its session."""
        self.ask(lambda: self._store.note_resume(note))

    def forget_resume(self, session: str) -> None:
        """Remove the resume note of a session."""
        self.ask(lambda: self._store.forget_resume(session))

    def close(self) -> None:
        """Close the file and end the thread."""
        self.ask(self._store.close)
        self._thread.shutdown()


class Desk(NamedTuple):
    """What a session in a terminal writes to and reads from."""

    writer: JournalWriter
    read: Callable[[Callable[[JournalReader], Any]], Any]
    folder: Path
    clock: Clock

    def settings(self) -> Settings:
        """Return what the person has chosen."""
        return settings_here(self.folder, self.clock)


def settings_here(folder: Path, clock: Clock) -> Settings:
    """Return what the person has chosen; what could not be used of it is said on stderr."""
    loaded = load_settings(folder, clock.stamp())
    if loaded.notice:
        print(loaded.notice, file=sys.stderr)
    return loaded.settings


def preferences_of(settings: Settings) -> Preferences:
    """Return the part of the settings that shapes a plan."""
    return Preferences(prep_extra_s=settings.prep_extra_s, spoken_detail=settings.spoken_detail)


@contextmanager
def reading(folder: Path) -> Iterator[Reading]:
    """Open the journal for reading only."""
    with open_reader(folder) as journal:
        yield journal


@contextmanager
def desk(folder: Path, clock: Clock) -> Iterator[Desk]:
    """Own the folder while it is open, or hand over to the process that owns it."""
    with ExitStack() as stack:
        journal = _owned(folder, clock, stack)
        if journal is None:
            writer = Successor(RemoteWriter(folder), lambda: _owned(folder, clock, stack))
            yield Desk(writer, lambda work: _read_once(folder, work), folder, clock)
            return
        _daily_backup(journal, folder, clock)
        yield Desk(journal, journal.read, folder, clock)


def _owned(folder: Path, clock: Clock, stack: ExitStack) -> OwnedJournal | None:
    """Own the folder until `stack` closes, or return None while another process owns it."""
    owner = Owner.acquire(folder)
    if owner is None:
        return None
    stack.callback(owner.release)
    journal = OwnedJournal(folder, clock)
    stack.callback(journal.close)
    owner.serve(
        journal_handler(
            journal,
            raise_window=_cannot_raise,
            backup=lambda: backed_up(journal, folder, clock),
            take_in=lambda path: import_into(journal, folder, Path(path), clock).sentence,
        )
    )
    return journal


@contextmanager
def writing(folder: Path, clock: Clock) -> Iterator[JournalWriter]:
    """Yield a writer for a short command."""
    with desk(folder, clock) as open_desk:
        yield open_desk.writer


def _read_once(folder: Path, work: Callable[[JournalReader], _T]) -> _T:
    with open_reader(folder) as journal:
        return work(journal)


def _cannot_raise() -> None:
    """Answer a second start while a session runs in this terminal."""
    raise DataError(_("A session is running in a terminal with this data. Finish it there first."))


def _daily_backup(journal: OwnedJournal, folder: Path, clock: Clock) -> None:
    """Make the day's backup; when it cannot be made, say so and go on: an entry matters more."""
    try:
        if daily_backup_due(folder, clock.stamp()):
            journal.ask(lambda: daily_backup(folder, clock.stamp()))
    except CoachError as trouble:
        print(_("Today's backup could not be made: {reason}").format(reason=trouble), file=sys.stderr)


def import_into(journal: OwnedJournal, folder: Path, path: Path, clock: Clock) -> Imported:
    """Verify a journal file here and take it in, in the journal's own thread."""
    found = read_journal_file(path)
    return journal.read(lambda store: take_in(store, folder, found, path, clock))


def backed_up(journal: OwnedJournal, folder: Path, clock: Clock) -> str:
    """Make a backup now and return the sentence that says so."""
    made = journal.ask(lambda: make_backup(folder, now=clock.stamp()))
    return backup_sentence(made)


def backup_sentence(made: Made) -> str:
    """Say where a backup is and how much it holds."""
    return ngettext(
        "{path}: {n} event, every row as it was written.",
        "{path}: {n} events, every row as it was written.",
        made.info.events,
    ).format(path=made.path, n=made.info.events)
