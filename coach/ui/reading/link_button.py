"""A button that names where it leads; where room is scarce the name is shortened in its middle, never cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from coach.ui import tokens
from coach.ui.widgets.buttons import Button


class LinkButton(Button):
    """Looks like a link. The whole name is read aloud and shown as a tip."""

    def __init__(self, words: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, "text", icon, "link", parent)
        self._words = words
        self._full = QPushButton.sizeHint(self)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Want room for the whole name."""
        if self.text() == self._plain(self._words):
            self._full = super().sizeHint()
        return self._full

    def minimumSizeHint(self) -> QSize:
        """Make do with little."""
        full = self.sizeHint()
        return QSize(min(full.width(), 20 * tokens.GRID), full.height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.setText(self._plain(self._words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the name to the room there is."""
        super().resizeEvent(event)
        full = self.sizeHint().width()
        words = self.fontMetrics().horizontalAdvance(self._words)
        room = self.width() - (full - words)
        short = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, max(room, 0))
        self.setText(self._plain(self._words if self.width() >= full else short))

    @staticmethod
    def _plain(words: str) -> str:
        return words.replace("&", "&&")
