"""Taking the journal along: export into files, import from our own lines, for the command line and the window."""

from __future__ import annotations

from pathlib import Path

from coach import __version__
from coach.app.importing import take_in
from coach.app.journals import OwnedJournal, reading
from coach.clock import Clock
from coach.desktop.ownership import Owner, ask_owner
from coach.errors import DataError
from coach.exchange.export import Form, make_export
from coach.exchange.lines import Days
from coach.exchange.read_lines import read_journal_file
from coach.exchange.writing import write_export
from coach.i18n import _

#: A hundred thousand events may take the owner of the folder some time.
_PATIENCE_S = 600.0


def export(folder: Path, form: Form, path: Path, days: Days, clock: Clock, *, force: bool) -> tuple[str, list[str]]:
    """Write an export of the journal and return the sentence about it, and what could not be read.

    Reads only, also while another process owns the folder. Raises `DataError`; what was there is then as it was.
    """
    with reading(folder) as journal:
        made = make_export(journal, form, path, days=days, made=clock.stamp(), program=__version__)
    write_export(made, path, force=force)
    return _("{path}: {holds}.").format(path=path, holds=made.holds), made.damaged


def import_file(folder: Path, path: Path, clock: Clock) -> str:
    """Take a journal file in, by the owner of the folder if there is one, and say what was new.

    Raises `CoachError` with every sentence about what is wrong; nothing is written then.
    """
    if not path.is_file():
        raise DataError(_("{path} does not exist or is not a file.").format(path=path))
    owner = Owner.acquire(folder)
    if owner is None:
        request = {"do": "import", "path": str(path.absolute())}
        return str(ask_owner(folder, request, timeout=_PATIENCE_S)["sentence"])
    try:
        found = read_journal_file(path)  # before the journal is opened: a wrong file makes no new journal
        journal = OwnedJournal(folder, clock)
        try:
            return journal.read(lambda store: take_in(store, folder, found, path, clock)).sentence
        finally:
            journal.close()
    finally:
        owner.release()
