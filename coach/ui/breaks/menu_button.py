"""A button that opens a short list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from coach.ui.widgets.buttons import Button

Choices = Sequence[tuple[Any, str]]


class MenuButton(Button):
    """`choices` is asked each time for values and their words; `chosen` carries the value that was picked."""

    chosen = Signal(object)

    def __init__(self, text: str, icon: str, choices: Callable[[], Choices]) -> None:
        super().__init__(text, "quiet", icon)
        self._choices = choices
        self.list = QMenu(self)
        self.list.setAccessibleName(text)
        self.clicked.connect(self.open_list)

    def open_list(self) -> None:
        """Open the list under the button."""
        self.fill()
        self.list.popup(self.mapToGlobal(QPoint(0, self.height())))

    def fill(self) -> None:
        """Put what can be chosen now into the list."""
        self.list.clear()
        for value, words in self._choices():
            action = QAction(words, self.list)
            action.setData(value)
            action.triggered.connect(lambda _on=False, value=value: self.chosen.emit(value))
            self.list.addAction(action)
        if self.list.actions():
            self.list.setActiveAction(self.list.actions()[0])

    def choose(self, value: object) -> None:
        """Choose as from the list."""
        self.fill()
        next(action for action in self.list.actions() if action.data() == value).trigger()
