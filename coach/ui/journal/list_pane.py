"""The list of everything that happened, with a field to search it."""

from __future__ import annotations

from functools import partial
from itertools import chain

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from coach.i18n import _
from coach.journal.records import Break
from coach.ui.journal.model import LINE, JournalModel
from coach.ui.journal.state import Damaged, Day, Index, JournalState, Line, Show
from coach.ui.reading.reading_pane import TOP, in_the_middle
from coach.ui.reading.row_list import RowList
from coach.ui.reading.search_field import SearchField
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import chip, text_button
from coach.ui.widgets.card import column, row
from coach.ui.widgets.empty_state import EmptyState
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.text import label

#: A search starts when nothing was typed for so long (milliseconds), so that a long journal is not searched per letter.
_PATIENCE_MS = 150


class ListPane(QWidget):
    """`chosen` when a row becomes the current one, `opened` when one is asked for; both carry the record."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state = JournalState()
        self._index = Index(self._state)
        self.search = SearchField(_("Search the journal"), self)
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._wait.timeout.connect(self.search_now)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.model = JournalModel(self)
        self.list = RowList(_("Journal"), wraps=False, even=True)
        self.list.setModel(self.model)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered_row.connect(self._on_entered)
        self.search.left_down.connect(self.list.setFocus)
        self._show = Show.ALL
        self.chips = {show: chip(_show_word(show)) for show in Show}
        self.chips[Show.BREAKS].hide()
        self._group = QButtonGroup(self)
        for show, button in self.chips.items():
            self._group.addButton(button)
            button.clicked.connect(partial(self.narrow, show))
        self.chips[Show.ALL].setChecked(True)
        self.nothing = EmptyState("search", _("Nothing found"), _("Show everything"))
        self.nothing.acted.connect(self._clear)
        self._nothing = in_the_middle(self.nothing)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        inside = column(3)
        inside.setContentsMargins(0, TOP, 0, 0)
        self.paper = text_button(_("Print"), "download")
        self.paper.setAccessibleName(_("Print the diary"))
        inside.addLayout(row(label(_("Journal"), Role.TITLE), None, self.paper))
        inside.addWidget(self.search)
        inside.addWidget(flow_of(self.chips.values()))
        inside.addWidget(self._stack, 1)
        self.setLayout(inside)
        self.setFocusProxy(self.list)

    def show_state(self, state: JournalState) -> None:
        """Show other records; the row that was chosen stays chosen, or the one that took its place."""
        self._state = state
        self._index = Index(state)
        self.chips[Show.BREAKS].setVisible(any(isinstance(one, Break) for one in state.records))
        self.search_now()

    def narrow(self, show: Show) -> None:
        """Show one sort of records only."""
        self._show = show
        self.chips[show].setChecked(True)
        self.search_now()

    def search_now(self) -> None:
        """Show what the search field asks for."""
        self._wait.stop()
        before = self.list.currentIndex()
        key, row = getattr(before.data(LINE), "id", ""), max(before.row(), 0)
        text = self.search.text()
        found = self._index.search(text, self._show)
        self.model.show_lines(found, self._state.sessions, self._state.names)
        self._stack.setCurrentWidget(self.list if found else self._nothing)
        self._choose_near(self.model.row_of(key) if key else -1, row, found)

    def choose(self, key: str) -> bool:
        """Make a record the current row, whatever is searched for; False when there is none of that id."""
        row = self.model.row_of(key)
        if row < 0 and (self.search.text() or self._show is not Show.ALL):
            self._clear()
            row = self.model.row_of(key)
        if row >= 0:
            self._choose_row(row)
        return row >= 0

    def _clear(self) -> None:
        self.search.clear()
        self.narrow(Show.ALL)

    def _choose_near(self, same: int, row: int, found: list[Line]) -> None:
        if same >= 0:
            self._choose_row(same)
            return
        start = max(min(row, len(found) - 1), 0)
        near = chain(range(start, len(found)), range(start - 1, -1, -1))
        target = next((number for number in near if not isinstance(found[number], Day | Damaged)), -1)
        if target < 0 and found:
            target = 1  # nothing but damaged rows under their head
        if target >= 0:
            self._choose_row(target)
        else:
            self.chosen.emit(None)

    def _choose_row(self, row: int) -> None:
        self.list.choose(row)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(LINE))

    def _on_entered(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(LINE))


def _show_word(show: Show) -> str:
    return {
        Show.ALL: _("All"),
        Show.ENTRIES: _("Entries"),
        Show.SESSIONS: _("Sessions"),
        Show.BREAKS: _("Breaks"),
        Show.MARKERS: _("Markers"),
        Show.NOTES: _("Notes"),
    }[show]
