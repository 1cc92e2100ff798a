"""One filter: a chip that opens its choices and then says what was chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from coach.i18n import _
from coach.ui.library.filters import Choice
from coach.ui.widgets.buttons import Button


class FilterButton(Button):
    """Says its filter's name while everything is shown, else the chosen value; `changed` carries the value."""

    changed = Signal(str)

    def __init__(self, choice: Choice) -> None:
        super().__init__(choice.word, "chip", "chevron-down")
        self._choice = choice
        self._value = ""
        self.setCheckable(True)
        mirrored = self.isRightToLeft()  # the chevron stands after the word
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self._add("", _("Any"))
        self._menu.addSeparator()
        for option in choice.options:
            self._add(option.value, option.word)
        self.clicked.connect(self._open)
        self.set_value("")

    @property
    def field(self) -> str:
        """Return the field of `Filters` this button is for."""
        return self._choice.field

    def value(self) -> str:
        """Return the chosen value, '' for any."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without telling."""
        self._value = value
        word = next((option.word for option in self._choice.options if option.value == value), "")
        self.set_words(word or self._choice.word)
        name = _("{filter}: {value}").format(filter=self._choice.word, value=word or _("any"))
        self.setAccessibleName(name)
        self.setChecked(bool(value))
        for action in self._group.actions():
            action.setChecked(action.data() == value)

    def menu_values(self) -> list[str]:
        """Return what can be chosen, in order."""
        return [str(action.data()) for action in self._group.actions()]

    def choose(self, value: str) -> None:
        """Choose and tell."""
        self.set_value(value)
        self.changed.emit(value)

    def _add(self, value: str, word: str) -> None:
        action = QAction(word.replace("&", "&&"), self._menu)
        action.setData(value)
        action.setCheckable(True)
        action.triggered.connect(lambda _on=False: self.choose(value))
        self._group.addAction(action)
        self._menu.addAction(action)

    def _open(self) -> None:
        self.setChecked(bool(self._value))
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
