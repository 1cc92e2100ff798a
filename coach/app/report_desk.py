"""Reports and the printed diary, asked for in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coach.analysis.period import Span, noted
from coach.app.deliveries import Delivery, ToFile, ask_printer
from coach.app.report import told
from coach.errors import CoachError
from coach.handout.diary import diary_of
from coach.handout.report import Choice, Told, report_of
from coach.handout.report_note import note_of
from coach.handout.report_words import note_line
from coach.i18n import _
from coach.ui.progress.locale_say import locale_say
from coach.ui.progress.saying import Say
from coach.ui.widgets.paper_sheet import Note, PaperSheet, Wanted

if TYPE_CHECKING:
    from coach.app.frame import Frame
    from coach.drawing.figure.paper import Page

_Pages = Callable[[Wanted, tuple[int, int]], tuple[str, "list[Page]"]]


class ReportDesk:
    """Reads the whole journal when a report is asked for: the packs of a year are not kept in the window."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._sheet: PaperSheet | None = None

    def report(self, page: QWidget) -> None:
        """Ask what a report is to hold, over a page."""
        self._frame.journal.read(told, partial(self._ask_report, page))

    def diary(self, page: QWidget) -> None:
        """Ask which part of the journal is to be printed, over a page."""
        self._frame.journal.read(told, partial(self._ask_diary, page))

    def _ask_report(self, page: QWidget, known: Told) -> None:
        today = self._today()
        sheet = PaperSheet(
            page,
            _("Report"),
            _("One page for whoever treats you: how tight it felt, what you did, what you want them to read."),
            today,
            pages=_pages(),
            notes=_notes(known, today, self._say()),
            copies=True,
        )
        self._show(sheet, partial(self._report, known))
        sheet.copy_asked.connect(partial(self._copy, known))

    def _ask_diary(self, page: QWidget, known: Told) -> None:
        about = _("Everything you wrote down, day by day.")
        self._show(PaperSheet(page, _("Diary"), about, self._today()), partial(self._diary, known))

    def _show(self, sheet: PaperSheet, make: _Pages) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
        self._sheet = sheet
        sheet.file_chosen.connect(lambda wanted, path, a4: self._send(make, wanted, ToFile(Path(path), a4)))
        sheet.print_asked.connect(lambda wanted: self._print(make, wanted))
        sheet.ask()

    def _report(self, known: Told, wanted: Wanted, size: tuple[int, int]) -> tuple[str, list[Page]]:
        from coach.drawing.handout.report_sheet import report_pages

        made = report_of(known, _choice(wanted), self._say())
        return made.title, report_pages(made, size)

    def _diary(self, known: Told, wanted: Wanted, size: tuple[int, int]) -> tuple[str, list[Page]]:
        from coach.drawing.handout.diary_sheet import diary_pages

        made = diary_of(
            known.entries, known.sessions, (*known.markers, *known.breaks), wanted.span, self._say().full_day
        )
        return made.title, diary_pages(made, size)

    def _copy(self, known: Told, wanted: Wanted) -> None:
        QGuiApplication.clipboard().setText(note_of(report_of(known, _choice(wanted), self._say())))
        self._frame.tell(_("Copied. Paste it where it is needed."))

    def _print(self, make: _Pages, wanted: Wanted) -> None:
        try:
            ask_printer(self._frame.window, _("Print the page"), lambda to: self._send(make, wanted, to))
        except CoachError as trouble:
            self._frame.complain(str(trouble))

    def _send(self, make: _Pages, wanted: Wanted, to: Delivery) -> None:
        from coach.drawing.figure.paper import About

        title, pages = make(wanted, to.size)
        try:
            self._frame.tell(to.deliver(pages, About(title, QLocale().bcp47Name() or "en")))
        except CoachError as trouble:
            self._frame.complain(str(trouble))

    def _today(self) -> date:
        return date.fromisoformat(self._frame.clock.stamp().local_day)

    def _say(self) -> Say:
        return locale_say(QLocale(), self._today())


def _choice(wanted: Wanted) -> Choice:
    pages = wanted.pages
    return Choice(wanted.span, wanted.notes, "curves" in pages, "sessions" in pages, "entries" in pages)


def _pages() -> Sequence[tuple[str, str]]:
    return (
        ("curves", _("Each place as a larger curve")),
        ("sessions", _("Every session")),
        ("entries", _("Every entry, as a table")),
    )


def _notes(known: Told, today: date, say: Say) -> list[Note]:
    every = noted(known.entries, Span(date.min, today))
    return [Note(entry.id, entry.at.local_day, note_line(entry, say.day)) for entry in every]
