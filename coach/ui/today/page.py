"""The Today page: one routine to start, one number to note, and how the week went."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from coach.i18n import _
from coach.ui.entry.form import EntryForm
from coach.ui.today.entry_card import EntryCard
from coach.ui.today.model import SafetyNote, TodayState
from coach.ui.today.resume_card import ResumeCard
from coach.ui.today.routine_card import RoutineCard
from coach.ui.today.week_card import WeekCard
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import Card, clear, column, row
from coach.ui.widgets.empty_state import EmptyState
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.scaffold import Page, TwoColumns
from coach.ui.widgets.text import label


class TodayPage(Page):
    """Shows a `TodayState`. Sessions are named by id in the signals, routines by id, pages by key.

    Number keys rate wherever the keyboard is, but in a field that is typed in; Enter saves where it presses no button.
    """

    start_routine = Signal(str)
    log_entry = Signal(object)
    undo_entry = Signal()
    open_page = Signal(str)
    resume = Signal(str)
    end_unfinished = Signal(str)
    discard_unfinished = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Today"))
        self._interrupted = column(4)
        self._routine = RoutineCard()
        self._no_routine = EmptyState("list-checks", _("There is no routine here."), _("Open Routines"))
        self._entry = EntryCard()
        self._week = WeekCard()
        self._safety = Card("note", padding=4, gap=3)
        for part in (self._routine, self._no_routine, self._safety):
            part.hide()  # until it is known what to show
        self._lay_out()
        self._routine.started.connect(self.start_routine)
        self._routine.others_asked.connect(lambda: self.open_page.emit("routines"))
        self._no_routine.acted.connect(lambda: self.open_page.emit("routines"))
        self._entry.given.connect(self.log_entry)
        self._entry.undo_asked.connect(self.undo_entry)
        self._entry.signs_asked.connect(lambda: self.open_page.emit("warnings"))
        self._entry.compare_asked.connect(lambda: self.open_page.emit("spasm-or-cramp"))
        for digit in range(10):
            QShortcut(QKeySequence(str(digit)), self, partial(self.entry.rate, digit))

    def show_state(self, state: TodayState) -> None:
        """Show everything anew; what is half filled in stays."""
        self.set_title(_("Today"), state.date_words)
        self._show_interrupted(state)
        self._routine.setVisible(state.routine is not None)
        self._no_routine.setVisible(state.routine is None)
        if state.routine is not None:
            self._routine.show_routine(state.routine)
        self._entry.form.show_state(state.entry)
        words = _("Each session you do appears here.") if state.first_run else state.week_words
        self._week.show_week(state.week, words)
        self._show_safety(state.safety)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter what is filled in, where nothing else takes it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entry.save()
        else:
            super().keyPressEvent(event)

    @property
    def entry(self) -> EntryForm:
        """The form in which a person notes how it feels."""
        return self._entry.form

    def show_entry(self) -> None:
        """Bring that form into view, with the keyboard on its numbers."""
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(self._entry)

    def _lay_out(self) -> None:
        columns = TwoColumns(left=12, right=13, least=920)  # the right one holds eleven numbers, each a fingertip wide
        columns.left.addLayout(self._interrupted)
        columns.left.addWidget(self._routine)
        columns.left.addWidget(self._no_routine)
        columns.left.addWidget(self._safety)
        columns.left.addStretch(1)
        columns.right.addWidget(self._entry)
        columns.right.addWidget(self._week)
        columns.right.addStretch(1)
        self.content.addWidget(columns)

    def _show_interrupted(self, state: TodayState) -> None:
        clear(self._interrupted)
        for one in state.interrupted:
            card = ResumeCard(one)
            card.resumed.connect(self.resume)
            card.ended.connect(self.end_unfinished)
            card.discarded.connect(self.discard_unfinished)
            self._interrupted.addWidget(card)

    def _show_safety(self, notes: Sequence[SafetyNote]) -> None:
        clear(self._safety.body)
        self._safety.setVisible(bool(notes))
        for note in notes:
            words = column(0)
            words.addWidget(label(note.title, Role.STRONG))
            words.addWidget(label(note.text, Role.BODY))
            line = row(IconLabel("circle-alert", "hold_text", 20), gap=3)
            line.addLayout(words, 1)
            self._safety.body.addLayout(line)
        more = text_button(_("When to stop and get help"))
        more.clicked.connect(lambda: self.open_page.emit("warnings"))
        self._safety.body.addLayout(row(more, None))
