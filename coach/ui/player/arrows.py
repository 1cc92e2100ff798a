"""Arrow keys belong to the session, wherever the keyboard is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ARROWS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class PassArrows(QObject):
    """Hands arrow keys on to the stage, where a button of Qt's would move the focus."""

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder)
        for button in holder.findChildren(QAbstractButton):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let an arrow key go by."""
        if isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _ARROWS:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
