"""The presenter's notes: how the exercise is explained, what to watch for, easier and harder ways."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coach.ui import tokens
from coach.ui.presenter.view import Notes
from coach.ui.reading.lines import Lines
from coach.ui.tokens import Role
from coach.ui.widgets.card import clear, column
from coach.ui.widgets.text import label


class NotesColumn(QWidget):
    """Shows the notes of one step after another."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: tuple[Notes, ...] = ()
        self._column = column(1)
        self.setLayout(self._column)

    def show_notes(self, notes: tuple[Notes, ...]) -> None:
        """Show the notes of a step."""
        if notes == self._notes:
            return
        self._notes = notes
        clear(self._column)
        for note in notes:
            if self._column.count():
                self._column.addSpacing(3 * tokens.GRID)
            self._column.addWidget(label(note.title, Role.OVERLINE))
            self._column.addWidget(Lines(note.lines, numbered=note.numbered, gap=1))
