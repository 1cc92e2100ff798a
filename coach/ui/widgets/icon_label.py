"""A small icon that follows the theme, for beside words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.ui import theme


class IconLabel(QWidget):
    """Paints one icon in a palette colour, as large as the text is unless it is `fixed`; says
    nothing to a screen reader, because the words beside it do.
    """

    def __init__(self, icon: str, colour: str = "ink", size: int = 20, *, fixed: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._colour = colour
        self._size, self._fixed = size, fixed
        self._fit()

    def set_icon(self, icon: str, colour: str | None = None) -> None:
        """Show another icon, perhaps in another palette colour."""
        self._icon = icon
        self._colour = colour or self._colour
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text, once Qt is done: sizes are not to change while it walks all there is."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        side = round(self._size * (1.0 if self._fixed else theme.current().text_scale))
        if side != self.width() or side != self.minimumWidth():
            self.setFixedSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        used = theme.current()
        used.icons.paint(QPainter(self), QRectF(self.rect()), self._icon, used.colour(self._colour))
