"""The place of the moving figure. Until it moves, it shows the start position."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.vocabulary import Posture
from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.words import posture_word

_HEIGHT = 46 * tokens.GRID


class FigurePlace(QWidget):
    """A wide quiet ground with the start position drawn large."""

    def __init__(self, posture: Posture) -> None:
        super().__init__()
        self._posture = posture
        self.setAccessibleName(_("Start position: {position}").format(position=posture_word(posture)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as wide as there is room."""
        return QSize(2 * _HEIGHT, _HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the position."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(used.colour("brand_soft"))
        area = QRectF(self.rect())
        painter.drawRoundedRect(area, tokens.RADIUS_CARD, tokens.RADIUS_CARD)
        side = area.height() * 0.56
        place = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        used.icons.paint(painter, place, f"posture-{self._posture}", used.colour("brand"))
