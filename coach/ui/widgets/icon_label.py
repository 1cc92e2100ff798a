"""A small icon that follows the theme, for beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.ui import theme


class IconLabel(QWidget):
    """Paints one icon in a palette colour; says nothing to a screen reader, because the words beside it do."""

    def __init__(self, icon: str, colour: str = "ink", size: int = 20) -> None:
        super().__init__()
        self._icon = icon
        self._colour = colour
        self.setFixedSize(QSize(size, size))

    def set_icon(self, icon: str, colour: str | None = None) -> None:
        """Show another icon, perhaps in another palette colour."""
        self._icon = icon
        self._colour = colour or self._colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        used = theme.current()
        used.icons.paint(QPainter(self), QRectF(self.rect()), self._icon, used.colour(self._colour))
