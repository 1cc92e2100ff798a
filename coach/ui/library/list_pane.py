"""The list of exercises with what narrows it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.library.filter_button import FilterButton
from coach.ui.library.filters import Filters
from coach.ui.library.state import ExercisesState, Row, count_words
from coach.ui.reading.reading_pane import TOP, in_the_middle
from coach.ui.reading.row_list import KEY, ListRow, RowList, RowModel
from coach.ui.reading.row_look import RowLook
from coach.ui.reading.search_field import SearchField
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import clear, column, row
from coach.ui.widgets.empty_state import EmptyState
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label


class ListPane(QWidget):
    """Search, filters and rows. `chosen` when a row becomes current, `opened` when one is asked for."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = ExercisesState()
        self._buttons: list[FilterButton] = []
        self.search = SearchField(_("Search exercises"), self)
        self.search.textChanged.connect(self._refill)
        self._chips = FlowLayout(gap=2)
        self._count = label("", Role.SMALL)
        self.clear_button = text_button(_("Clear filters"), "", "link")
        self.clear_button.clicked.connect(self.clear_filters)
        self._model = RowModel(self)
        self.list = RowList(_("Exercises"))
        self.list.setModel(self._model)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered_row.connect(self._on_opened)
        self.search.left_down.connect(self.list.setFocus)
        self.nothing = EmptyState("search", _("No exercise fits"), _("Clear filters"))
        self.nothing.acted.connect(self.clear_filters)
        self._nothing = in_the_middle(self.nothing)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._lay_out()
        self.setFocusProxy(self.list)

    def show_state(self, state: ExercisesState) -> None:
        """Show other exercises; filters that still make sense stay."""
        before = self.filters()
        self._state = state
        clear(self._chips)
        self._buttons = [FilterButton(choice) for choice in state.choices]
        for button in self._buttons:
            wanted = getattr(before, button.field)
            button.set_value(wanted if wanted in button.menu_values() else "")
            button.changed.connect(self._refill)
            self._chips.addWidget(button)
        self._refill()

    def filters(self) -> Filters:
        """Return what the list is narrowed by."""
        chosen = {button.field: button.value() for button in self._buttons}
        return replace(Filters(text=self.search.text()), **chosen)

    def clear_filters(self) -> None:
        """Show everything again."""
        for button in self._buttons:
            button.set_value("")
        self.search.clear()
        self._refill()
        self.list.setFocus()

    def filter_buttons(self) -> tuple[FilterButton, ...]:
        """Return the filters in order."""
        return tuple(self._buttons)

    def choose(self, key: str) -> bool:
        """Make an exercise the current row; False when it is not listed."""
        number = self._model.row_of(key)
        if number >= 0:
            self.list.choose(number)
        return number >= 0

    def _lay_out(self) -> None:
        inside = column(3)
        inside.addWidget(label(_("Exercises"), Role.TITLE))
        inside.addWidget(self.search)
        inside.addLayout(self._chips)
        inside.addLayout(row(self._count, None, self.clear_button))
        inside.addWidget(self._stack, 1)
        inside.setContentsMargins(0, TOP, 0, 0)
        inside.setSpacing(3 * tokens.GRID)
        self.setLayout(inside)

    def _refill(self) -> None:
        current = self.list.currentIndex().data(KEY)
        filters = self.filters()
        rows = self._state.matching(filters)
        self._model.show_rows([_list_row(found) for found in rows])
        self._count.setText(count_words(len(rows), len(self._state.rows)))
        self.clear_button.setVisible(filters.any_set)
        self._stack.setCurrentWidget(self.list if rows else self._nothing)
        if rows and not (isinstance(current, str) and self.choose(current)):
            self.list.choose(0)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.data(KEY)))

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(str(index.data(KEY)))


def _list_row(found: Row) -> ListRow:
    marks = (("circle-alert", Tone.HOLD),) if found.yours else ()
    about = " · ".join(part for part in (found.areas, found.yours) if part)
    look = RowLook(title=found.name, detail=f"{about}\n{found.dose}", figure=found.figure, marks=marks)
    spoken = (found.name, found.yours, found.dose, found.position, found.areas)
    return ListRow(found.id, look, ", ".join(part for part in spoken if part))
