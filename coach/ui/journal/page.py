"""The Journal page: what happened, newest first, and beside it what was picked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coach.content.words import marker_word
from coach.i18n import _
from coach.journal.records import Break, Entry, Marker, SessionRecord
from coach.ui.journal.break_words import break_view
from coach.ui.journal.correct_marker import CorrectMarkerSheet
from coach.ui.journal.correct_sheet import CorrectSheet
from coach.ui.journal.history import history_lines
from coach.ui.journal.list_pane import ListPane
from coach.ui.journal.sheets import BreakSheet, DamagedSheet, EntrySheet, MarkerSheet, SessionSheet
from coach.ui.journal.state import Damaged, JournalState
from coach.ui.journal.words import entry_view, lasting_words, session_view
from coach.ui.reading.reading_pane import TOP, ReadingPane, in_the_middle
from coach.ui.reading.two_pane import TwoPane, reading_page
from coach.ui.tokens import Role
from coach.ui.widgets.empty_state import EmptyState
from coach.ui.widgets.message_bar import MessageBar
from coach.ui.widgets.text import label
from coach.ui.words import day_words


class JournalPage(QWidget):
    """Shows the journal.

    `delete` carries the record that is to go, `correct` an entry or a marker as it should have been and as it is; `undo` takes back what
    the last notice said. `history_asked` carries the id of what was opened: `show_history` answers it. `print_asked`: the diary
    is wanted on paper.
    """

    delete = Signal(object)
    correct = Signal(object, object)
    undo = Signal()
    history_asked = Signal(str)
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = JournalState()
        self._opened: QWidget | None = None
        self._open_key = ""
        self.asked: CorrectSheet | CorrectMarkerSheet | None = None
        self.pane = ListPane()
        self.sheet = ReadingPane(_("All of the journal"))
        self.panes = TwoPane(self.pane, self.sheet)
        self.empty = EmptyState(
            "notebook-pen",
            _("Nothing here yet"),
            more=_("What you note and every session you do appear here, newest first."),
        )
        self.messages = MessageBar()
        self.pane.chosen.connect(self._show)
        self.pane.opened.connect(self._open)
        self.pane.paper.clicked.connect(self.print_asked)
        self.sheet.back.connect(self.panes.close_sheet)
        self.panes.folded_changed.connect(self.sheet.offer_back)
        self._lay_out()

    def show_state(self, state: JournalState) -> None:
        """Show this journal, and what was just done to it."""
        self._state = state
        self._stack.setCurrentWidget(self._nothing if state.empty else self._full)
        self.pane.show_state(state)
        if state.notice:
            action = _("Undo") if state.can_undo else ""
            self.messages.say(state.notice, action, self.undo.emit if state.can_undo else None)

    def show_record(self, key: str) -> None:
        """Open an entry or a session by its id."""
        if self.pane.choose(key):
            self.panes.open_sheet()

    def show_history(self, key: str, past: Sequence[Entry | Marker]) -> None:
        """Show what a record said before it was corrected, if it is still the one that is open."""
        if self._open_key == key and isinstance(self._opened, EntrySheet | MarkerSheet):
            self._opened.history.show_lines(history_lines(past, self._state.today))

    def _lay_out(self) -> None:
        self._full = QWidget()
        reading_page(self._full, self.panes)
        self._stack = QStackedWidget()
        self._nothing = in_the_middle(self.empty, label(_("Journal"), Role.TITLE))
        self._nothing.setContentsMargins(TOP, TOP, TOP, 0)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self.messages)
        self.setFocusProxy(self.pane)

    def _open(self, record: object) -> None:
        self._show(record)
        self.panes.open_sheet()

    def _show(self, record: object) -> None:
        self._opened, self._open_key = self._sheet_of(record), getattr(record, "id", "")
        self.sheet.show_widget(self._opened)
        if isinstance(record, Entry | Marker):
            self.history_asked.emit(record.id)

    def _sheet_of(self, record: object) -> QWidget:
        state = self._state
        if isinstance(record, Entry):
            made = EntrySheet(entry_view(record, state.sessions, state.ratings), self._day(record.at.local_day))
            made.delete.connect(lambda _key: self.delete.emit(record))
            made.correct.connect(lambda _key: self._correct(record))
            made.open_session.connect(self.show_record)
            return made
        if isinstance(record, SessionRecord):
            view = session_view(record, state.ratings.get(record.id, ()))
            opened = SessionSheet(view, self._day(record.started.local_day))
            opened.delete.connect(lambda _key: self.delete.emit(record))
            return opened
        if isinstance(record, Marker):
            return self._marker_sheet(record)
        if isinstance(record, Break):
            rest = BreakSheet(break_view(record, state.names), self._day(record.at.local_day))
            rest.delete.connect(lambda _key: self.delete.emit(record))
            return rest
        if isinstance(record, Damaged):
            return DamagedSheet(record.sentence)
        return QWidget()

    def _marker_sheet(self, marker: Marker) -> QWidget:
        when = self._day(marker.at.local_day)
        until = lasting_words(marker)
        said = _("{day}, {until}").format(day=when, until=until) if until else when
        made = MarkerSheet(marker.id, marker_word(marker.kind), said, marker.words)
        made.delete.connect(lambda _key: self.delete.emit(marker))
        made.correct.connect(lambda _key: self._correct(marker))
        return made

    def _correct(self, record: Entry | Marker) -> None:
        """Ask the same questions again."""
        today = self._state.today or record.at.local_day
        if self.asked is not None:
            self.asked.deleteLater()
        self.asked = (
            CorrectMarkerSheet(self, record, today) if isinstance(record, Marker) else CorrectSheet(self, record, today)
        )
        self.asked.corrected.connect(lambda fixed: self.correct.emit(fixed, record))
        self.asked.ask()

    def _day(self, day: str) -> str:
        return day_words(day, self._state.today or day)
