"""Enter presses the button that has the keyboard: Qt leaves that to Space alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # only the type checker has to know what it is mixed into

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class EnterPresses(_Button):
    """Comes before the button of Qt's that it is mixed into. A key held down presses once, and nothing that comes after it.

    Boxes to tick and numbers to choose are not pressed so: there Enter goes on, and Space ticks.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it."""
        if Qt.Key(event.key()) not in _ENTER or event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()
