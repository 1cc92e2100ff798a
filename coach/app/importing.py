"""What an import does to a journal that is open: looked at first, backed up, then written in one go."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from coach.clock import Clock
from coach.errors import DataError
from coach.exchange.answers import said_again
from coach.exchange.read_lines import JournalFile
from coach.i18n import _, ngettext
from coach.journal.records import Answer
from coach.journal.repository import Draft
from coach.store.backups import Made, make_backup
from coach.store.journal_store import Store
from coach.store.open import open_journal, open_reader
from coach.store.restore import restore
from coach.store.take_in import RivalError, TakenIn


class Imported(NamedTuple):
    """What an import did. `backup` is the journal as it was before (None when nothing was new); `events` how many there are now.

    `answers`: what was said about health came along. `careful`: what was said here was kept where the file asks for less care.
    """

    taken: TakenIn
    backup: Made | None
    events: int
    answers: bool = False
    careful: bool = False

    @property
    def sentence(self) -> str:
        """Say how much was new, and how much was here."""
        new, known = self.taken
        if not new:
            return ngettext(
                "Nothing new: the {n} event of the file is here already.",
                "Nothing new: all {n} events of the file are here already.",
                known,
            ).format(n=known)
        words = ngettext("Imported: {n} event is new.", "Imported: {n} events are new.", new).format(n=new)
        if known:
            words += " " + ngettext("{n} was here already.", "{n} were here already.", known).format(n=known)
        if self.careful:
            words += " " + _("What you said here about heat, cold and exercises still counts.")
        elif self.answers:
            words += " " + _(
                "What was said about heat, cold and exercises came along; look at it under “What suits you”."
            )
        return words


def take_in(store: Store, folder: Path, found: JournalFile, path: Path, clock: Clock) -> Imported:
    """Take the events of a verified file in, after a backup; where nothing is new, nothing is made or written."""
    try:
        fresh = store.new_among(found.events)
        if not fresh:
            return Imported(TakenIn(0, len(found.events)), None, store.event_count())
        backup = make_backup(folder, now=clock.stamp(), reason="import")
        said = _Said(clock)
        done = store.take_in(found.events, said.again)
    except RivalError as error:
        raise DataError(
            _(
                "{path}, line {n}: another event with the same id is in this journal. Nothing was imported. "
                "Export the journal once more where it comes from, and import that file."
            ).format(path=path, n=error.index + 2)
        ) from error
    return Imported(done, backup, store.event_count(), said.came, said.kept)


def take_back(folder: Path, done: Imported, clock: Clock, program: str) -> None:
    """Put the journal back as it was before an import, and write again what came after it; the journal is closed.

    What the import brought is kept aside in a folder of its own. Raises `JournalError`.
    """
    if done.backup is None:
        return
    with open_reader(folder) as journal:
        later = journal.events()[done.events :]
    restore(folder, done.backup.path, now=clock.stamp())
    if later:
        store = open_journal(folder, app_version=program, clock=clock)
        try:
            store.take_in(later, _Said(clock).again)
        finally:
            store.close()


class _Said:
    """Looks at the answers about health on their way in, and remembers what became of them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.came = self.kept = False

    def again(self, before: Mapping[str, Answer], after: Mapping[str, Answer]) -> list[Draft]:
        """Return what is said again, so that nothing said here is undone."""
        drafts = said_again(before, after, self._clock.stamp())
        self.came, self.kept = bool(after.keys() - before.keys()), bool(drafts)
        return drafts
