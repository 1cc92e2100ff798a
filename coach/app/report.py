"""`limber report`: a period of the journal as PDF, or as a note to paste, without a display."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from coach.app.journals import reading
from coach.app.offscreen import start_qt, write_file, write_pages
from coach.clock import Clock
from coach.console.report import Asked
from coach.console.report import asked as read_options
from coach.handout.report import Told, report_of
from coach.handout.report_note import note_of
from coach.journal.repository import JournalReader


def told(journal: JournalReader) -> Told:
    """Read all that a report may be about."""
    return Told(journal.entries(), journal.sessions(), journal.exposures(0), journal.markers(), journal.breaks())


def report(chosen: Namespace, folder: Path, clock: Clock) -> tuple[str, list[str]]:
    """Write what was asked for; return the path that was written and what could not be counted.

    Raises `WrongUseError` for a mistake on the command line, `DataError` for a file that cannot be written.
    """
    today = date.fromisoformat(clock.stamp().local_day)
    wanted = read_options(chosen, today, a4=_is_a4())
    with reading(folder) as journal:
        known, damaged = told(journal), journal.damaged()
    _write(wanted, known, today)
    return str(wanted.path), damaged


def _write(wanted: Asked, known: Told, today: date) -> None:
    start_qt()
    from PySide6.QtCore import QLocale

    from coach.drawing.handout.pieces import A4, LETTER
    from coach.drawing.handout.report_sheet import report_pages
    from coach.ui.progress.locale_say import locale_say

    made = report_of(known, wanted.choice(known.entries), locale_say(QLocale(), today))
    if wanted.path.suffix.lower() == ".txt":
        write_file(wanted.path, note_of(made).encode())
    else:
        write_pages(wanted.path, "pdf", report_pages(made, A4 if wanted.a4 else LETTER), made.title)


def _is_a4() -> bool:
    """Letter where the locale measures in inches, A4 elsewhere."""
    from PySide6.QtCore import QLocale

    return QLocale().measurementSystem() != QLocale.MeasurementSystem.ImperialUSSystem
