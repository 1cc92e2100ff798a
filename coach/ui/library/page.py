"""The Exercises page: a list to look through, and beside it the exercise that was picked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.library.exercise_sheet import ExerciseSheet
from coach.ui.library.list_pane import ListPane
from coach.ui.library.state import ExercisesState
from coach.ui.reading.open_link import ask_to_open
from coach.ui.reading.reading_pane import ReadingPane
from coach.ui.reading.two_pane import TwoPane, reading_page


class ExercisesPage(QWidget):
    """Shows the library. `present_exercise` carries an id, `open_source` an address that the person agreed to open."""

    present_exercise = Signal(str)
    open_source = Signal(str)
    suits_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ExercisesState()
        self._shown = ""
        self.pane = ListPane()
        self.sheet = ReadingPane(_("All exercises"))
        self.panes = TwoPane(self.pane, self.sheet)
        self.pane.chosen.connect(self._show)
        self.pane.opened.connect(self.show_exercise)
        self.sheet.back.connect(self.panes.close_sheet)
        self.panes.folded_changed.connect(self.sheet.offer_back)
        reading_page(self, self.panes)

    def show_state(self, state: ExercisesState) -> None:
        """Show these exercises; the one being read stays open when it is still there."""
        if state == self._state:
            return
        self._state = state
        self._shown = ""
        self.pane.show_state(state)

    def show_exercise(self, key: str) -> None:
        """Open an exercise, also one that the filters leave out."""
        if not self.pane.choose(key):
            self.pane.clear_filters()
            self.pane.choose(key)
        self._show(key)
        self.panes.open_sheet()

    def _show(self, key: str) -> None:
        view = self._state.view(key)
        if view is None or key == self._shown:
            return
        self._shown = key
        made = ExerciseSheet(view)
        made.open_exercise.connect(self.show_exercise)
        made.present.connect(partial(self.present_exercise.emit, key))
        made.open_source.connect(self._ask)
        made.suits_asked.connect(self.suits_asked)
        self.sheet.show_widget(made)

    def _ask(self, address: str) -> None:
        if (dialog := ask_to_open(address, self)) is not None:
            dialog.agreed.connect(self.open_source)
