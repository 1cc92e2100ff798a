"""A period of the journal on its way to paper: what goes on it, and whether it is saved, printed or copied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLocale, Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from coach.analysis.period import Span
from coach.i18n import _
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.card import clear, column
from coach.ui.widgets.checks import CheckRow
from coach.ui.widgets.form_sheet import FormSheet
from coach.ui.widgets.period_form import PeriodForm
from coach.ui.widgets.text import label


class Note(NamedTuple):
    """A note that may go on the page: the id of its entry, its local day (ISO), its words."""

    key: str
    day: str
    words: str


class Wanted(NamedTuple):
    """What goes on paper: the period, the names of the further pages, the ids of the notes."""

    span: Span
    pages: frozenset[str]
    notes: frozenset[str]


class PaperSheet(FormSheet):
    """`file_chosen` carries what is wanted, a path, and whether the paper is A4; `print_asked` and `copy_asked` what is wanted.

    `pages` offers further pages by name and words.
    """

    file_chosen = Signal(object, str, bool)
    print_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        about: str,
        today: date,
        *,
        pages: Sequence[tuple[str, str]] = (),
        notes: Sequence[Note] = (),
        copies: bool = False,
    ) -> None:
        super().__init__(parent, title, about, _("Save as a file"), "download")
        self._title, self._notes = title, notes
        self.period = PeriodForm(today)
        self.period.changed.connect(self._show_notes)
        self.pages = {name: CheckRow(words) for name, words in pages}
        self.notes: dict[str, CheckRow] = {}
        self._note_rows = column(0)
        self.save.clicked.connect(self._ask_for_file)
        self.paper = quiet(_("Print"))
        self.paper.clicked.connect(lambda: self._leave(self.print_asked))
        self.buttons.addWidget(self.paper)
        if copies:
            self.copy = quiet(_("Copy as text"))
            self.copy.clicked.connect(lambda: self._leave(self.copy_asked))
            self.buttons.addWidget(self.copy)
        self._lay_out()

    def ask(self) -> None:
        """Show it."""
        self.open(self.save)

    def wanted(self) -> Wanted:
        """What is ticked."""
        pages = frozenset(name for name, box in self.pages.items() if box.isChecked())
        notes = frozenset(key for key, box in self.notes.items() if box.isChecked())
        return Wanted(self.period.span(), pages, notes)

    def _lay_out(self) -> None:
        self.form.addWidget(self.period)
        if self.pages:
            rows = column(0)
            rows.addWidget(label(_("What follows the first page?"), Role.SMALL))
            for box in self.pages.values():
                rows.addWidget(box)
            self.form.addLayout(rows)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._note_rows)
        self.form.addWidget(holder)
        self._show_notes()

    def _show_notes(self) -> None:
        """Offer the notes of the period, the newest first; what is ticked stays ticked."""
        ticked, span = self.wanted().notes, self.period.span()
        clear(self._note_rows)
        self.notes = {note.key: CheckRow(note.words) for note in reversed(self._notes) if span.holds(note.day)}
        if self.notes:
            self._note_rows.addWidget(label(_("Which of your notes?"), Role.SMALL))
        for key, box in self.notes.items():
            box.setChecked(key in ticked)
            self._note_rows.addWidget(box)

    def _leave(self, signal: SignalInstance) -> None:
        wanted = self.wanted()
        self.close_sheet()
        signal.emit(wanted)

    def _ask_for_file(self) -> None:
        """Ask where to; the paper is that of the person's country first."""
        chosen = ask_for_pdf(self, self._title, _("Save the page"))
        if chosen is not None:
            wanted = self.wanted()
            self.close_sheet()
            self.file_chosen.emit(wanted, *chosen)


def ask_for_pdf(parent: QWidget, title: str, words: str) -> tuple[str, bool] | None:
    """Let the person choose a PDF and its paper; return the path and whether it is A4, None when they do not."""
    papers = [(_("PDF, A4 (*.pdf)"), True), (_("PDF, US Letter (*.pdf)"), False)]
    if QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem:
        papers.reverse()
    name = "".join(sign if sign.isalnum() else "-" for sign in title)
    filters = ";;".join(words for words, _a4 in papers)
    path, chosen = QFileDialog.getSaveFileName(parent, words, f"{name}.pdf", filters)
    if not path:
        return None
    return str(Path(path).with_suffix(".pdf")), dict(papers).get(chosen, papers[0][1])
